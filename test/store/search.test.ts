import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { exactly, MOST_COUNTED, type Total } from '../../src/domain/total.js';
import { storeOn } from '../../src/store/index.js';
import type { ListFilter, Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { wordsIn } from '../../src/store/normalize.js';
import { openPglite } from '../support/pglite.js';
import { asked, changing, day, instant, make, recording } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');
const LATER = STATED + 60_000;

it.each([
  ['Cease-fire, NOW!', ['cease', 'fire', 'now']],
  ['L’Élysée: 100 %', ['l', 'elysee', '100']],
  ['see U-12 and u-boat', ['see', 'u12', 'and', 'u', 'boat']],
  ['停火协议 by May', ['停', '火', '协', '议', 'by', 'may']],
  ['Москва требует', ['москва', 'требует']],
  ['% _ \\ \0 🙂', []],
  ['the same, the same', ['the', 'same']],
  ['x'.repeat(3000), ['x'.repeat(64)]],
])('the words of %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

/** What was searched for is counted up to a thousand. */
const counted = (count: number): Total =>
  count > MOST_COUNTED ? { count: MOST_COUNTED, more: true } : exactly(count);

let last = 0;
/** A server of its own for each test. */
const newGuild = () => `3200000000000000${(last += 1).toString().padStart(2, '0')}`;

describe.each([
  ['SQLite', () => openSqlite(':memory:')],
  ['PGlite', openPglite],
])('search on %s', (_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(open());
  });
  afterAll(() => store.close());
  const numbers = async (guild: string, filter: Partial<ListFilter>) =>
    (await store.list(guild, { limit: 10, ...filter })).rows.map((row) => row.number);
  const curator = async (guild: string, command: Command) => {
    const changed = await store.change(guild, 1, asked(command, LATER), changing(LATER, `${guild}1`));
    expect(changed).toMatchObject({ ok: true });
  };

  it('finds by number, quote and tag, also in scripts without spaces', async () => {
    const guild = newGuild();
    await make(store, null, recording(), STATED, guild);
    await make(store, null, recording({ demand: '立即停火', statements: [], deadline: null }), STATED, guild);
    expect(await numbers(guild, { text: 'U-2' })).toEqual([2]);
    expect(await numbers(guild, { text: '50 days' })).toEqual([1]);
    expect(await numbers(guild, { text: 'ukr' })).toEqual([1, 2]);
    expect(await numbers(guild, { text: '停火' })).toEqual([2]);
    expect(await numbers(guild, { text: 'fire' })).toEqual([]);
  });

  it('accepts any text, however long or strange', async () => {
    const guild = newGuild();
    await make(store, null, recording(), STATED, guild);
    const many = Array.from({ length: 3000 }, (_, index) => `w${index}`).join(' ');
    for (const text of [many, 'x'.repeat(60_000), '\0', "'; drop table term; --", '\\', '%%']) {
      expect(await numbers(guild, { text })).toEqual([]);
    }
    expect(await numbers(guild, { text: '  ' })).toEqual([1]);
  });

  it('finds records under an alias by the issuer’s name, and the other way round', async () => {
    const guild = newGuild();
    await make(store, null, recording({ zoneFrom: 'stated' }), STATED, guild);
    await make(
      store,
      null,
      recording({ issuers: ['US President'], zone: 'Asia/Tokyo', zoneFrom: 'stated' }),
      LATER,
      guild,
    );
    await store.addAliases({
      guild: guild,
      aliases: ['US President'],
      name: 'Donald Trump',
      by: 'key',
      now: LATER,
    });
    expect(await numbers(guild, { issuer: 'donald trump' })).toEqual([1, 2]);
    expect(await numbers(guild, { issuer: 'US PRESIDENT' })).toEqual([1, 2]);
    expect(await store.issuerZone(guild, 'Donald Trump')).toBe('Asia/Tokyo');
    expect(await store.issuers(guild)).toEqual([
      { name: 'Donald Trump', aliases: ['US President'], count: 2 },
    ]);
  });

  it('keeps the zone of an issuer that was typed or stated before one that was only assumed', async () => {
    const guild = newGuild();
    const zoneOf = () => store.issuerZone(guild, 'Donald Trump');
    await make(
      store,
      null,
      recording({ zone: 'Europe/Brussels', zoneFrom: 'server', deadline: null }),
      STATED,
      guild,
    );
    expect(await zoneOf()).toBeNull();
    await make(store, null, recording({ zoneFrom: 'stated' }), STATED, guild);
    await make(store, null, recording({ zone: 'Europe/Brussels', zoneFrom: 'server' }), LATER, guild);
    expect(await zoneOf()).toBe('America/New_York');
    const stated = { ...day('2025-09-02'), zone: 'Europe/Moscow', zoneFrom: 'stated' } as const;
    await make(
      store,
      null,
      recording({ zone: 'UTC', zoneFrom: 'server', deadline: stated }),
      LATER + 1,
      guild,
    );
    expect(await zoneOf()).toBe('Europe/Moscow');
  });

  it('finds nothing by a name that was corrected', async () => {
    const guild = newGuild();
    await make(store, null, recording({ issuers: ['Donlad Trump'] }), STATED, guild);
    const fields = { issuers: ['Donald Trump'] };
    await curator(guild, { verb: 'correct', entry: 1, fields, removes: false, reason: 'a slip' });
    expect(await store.names(guild, 'issuer', '', 5)).toEqual(['Donald Trump']);
    expect(await numbers(guild, { text: 'donlad' })).toEqual([]);
    expect(await numbers(guild, { issuer: 'Donald Trump' })).toEqual([1]);
  });

  it('finds nothing hidden, by name or by word, until it is visible again', async () => {
    const guild = newGuild();
    await make(store, null, recording(), STATED, guild);
    const everything = async () => [
      await numbers(guild, {}),
      await numbers(guild, { text: 'ceasefire' }),
      await store.names(guild, 'target', 'rus', 5),
      (await store.issuers(guild)).length,
      (await store.list(guild, { limit: 1, text: 'ceasefire' })).total.count,
    ];
    await curator(guild, { verb: 'hide', reason: 'not public' });
    expect(await everything()).toEqual([[], [], [], 0, 0]);
    await curator(guild, { verb: 'unhide', reason: 'it was' });
    expect(await everything()).toEqual([[1], [1], ['Russia'], 1, 1]);
  });

  it('suggests names that begin with the text before those that contain it, each once', async () => {
    const guild = newGuild();
    const targets = ['Belarus', 'russia', 'Rwanda', 'Prussia', 'RUSSIA', 'Rural council'];
    for (const target of targets) await make(store, null, recording({ targets: [target] }), STATED, guild);
    expect(await store.names(guild, 'target', 'RU', 9)).toEqual([
      'Rural council',
      'russia',
      'Belarus',
      'Prussia',
    ]);
    expect(await store.names(guild, 'target', 'ru', 3)).toHaveLength(3);
    expect(await store.names(guild, 'target', '', 2)).toEqual(['Belarus', 'Prussia']);
    expect(await store.names(guild, 'target', '_', 9)).toEqual([]);
  });
});

