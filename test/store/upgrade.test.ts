/** A database that release 0.1.0 made is upgraded, and everything in it goes on working. */
import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import { migrations } from '../../migrations/index.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { openStore } from '../../src/store/index.js';
import type { Settlement, Store } from '../../src/store/port/index.js';
import { untoldNotice } from '../../src/posting/untold.js';
import { createBeat } from '../../src/scheduler/beat.js';
import { dispatching, press, said } from '../discord/dispatching.js';
import { keyOf } from '../support/post-key.js';
import { valueOf } from '../support/result.js';
import { ENGINES, releasedIn } from '../support/upgraded.js';
import { virtualTime } from '../scheduler/virtual.js';

const GUILD = '1394340161126400001';
const ELSEWHERE = '1394340161126400013';
/** A server with an ultimatum without a date, which another one replaced. */
const OLDER = '1394340161126400099';
const GENERAL = '1394340161126400012';
const ULTIMATUMS = '1394340161126400010';
const ANA = '1394340161126400006';
const BEN = '1394340161126400008';
/** A minute after the release stopped; its dead claim is over. */
const NOW = Date.parse('2025-08-13T10:01:00Z');

let store: Store;

/** Everything that a beat posts now. */
async function posted(): Promise<readonly Delivery[]> {
  const time = virtualTime(NOW);
  const sent: Delivery[] = [];
  const errors: object[] = [];
  const send = async (delivery: Delivery, _now: number, pass: () => Promise<void>): Promise<Settlement> => {
    await pass();
    sent.push(delivery);
    return { kind: 'sent', message: String(sent.length) };
  };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (about: object) => void errors.push(about),
  };
  const { now, wallNow, sleep } = time;
  const beat = createBeat({ store, send, now, wallNow, sleep, batch: 100, log });
  await store.releaseClaims();
  await time.until(beat.beat());
  await time.until(beat.beat());
  expect(errors).toEqual([]);
  return sent;
}

const latest = async (number: number) =>
  (await store.ultimatum(GUILD, number))?.versions.map(({ reading }) =>
    new Date(reading.latest).toISOString(),
  );

