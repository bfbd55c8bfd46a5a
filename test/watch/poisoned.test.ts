import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, type Schedule } from '../../src/domain/guild.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Notice } from '../../src/watch/aside.js';
import { GUILD, instant, make, recording } from '../store/founding.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, SERVER } from '../support/postgres.js';
import { digest, SECOND, START, watching, type Watching } from './watching.js';

const STATED = instant('2025-07-14T15:00:00Z');
const HOME = 'home';
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** More than a stage looks at in one go. */
const MANY = 30;

type Opening = () => Promise<{ readonly open: Watching; readonly drop?: () => Promise<void> }>;

async function onServer() {
  const { url, drop } = await newDatabase();
  return { open: await watching(openPostgres(url, () => undefined)), drop };
}

const ENGINES: readonly (readonly [string, Opening])[] = [
  ['SQLite', async () => ({ open: await watching(openSqlite(':memory:')) })],
  SERVER === undefined
    ? ['PGlite', async () => ({ open: await watching(openPglite()) })]
    : ['PostgreSQL', onServer],
];

describe.each(ENGINES)('a beat on %s with a poisoned row', (_name, opening) => {
  let tower: Watching;
  let drop: (() => Promise<void>) | undefined;
  let now: number;
  let told: Notice[];
  beforeEach(async () => {
    ({ open: tower, drop } = await opening());
    now = START;
    told = [];
    await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: HOME }, 0);
  });
  afterEach(async () => {
    await tower.store.close();
    await drop?.();
  });

  const tell = (notice: Notice) => {
    told.push(notice);
    return Promise.resolve(true);
  };
  const beatWith = (more: { readonly store?: Store; readonly send?: Watching['send'] } = {}) =>
    tower.beatWith({ now: () => now, tell, ...more });

  /** Whatever is written to rows of which `condition` holds fails. */
  async function poison(table: string, condition: string): Promise<void> {
    const { engine, write } = tower.database;
    if (engine === 'sqlite') {
      await sql
        .raw(
          `create trigger poison_${table} before update on ${table} when ${condition} begin select raise(abort, 'poisoned'); end`,
        )
        .execute(write);
      return;
    }
    await sql
      .raw(`create function poison() returns trigger language plpgsql as $$ begin raise 'poisoned'; end $$`)
      .execute(write);
    await sql
      .raw(
        `create trigger poison before update on ${table} for each row when (${condition}) execute function poison()`,
      )
      .execute(write);
  }

  const schedule = (more: Partial<Schedule> = {}) =>
    tower.store.addSchedule({
      guild: GUILD,
      channel: 'c1',
      cron: '0 4 * * *',
      zone: 'UTC',
      scope: { kind: 'all' },
      author: '5',
      status: 'running',
      broken: null,
      next: START,
      last: null,
      ...more,
    });

  /** An entry that cannot be read, behind the founding case's own. */
  const corrupt = (number: number, what: string, statements = '[]') =>
    tower.database.write
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
    const [first] = await tower.store.entries(GUILD, number);
    const what = JSON.parse(JSON.stringify(first?.what).replaceAll(/America\/New_York/g, 'Mars/Olympus'));
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
          tower.database.write,
        ),
    ],
  ];

  it.each(KINDS)('in expiry records all other deadlines: one %s', async (_kind, spoil) => {
    await make(tower.store, null, recording(), STATED);
    await make(tower.store, null, recording(), STATED);
    await spoil(1);
    now = START + 3 * SECOND;
    const beat = beatWith();
    await beat.beat();
    await beat.beat();
    expect((await tower.store.ultimatum(GUILD, 2))?.state).toBe('passed');
    expect(tower.posted.filter(({ kind, number }) => kind === 'passed' && number === 2)).toHaveLength(1);
    expect(beat.problems()).toEqual([]);
  });

  it('in expiry is set aside, told once, and found by whoever hosts the bot', async () => {
    for (let number = 1; number <= MANY + 1; number += 1) await make(tower.store, null, recording(), STATED);
    for (let number = 1; number <= MANY; number += 1) await corrupt(number, '{');
    now = START + 3 * SECOND;
    const beat = beatWith();
    await beat.beat();
    expect((await tower.store.ultimatum(GUILD, MANY + 1))?.state).toBe('passed');
    expect(await tower.store.asides(GUILD)).toHaveLength(MANY);
    expect(told).toHaveLength(MANY);
    expect(told[0]?.text).toMatch(/^The deadline of U-\d+ has passed, and the bot could not record that\./);
    const [problem, ...others] = await tower.store.problems();
    expect(problem).toMatch(
      /^Set aside by the stage "expire": U-\d+ of server \d+ \(and 29 more\) could not be marked as passed\./,
    );
    expect(others).toEqual([]);
    // Nothing is tried again, nor found due, before its pause is over.
    expect(await tower.store.nextDue()).toBe(now + MINUTE);
    await beat.beat();
    now += MINUTE;
    await beat.beat();
    expect(told).toHaveLength(MANY);
    const asides = await tower.store.asides(GUILD);
    expect(new Set(asides.map(({ tries, until }) => `${tries} ${until - now}`))).toEqual(
      new Set([`2 ${4 * MINUTE}`]),
    );
  });

  it('in expiry goes on by itself once it is mended', async () => {
    await make(tower.store, null, recording(), STATED);
    await sql`update settings set value = '{' where guild = ${GUILD}`.execute(tower.database.write);
    now = START + 3 * SECOND;
    const beat = beatWith();
    await beat.beat();
    expect(await tower.store.asides(GUILD)).toHaveLength(1);
    await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: HOME }, now);
    now += MINUTE;
    await beat.beat();
    expect((await tower.store.ultimatum(GUILD, 1))?.state).toBe('passed');
    expect([await tower.store.asides(GUILD), await tower.store.problems()]).toEqual([[], []]);
    expect(tower.posted.filter(({ kind }) => kind === 'passed')).toHaveLength(1);
  });

  it.each([
    [
      'a zone this computer does not know',
      { zone: 'America/Nowhere' },
      'This computer does not know the time zone America/Nowhere. Choose another with /countdown edit, or update Node.',
    ],
    [
      'a schedule of an older release',
      { cron: 'every full moon' },
      'Its schedule "every full moon" cannot be read. Choose another with /countdown edit.',
    ],
    [
      'a day that never comes',
      { cron: '0 9 31 2 *' },
      'Its schedule "0 9 31 2 *" cannot be read. Choose another with /countdown edit.',
    ],
  ])('among the countdowns posts all others, and says why it stopped: %s', async (_kind, more, reason) => {
    for (let index = 0; index < MANY; index += 1) await schedule({ ...more, channel: `bad-${index}` });
    await schedule();
    const beat = beatWith();
    await beat.beat();
    expect(tower.posted.map(({ channel }) => channel)).toEqual(['c1']);
    const stopped = (await tower.store.schedules(GUILD)).filter(({ status }) => status === 'broken');
    expect(new Set(stopped.map(({ broken }) => broken))).toEqual(new Set([reason]));
    expect(stopped).toHaveLength(MANY);
    expect(told).toHaveLength(MANY);
    expect(told[0]).toMatchObject({ author: '5', channel: 'bad-0' });
    expect(told[0]?.text).toBe(`Countdown 1 in <#bad-0> has stopped. ${reason}`);
    expect(await tower.store.problems()).toHaveLength(1);
    expect(beat.problems()).toEqual([]);
  });

  it('among the countdowns runs again at the start after what was wrong is mended', async () => {
    const { id } = await schedule({ zone: 'America/Nowhere' });
    await beatWith().beat();
    await sql`update schedule set zone = 'UTC' where id = ${id}`.execute(tower.database.write);
    await beatWith().beat();
    expect(tower.posted).toHaveLength(1);
    expect(await tower.store.schedules(GUILD)).toMatchObject([{ status: 'running', broken: null }]);
    expect(await tower.store.problems()).toEqual([]);
  });

  it('among the countdowns posts all others where what it lists cannot be read', async () => {
    const { id } = await schedule();
    await schedule({ channel: 'c2' });
    await sql`update schedule set scope = '{' where id = ${id}`.execute(tower.database.write);
    await beatWith().beat();
    expect(tower.posted.map(({ channel }) => channel)).toEqual(['c2']);
    expect(told[0]?.text).toMatch(
      /What it lists is no longer readable\. Choose it again with \/countdown edit\.$/,
    );
  });

  it('among the countdowns posts all others where its row cannot be written', async () => {
    const { id } = await schedule();
    await schedule({ channel: 'c2' });
    await poison('schedule', `old.id = ${id}`);
    const beat = beatWith();
    await beat.beat();
    await beat.beat();
    expect(tower.posted.map(({ channel }) => channel)).toEqual(['c2']);
    expect(await tower.store.asides(GUILD)).toMatchObject([{ stage: 'fire', item: id, tries: 1 }]);
  });

  it.each([0, 50])('that cannot be claimed posts all others, with a budget of %i', async (perSecond) => {
    await tower.digests(6, 6);
    await poison('delivery', `old.slot = '2'`);
    const beat = tower.beatWith({ tell, perSecond });
    await tower.time.until(beat.beat());
    expect(tower.posted.map(({ slot }) => slot).toSorted()).toEqual(['0', '1', '3', '4', '5']);
    expect(await tower.store.asides(GUILD)).toMatchObject([{ stage: 'claim', item: 3 }]);
    expect(told).toHaveLength(1);
    expect((await tower.store.problems())[0]).toMatch(/^Set aside by the stage "claim": post 3 of server/);
  });

  it('of what a channel was sent of late posts all of them', async () => {
    await tower.digests(3, 3);
    await sql`insert into pace (channel, recent, newest) values ('c1', '[', ${START})`.execute(
      tower.database.write,
    );
    await tower.time.until(tower.beatWith({ perSecond: 50 }).beat());
    expect(tower.posted).toHaveLength(3);
  });

  it('at which sending throws posts all others, and tries it again later', async () => {
    await tower.digests(3, 1);
    await tower.plan([digest(9, 'c9', { kind: 'board', slot: 'post', version: '1', subject: 'board' })]);
    let poisoned = true;
    const send: Watching['send'] = (row, at, pass) => {
      if (poisoned && (row.slot === '1' || row.kind === 'board')) throw new Error('cannot be drawn');
      return tower.send(row, at, pass);
    };
    const beat = beatWith({ send });
    await beat.beat();
    expect(tower.posted.map(({ slot }) => slot)).toEqual(['0', '2']);
    const asides = await tower.store.asides(GUILD);
    expect(asides.map(({ stage, reason }) => [stage, reason]).toSorted()).toEqual([
      ['boards', 'An error in the bot: cannot be drawn'],
      ['send', 'An error in the bot: cannot be drawn'],
    ]);
    expect(told).toHaveLength(2);
    poisoned = false;
    now += MINUTE;
    await beat.beat();
    expect(tower.posted.map(({ slot }) => slot)).toEqual(['0', '2', 'post', '1']);
    expect(await tower.store.problems()).toEqual([]);
  });

  it('that cannot be settled loses no other of its batch', async () => {
    await tower.digests(5, 5);
    const beat = beatWith({
      send: async (row, at, pass) => {
        if (row.slot === '0') await poison('delivery', `old.slot = '3' and old.status = 'claimed'`);
        return tower.send(row, at, pass);
      },
    });
    await beat.beat();
    const rows = await tower.rows();
    expect(rows.filter(({ status }) => status === 'sent').map(({ slot }) => slot)).toEqual([
      '0',
      '1',
      '2',
      '4',
    ]);
    expect(await tower.store.asides(GUILD)).toMatchObject([{ stage: 'send', item: 4 }]);
    // It was posted, and is not posted again while it cannot be written down.
    await beat.beat();
    expect(tower.posted).toHaveLength(5);
  });

  it('keeps no other stage from its work where a whole stage fails, and says so', async () => {
    await tower.digests(1, 1);
    await schedule({ channel: 'c7' });
    let dead = true;
    const store: Store = {
      ...tower.store,
      lapsing: (...given) =>
        dead ? Promise.reject(new Error('the index is damaged')) : tower.store.lapsing(...given),
    };
    const beat = beatWith({ store });
    await beat.beat();
    expect(tower.posted.map(({ channel }) => channel).toSorted()).toEqual(['c0', 'c7']);
    expect(beat.problems()).toEqual([
      expect.stringMatching(
        /^The stage "expire" of the beat has failed \d+ times in a row since .*: the index is damaged$/,
      ),
    ]);
    now -= DAY;
    dead = false;
    await beat.beat();
    expect(beat.problems()).toEqual([]);
  });

  it('survives a clock that jumps a year ahead and back', async () => {
    await make(tower.store, null, recording(), STATED);
    await schedule({ cron: '*/15 * * * *' });
    const beat = beatWith();
    for (const jump of [0, 366 * DAY, -366 * DAY, 0]) {
      now = START + jump;
      await beat.beat();
      expect(beat.problems()).toEqual([]);
    }
    expect(await tower.store.problems()).toEqual([]);
  });
});