describe('a page of a thousand and more', () => {
  let store: Store;
  const guild = newGuild();
  const many = 1100;
  beforeAll(async () => {
    store = await storeOn(openSqlite(':memory:'));
    for (let number = 1; number <= many; number += 1) {
      const demand = number % 100 === 0 ? 'open the strait' : 'agree to a ceasefire';
      await make(store, null, recording({ demand }), STATED, guild);
    }
  });
  afterAll(() => store.close());

  it.each<[string, Partial<ListFilter>, number, number]>([
    ['all', {}, 1, many],
    ['a common word', { text: 'trump' }, 1, many],
    ['a rare word', { text: 'strait' }, 100, 11],
    ['a common and a rare one', { text: 'trump strait' }, 100, 11],
    ['two common ones', { text: 'trump russia' }, 1, many],
    ['two common ones of a state', { text: 'trump russia', states: ['open'] }, 1, many],
    ['a tag and a state nothing is in', { tag: 'ukraine', states: ['resolved'] }, 0, 0],
    ['the last page', { text: 'trump', offset: many - 2 }, many - 1, many],
    ['behind the last page', { text: 'trump', offset: many + 5 }, 0, many],
  ])('%s: sorted, and counted', async (_what, filter, first, total) => {
    const page = await store.list(guild, { limit: 5, ...filter });
    expect(page.rows[0]?.number ?? 0).toBe(first);
    const paged = filter.offset ?? 0;
    expect(page.total).toEqual(filter.text === undefined || paged > 0 ? exactly(total) : counted(total));
    const exact = await store.list(guild, { limit: 5, ...filter, counting: 'exact' });
    expect(exact.total).toEqual(exactly(total));
  });

  it('is not counted if only the rows are needed', async () => {
    const page = await store.list(guild, { limit: 5, text: 'trump', counting: 'none' });
    expect(page.rows).toHaveLength(5);
    expect(page.total.count).toBe(5);
  });
});

describe('a page of ten thousand and more', () => {
  let store: Store;
  const guild = newGuild();
  /** Recorded one by one, and copied under other numbers. */
  const [first, copies] = [100, 110];
  const demandOf = (number: number) => {
    if (number % 50 === 0) return 'open the strait';
    if (number % 5 === 0) return 'return the prisoners';
    return number % 2 === 0 ? 'lift the blockade' : 'agree';
  };
  const many = first * copies;
  beforeAll(async () => {
    const database = openSqlite(':memory:');
    store = await storeOn(database);
    for (let number = 1; number <= first; number += 1)
      await make(store, null, recording({ demand: demandOf(number) }), STATED, guild);
    for (const table of ['ultimatum', 'term'] as const) {
      const row = await database.write.selectFrom(table).selectAll().limit(1).executeTakeFirst();
      const columns = Object.keys(row ?? {}).filter((column) => column !== 'number');
      const same = sql.join(columns.map((column) => sql.ref(column)));
      for (let copy = 1; copy < copies; copy += 1)
        await sql`insert into ${sql.table(table)} (number, ${same})
          select number + ${copy * first}, ${same} from ${sql.table(table)} where number <= ${first}`.execute(
          database.write,
        );
    }
  });
  afterAll(() => store.close());

  it.each<[string, string, number, number]>([
    ['one common word', 'trump', 1, many],
    ['two common words', 'trump russia', 1, many],
    ['a common and a rarer one', 'trump strait', 50, 2 * copies],
    ['a common one and one of some thousands', 'trump prisoners', 5, 18 * copies],
    ['a common one and one of many thousands', 'trump blockade', 2, 40 * copies],
    ['a common word and one that is nowhere', 'trump nowhere', 0, 0],
  ])('is sorted and counted for %s', async (_what, text, number, total) => {
    const page = await store.list(guild, { limit: 5, text });
    expect(page.rows[0]?.number ?? 0).toBe(number);
    expect(page.total).toEqual(counted(total));
    const exact = await store.list(guild, { limit: 5, text, counting: 'exact' });
    expect(exact.total).toEqual(exactly(total));
  });
});