for (const [engine, upgraded] of ENGINES) {
  // What changes something stands last: one upgrade serves all of them.
  describe(`a database of release 0.1.0 on ${engine}`, () => {
    let drop: () => Promise<void>;
    beforeAll(async () => {
      ({ store, drop } = await upgraded());
    });
    afterAll(async () => {
      await store.close();
      await drop();
    });

    it('keeps the founding case, with its moves, its outcome and its dispute', async () => {
      expect(await store.ultimatum(GUILD, 1)).toMatchObject({
        state: 'resolved',
        issuers: ['Donald Trump'],
        targets: ['Russia'],
        headline: {
          kind: 'verdict',
          verdict: { what: 'not-met-partly-carried-out', timing: null, undated: false, thenWithdrawn: false },
          moves: 1,
        },
        disputed: true,
        outcomes: [{ outcome: { compliance: 'none', followThrough: 'partial' } }],
        lastSeq: 7,
      });
      expect(await latest(1)).toEqual([
        '2025-09-03T04:00:00.000Z',
        '2025-08-10T04:00:00.000Z',
        '2025-08-09T04:00:00.000Z',
      ]);
    });

    it('lists every ultimatum as its entries say', async () => {
      for (const guild of [GUILD, ELSEWHERE]) {
        const { rows, total } = await store.list(guild, { limit: 100 });
        expect(total.count).toBe(4);
        for (const row of rows) {
          const { state, issuers, demand, lastSeq } = (await store.ultimatum(guild, row.number)) ?? {};
          expect(row).toMatchObject({ state, issuers, demand, lastSeq });
        }
      }
      const { rows } = await store.list(GUILD, { text: 'ceasefire', limit: 10 });
      expect(rows.map(({ number }) => number)).toEqual([1]);
      expect(await store.issuer(GUILD, 'POTUS')).toBe('Donald Trump');
      expect((await store.ultimatum(GUILD, 2))?.hidden).toMatchObject({ reason: 'duplicate' });
      // Of these two, one was typed and one was only ever assumed.
      expect(await store.issuerZone(GUILD, 'Donald Trump')).toBe('America/New_York');
      expect(await store.issuerZone(GUILD, 'European Union')).toBeNull();
    });

    it('finds a deadline without a date by its words, and knows what replaced what', async () => {
      const { rows } = await store.list(OLDER, { text: 'coming days', limit: 10 });
      expect(rows.map(({ number }) => number)).toEqual([1]);
      expect(await store.linkingTo(OLDER, 2)).toEqual([1]);
      expect(await store.linkingTo(OLDER, 1)).toEqual([]);
    });

    it('still says what nobody could be told', async () => {
      await store.saveFact(`untold ${GUILD}`, `<#${GENERAL}>: AutoMod blocked a post of this bot there.`);
      const notice = await untoldNotice(store, GUILD);
      expect(notice).toMatchObject({ kind: 'text', channel: GENERAL });
    });

    it('keeps its settings, reminders, boards and closed channels', async () => {
      expect(await store.settings(GUILD)).toMatchObject({
        zone: 'America/New_York',
        announcements: ULTIMATUMS,
      });
      expect(await store.reminderPlans(GUILD)).toMatchObject([
        { channel: ULTIMATUMS, offsets: { length: 3 } },
      ]);
      expect(await store.boards(GUILD)).toMatchObject([{ channel: GENERAL, status: 'running' }]);
      expect(await store.closed(GUILD, ULTIMATUMS)).toMatchObject({ told: false });
    });

    it('keeps its countdowns, and of two that are alike each is paused and resumed', async () => {
      const all = await store.schedules(GUILD);
      expect(all.map(({ id, status }) => [id, status])).toEqual([
        [1, 'running'],
        [2, 'running'],
        [3, 'broken'],
        [5, 'paused'],
      ]);
      const [one, two] = all;
      if (one === undefined || two === undefined) throw new Error('Two countdowns were to be there');
      expect({ ...two, id: one.id }).toEqual(one);
      for (const schedule of [one, two])
        for (const status of ['paused', 'running'] as const)
          expect(valueOf(await store.saveSchedule({ ...schedule, status }))).toMatchObject({ status });
      const { id: _, ...more } = one;
      expect(valueOf(await store.addSchedule({ ...more, cron: '0 8 * * *' })).id).toBe(6);
    });

    it('posts what waited, and what a dead process had claimed, once', async () => {
      const sent = await posted();
      const elsewhere = sent
        .filter(({ guild }) => guild === ELSEWHERE)
        .map((row) => [keyOf(row).kind, keyOf(row).subject]);
      expect(elsewhere.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(
        ['U-2', 'U-3', 'U-4'].map((subject) => ['announcement', subject]),
      );
      expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
      expect(sent.filter(({ channel }) => channel === ULTIMATUMS)).toEqual([]);
    });

    it('saves from a preview that was open', async () => {
      const pending = await store.unfinished(GUILD, ANA, 'draft');
      expect(pending?.state).toMatchObject({ verb: 'move', number: 4 });
      const { dispatch, taken, logged } = dispatching(store, handlers, { now: () => NOW });
      const user = { id: ANA, username: 'ana', global_name: 'Ana' };
      const member = { user, roles: [], permissions: '32', nick: null };
      const pressed = { custom_id: `${pending?.key}:confirm`, component_type: 2 };
      await dispatch.handle(press(pressed, { guild_id: GUILD, member }));
      expect(JSON.stringify(taken)).toContain('Deadline moved: U-4');
      await dispatch.handle(press(pressed, { guild_id: GUILD, member }));
      expect(said(taken)).toContain('Nothing was done twice.');
      expect(logged).toEqual([]);
      expect(await latest(4)).toHaveLength(2);
    });

    it('keeps its proposals, and deletes what was declined once it is a month old', async () => {
      const statuses = ['proposed', 'accepted', 'declined', 'stale'] as const;
      const counts = await Promise.all(
        statuses.map(async (status) => (await store.proposals(GUILD, status)).length),
      );
      expect(counts).toEqual([1, 1, 1, 1]);
      const [waiting] = await store.proposals(GUILD, 'proposed');
      expect(waiting).toMatchObject({ user: BEN, command: { verb: 'record', demand: 'allow inspections' } });
      await store.eraseOld(NOW + 31 * 86_400_000);
      expect(await store.proposals(GUILD, 'declined')).toEqual([]);
      expect(await store.proposals(GUILD, 'accepted')).toHaveLength(1);
    });
  });
}

it('makes a file of release 0.1.0 its owner’s alone, and marks it as ours', async () => {
  const { path, drop } = releasedIn();
  const opened = () => openStore(`sqlite:${path}`, () => undefined);
  await (await opened()).close();
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  const file = new Sqlite(path, { readonly: true });
  expect(file.pragma('application_id', { simple: true })).toBe(0x554c544d);
  expect(file.pragma('user_version', { simple: true })).toBe(Object.keys(migrations('sqlite')).length);
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  file.close();
  const again = await opened();
  expect(await again.entries(GUILD, 1)).toHaveLength(7);
  await again.close();
  await drop();
});
