/** Fills a server with a row in nearly every table. */
import { decide } from '../../src/domain/decide/index.js';
import type { Decide } from '../../src/domain/decision.js';
import type { Command } from '../../src/domain/entry.js';
import type { Store } from '../../src/store/port/index.js';
import { valueOf } from '../support/result.js';
import { changing, instant, recording } from './founding.js';

export const STATED = instant('2025-07-14T15:00:00Z');
export const OTHER = '100000000000000002';
export const ANA = { user: '987654321098765432', name: 'Ana Marković-Quill' };
export const BEN = { user: '123456789012345678', name: 'Ben Oyelaran-Stone' };
export const ISSUER = 'The Duchy of Grand Fenwick';

const asked =
  (command: Command, by: string): Decide =>
  (entries) =>
    decide(entries, command, { now: STATED, by });

/** A key that says nothing of the person. */
export const keyFor = ({ user }: typeof ANA) =>
  user.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

export const keyOf = (store: Store, person: typeof ANA) =>
  store.person(person.user, { key: keyFor(person), name: person.name, curator: true });

export async function record(
  store: Store,
  guild: string,
  by: string,
  issuer: string,
  long = '',
): Promise<void> {
  const command = recording({ issuers: [issuer], demand: `leave the province${long}` });
  valueOf(await store.change(guild, null, asked(command, by), changing(STATED)));
}

/** A row in nearly every table of a server, by one person. */
export async function fill(store: Store, guild: string, person: typeof ANA, issuer: string): Promise<void> {
  const by = await keyOf(store, person);
  await record(store, guild, by, issuer);
  const { user } = person;
  const row = { guild, user, flow: 'record', state: { typed: person.name }, created: STATED, done: null };
  valueOf(await store.savePending({ ...row, key: `press-${guild}-${user}` }));
  const about = { guild, user, by, number: null, channel: null, command: { said: issuer }, recorded: STATED };
  const declined = valueOf(await store.propose(about));
  await store.endProposal(guild, declined.id, 'declined', 'no', by, STATED);
  const accepted = valueOf(await store.propose(about));
  valueOf(
    await store.acceptProposal(
      guild,
      accepted.id,
      by,
      asked(recording({ issuers: [issuer] }), by),
      changing(STATED),
    ),
  );
  valueOf(await store.addAliases({ guild, aliases: [`${issuer} 2`], name: issuer, by, now: STATED }));
  const settings = await store.settings(guild);
  valueOf(await store.saveSettings({ ...settings, announcements: `${guild}1` }, STATED));
  valueOf(
    await store.addSchedule({
      guild,
      channel: `${guild}1`,
      cron: `0 ${user.slice(0, 1)} * * *`,
      zone: 'UTC',
      scope: { kind: 'issuer', issuer },
      author: user,
      status: 'running',
      broken: null,
      next: STATED,
      last: null,
    }),
  );
  const why = { kind: 'channel-gone' } as const;
  const remedy = { kind: 'choose-channel' } as const;
  await store.closeChannel({ guild, channel: `${guild}2`, why, remedy, gone: true, now: STATED });
  valueOf(await store.setBoard(guild, `${guild}1`, STATED));
  await store.saveFact(`untold ${guild}`, 'something');
}
