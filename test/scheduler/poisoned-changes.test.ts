import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { GUILD, instant, make, recording } from '../store/founding.js';
import { ENGINES, HOME, MINUTE, poisonable, type Poisonable } from './poison.js';
import { SECOND, START } from './watching.js';

const STATED = instant('2025-07-14T15:00:00Z');
/** More than a stage looks at in one go. */
const MANY = 30;

describe.each(ENGINES)('a beat on %s with a poisoned row', (_name, opening) => {
  let room: Poisonable;
  beforeEach(async () => {
    room = await poisonable(opening);
  });
  afterEach(() => room.close());

  /** An entry that cannot be read, behind the founding case's own. */
  const corrupt = (number: number, what: string, statements = '[]') =>
    room.tower.database.write
      .insertInto('entry')
      .values({
        guild: GUILD,
        number,
        seq: 2,
        recorded: STATED,
        stated_start: STATED,
        stated_end: STATED,
        by: null,
        statements,
        what,
      })
      .execute();

  const zoneless = async (number: number) => {
    const [first] = await room.tower.store.entries(GUILD, number);
    const what = JSON.parse(JSON.stringify(first?.event).replaceAll(/America\/New_York/g, 'Mars/Olympus'));
    await corrupt(number, JSON.stringify({ ...what, kind: 'revised', revision: 'extended' }));
  };

  const KINDS: readonly (readonly [string, (number: number) => Promise<unknown>])[] = [
    ['whose entry is no JSON', (number) => corrupt(number, '{"kind":')],
    ['whose statements are no JSON', (number) => corrupt(number, '{"kind":"unhidden"}', '[')],
    ['whose entry is of a kind this release does not know', (number) => corrupt(number, '{"kind":"seized"}')],
    ['whose zone this computer does not know', zoneless],
    [
      'that has no entries',
      (number) =>
        sql`update ultimatum set number = 900 where guild = ${GUILD} and number = ${number}`.execute(
          room.tower.database.write,
        ),
    ],
  ];

  it.each(KINDS)('records all other passings: one %s', async (_kind, spoil) => {
    await make(room.tower.store, null, recording(), STATED);
    await make(room.tower.store, null, recording(), STATED);
    await spoil(1);
    room.clock.now = START + 3 * SECOND;
    const beat = room.beatWith();
    await beat.beat();
    await beat.beat();
    expect((await room.tower.store.ultimatum(GUILD, 2))?.state).toBe('passed');
    expect(room.tower.posted.filter(({ post }) => post.kind === 'passed' && post.number === 2)).toHaveLength(
      1,
    );
    expect(beat.problems()).toEqual([]);
  });

  it('sets a passing aside, reports it once, and shows it to the operator', async () => {
    for (let number = 1; number <= MANY + 1; number += 1)
      await make(room.tower.store, null, recording(), STATED);
    for (let number = 1; number <= MANY; number += 1) await corrupt(number, '{');
    room.clock.now = START + 3 * SECOND;
    const beat = room.beatWith();
    await beat.beat();
    expect((await room.tower.store.ultimatum(GUILD, MANY + 1))?.state).toBe('passed');
    expect(await room.tower.store.asides(GUILD)).toHaveLength(MANY);
    expect(room.told).toHaveLength(MANY);
    expect(room.told[0]?.about).toMatchObject({ kind: 'passing-failed', number: expect.any(Number) });
    const [problem, ...others] = await room.tower.store.problems();
    expect(problem).toEqual({
      kind: 'set-aside',
      stage: 'expire',
      guild: GUILD,
      item: expect.any(Number),
      others: 29,
      reason: { kind: 'record-damaged', error: expect.any(String) },
    });
    expect(others).toEqual([]);
    // Nothing is tried again, nor found due, before its pause is over.
    expect(await room.tower.store.nextDue()).toBe(room.clock.now + MINUTE);
    await beat.beat();
    room.clock.now += MINUTE;
    await beat.beat();
    expect(room.told).toHaveLength(MANY);
    const asides = await room.tower.store.asides(GUILD);
    expect(new Set(asides.map(({ tries, until }) => `${tries} ${until - room.clock.now}`))).toEqual(
      new Set([`2 ${4 * MINUTE}`]),
    );
  });

  it('records the passing once its row is mended', async () => {
    await make(room.tower.store, null, recording(), STATED);
    await sql`update settings set value = '{' where guild = ${GUILD}`.execute(room.tower.database.write);
    room.clock.now = START + 3 * SECOND;
    const beat = room.beatWith();
    await beat.beat();
    expect(await room.tower.store.asides(GUILD)).toHaveLength(1);
    await room.tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: HOME }, room.clock.now);
    room.clock.now += MINUTE;
    await beat.beat();
    expect((await room.tower.store.ultimatum(GUILD, 1))?.state).toBe('passed');
    expect([await room.tower.store.asides(GUILD), await room.tower.store.problems()]).toEqual([[], []]);
    expect(room.tower.posted.filter(({ post }) => post.kind === 'passed')).toHaveLength(1);
  });

  it.each([
    [
      'a zone this computer does not know',
      { zone: 'America/Nowhere' },
      { kind: 'unknown-zone', zone: 'America/Nowhere' },
    ],
    [
      'a schedule of an older release',
      { cron: 'every full moon' },
      { kind: 'unreadable-cron', cron: 'every full moon' },
    ],
    ['a day that never comes', { cron: '0 9 31 2 *' }, { kind: 'unreadable-cron', cron: '0 9 31 2 *' }],
  ])('posts all other countdowns, and says why one stopped: %s', async (_kind, more, reason) => {
    for (let index = 0; index < MANY; index += 1) await room.schedule({ ...more, channel: `bad-${index}` });
    await room.schedule();
    const beat = room.beatWith();
    await beat.beat();
    expect(room.tower.posted.map(({ channel }) => channel)).toEqual(['c1']);
    const stopped = (await room.tower.store.schedules(GUILD)).filter(({ status }) => status === 'broken');
    expect(stopped.map(({ broken }) => broken)).toEqual(stopped.map(() => reason));
    expect(stopped).toHaveLength(MANY);
    expect(room.told).toHaveLength(MANY);
    const about = { kind: 'countdown-stopped', id: 1, channel: 'bad-0', reason };
    expect(room.told[0]).toMatchObject({ author: '5', about });
    expect(await room.tower.store.problems()).toHaveLength(1);
    expect(beat.problems()).toEqual([]);
  });

  it('runs a countdown again at the start after it was mended', async () => {
    const { id } = await room.schedule({ zone: 'America/Nowhere' });
    await room.beatWith().beat();
    await sql`update schedule set zone = 'UTC' where id = ${id}`.execute(room.tower.database.write);
    await room.beatWith().beat();
    expect(room.tower.posted).toHaveLength(1);
    expect(await room.tower.store.schedules(GUILD)).toMatchObject([{ status: 'running', broken: null }]);
    expect(await room.tower.store.problems()).toEqual([]);
  });

  it('posts all other countdowns if the scope of one can’t be read', async () => {
    const { id } = await room.schedule();
    await room.schedule({ channel: 'c2' });
    await sql`update schedule set scope = '{' where id = ${id}`.execute(room.tower.database.write);
    await room.beatWith().beat();
    expect(room.tower.posted.map(({ channel }) => channel)).toEqual(['c2']);
    expect(room.told[0]?.about).toMatchObject({ reason: { kind: 'unreadable-scope' } });
  });

  it('posts all other countdowns if the row of one can’t be written', async () => {
    const { id } = await room.schedule();
    await room.schedule({ channel: 'c2' });
    await room.poison('schedule', `old.id = ${id}`);
    const beat = room.beatWith();
    await beat.beat();
    await beat.beat();
    expect(room.tower.posted.map(({ channel }) => channel)).toEqual(['c2']);
    expect(await room.tower.store.asides(GUILD)).toMatchObject([{ stage: 'fire', item: id, tries: 1 }]);
  });
});
