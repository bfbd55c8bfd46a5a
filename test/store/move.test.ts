/** A record is moved between engines: random rows in every table arrive as they were, also after an end at any step. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEPT_TABLES } from '../../src/domain/kept-data.js';
import type { MoveFault } from '../../src/domain/move.js';
import type { Database } from '../../src/store/database.js';
import { DatabaseFaultError } from '../../src/store/database-fault.js';
import { storeOn } from '../../src/store/index.js';
import { migrate } from '../../src/store/migrate.js';
import { MoveFaultError } from '../../src/store/move/fault.js';
import { moveRecord } from '../../src/store/move/index.js';
import { assertWholeCopy } from '../../src/store/move/state.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { ANA, BEN, fill, ISSUER, OTHER } from './filled.js';
import { GUILD } from './founding.js';

let folder: string;
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const onFile = () => Promise.resolve(openSqlite(join(folder, `${(made += 1)}.db`)));

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});
async function onServer(): Promise<Database> {
  const { url, drop } = await newDatabase();
  drops.push(drop);
  return openPostgres(url, () => undefined);
}

const move = (source: Database, target: Database) => moveRecord(source, target, () => undefined);

/** Every row of every table, with its values as text, in an order of its own. */
async function contents({ read }: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await read.introspection.getTables()).filter(({ name }) => !/^(kysely|sqlite)_/.test(name));
  const all: Record<string, readonly string[]> = {};
  for (const { name, columns } of tables) {
    const names = columns.map((column) => column.name).toSorted();
    const values = sql.join(names.map((column) => sql`cast(${sql.id(column)} as text) as ${sql.id(column)}`));
    const { rows } = await sql`select ${values} from ${sql.table(name)}`.execute(read);
    all[name] = rows.map((row) => JSON.stringify(row, names)).toSorted();
  }
  return all;
}

/** What the database gives the next row of a table. */
async function nextId({ write }: Database): Promise<number> {
  const row = { guild: GUILD, folded: 'x', alias: 'X', name: 'Y', by: 'z', recorded: 1 };
  return (await write.insertInto('alias_log').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => one.replaceAll('\0', ''));
const guild = fc.constantFrom(GUILD, OTHER, 'Z', 'a', 'ä', '\u{1F600}');

interface RandomColumn {
  readonly name: string;
  readonly type: string;
  /** Whether the table has one row of each server. */
  readonly isKey: boolean;
}

const KEYS = /^(id|number|seq|key|user|name|shard|folded|term|channel|holder|proposal|delivery|item)$/;

/** Random values of a column; `index` keeps keys apart. */
function valuesOf({ name, type, isKey }: RandomColumn, index: number): fc.Arbitrary<string | number> {
  const isNumber = /int/i.test(type);
  if (name === 'guild') return isKey ? fc.constant(`server ${index}`) : guild;
  if (KEYS.test(name)) return fc.constant(isNumber ? index + 1 : `${index} É é z Z_`);
  return isNumber
    ? fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })
    : text.map((one) => `${index} ${one}`);
}

const firstEntry = ({ read }: Database) =>
  read.selectFrom('entry').select(['what', 'statements']).limit(1).executeTakeFirstOrThrow();

/** Fills every table with random rows beside the records of two servers; 450 are more than are read at a time twice. */
async function fillAll(database: Database, seed: number, count = 450): Promise<void> {
  const store = await storeOn({ ...database, close: () => Promise.resolve() });
  await fill(store, GUILD, ANA, ISSUER);
  await fill(store, OTHER, BEN, ISSUER);
  const { write, read, dialect } = database;
  for (const [at, table] of Object.keys(KEPT_TABLES).entries()) {
    const { rows: columns } = await dialect.columnsOf(table).execute(read);
    const keys = columns.filter(({ place }) => place > 0);
    const column = ({ name, type }: (typeof columns)[number]) => ({ name, type, isKey: keys.length === 1 });
    // From 1000 on: far from the keys that the two records have.
    const row = (_made: unknown, index: number) =>
      fc.record(Object.fromEntries(columns.map((one) => [one.name, valuesOf(column(one), 1000 + index)])));
    const rows = fc.tuple(...Array.from({ length: count }, row));
    const [sample = []] = fc.sample(rows, { seed: seed + at, numRuns: 1 });
    // Of entries only what need not be read as one is random.
    const real = table === 'entry' ? await firstEntry(database) : {};
    await write
      .insertInto(table as 'name')
      .values(sample.map((one) => ({ ...one, ...real })) as never)
      .execute();
  }
  await sql`insert into interaction (id) values (9223372036854775807), (1394369321337192519)`.execute(write);
  // An upgrade that is not finished would be finished by the first start.
  await write.deleteFrom('reindex').execute();
}

const faultOf = (moved: Promise<unknown>): Promise<MoveFault> =>
  moved.then(
    () => {
      throw new Error('It was moved.');
    },
    (error: unknown) => {
      if (error instanceof MoveFaultError || error instanceof DatabaseFaultError) return error.fault;
      throw error;
    },
  );

describe.each([
  ['PGlite', () => Promise.resolve(openPglite()), false],
  [`PostgreSQL ${onPostgres}`, onServer, SERVER === undefined],
])('between SQLite and %s', (_name, open, skipped) => {
  it.skipIf(skipped)('moves every row of every table there and back', async () => {
    const [source, target, back] = [await onFile(), await open(), await onFile()];
    await fillAll(source, 20);
    await sql`update sqlite_sequence set seq = 7654321 where name = 'alias_log'`.execute(source.write);
    const before = await contents(source);
    expect(Object.values(before).every((rows) => rows.length >= 450 || rows.length === 0)).toBe(true);
    const moved = await move(source, target);
    expect(await contents(target)).toEqual(before);
    expect(moved).toMatchObject({ continued: false, rows: Object.values(before).flat().length });
    await move(target, back);
    expect(await contents(back)).toEqual(before);
    expect([await nextId(target), await nextId(back)]).toEqual([7654322, 7654322]);
    for (const database of [source, target, back]) await database.close();
  });
});

/** A database that ends before its `most`-th transaction of writing. */
function endingAt(database: Database, most: number): Database {
  let begun = 0;
  const write = new Proxy(database.write, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'transaction' && (begun += 1) >= most) throw new Error('ended');
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...database, write };
}

it('goes on where it ended, at every step, and no bot starts on a part of a record', async () => {
  const source = await onFile();
  await fillAll(source, 3, 210);
  const before = await contents(source);
  const target = await onFile();
  await migrate(target);
  /** How the move ended, and whether the bot may start on what is there then. */
  const attempt = async () => {
    const ended = await move(source, endingAt(target, 3)).then(
      () => 'done',
      (error: Error) => error.message,
    );
    const started = await assertWholeCopy(target).then(
      () => 'starts',
      (error: DatabaseFaultError) => error.fault.kind,
    );
    return { outcome: `${ended}: ${started}`, rows: Object.values(await contents(target)).flat().length };
  };
  const attempts = [await attempt()];
  while (attempts.at(-1)?.outcome === 'ended: unfinished-copy') attempts.push(await attempt());
  expect(attempts.at(-1)?.outcome).toBe('done: starts');
  expect(attempts.length).toBeGreaterThan(20);
  const rows = attempts.slice(0, -1).map((one) => one.rows);
  expect(rows.toSorted((one, other) => one - other)).toEqual(rows);
  expect(await contents(target)).toEqual(before);
  for (const database of [source, target]) await database.close();
});

describe('a move is refused', () => {
  let source: Database;
  let target: Database;
  beforeEach(async () => {
    [source, target] = [await onFile(), await onFile()];
    const store = await storeOn({ ...source, close: () => Promise.resolve() });
    await fill(store, GUILD, ANA, ISSUER);
  });
  afterEach(async () => {
    for (const database of [source, target]) await database.close();
  });

  it('into a database that has rows', async () => {
    await migrate(target);
    await target.write.insertInto('settings').values({ guild: OTHER, value: '{}' }).execute();
    expect(await faultOf(move(source, target))).toMatchObject({
      kind: 'target-not-empty',
      table: 'settings',
    });
  });

  it('into the unfinished copy of another record', async () => {
    await migrate(target);
    await move(source, endingAt(target, 2)).catch(() => undefined);
    const other = await onFile();
    await storeOn({ ...other, close: () => Promise.resolve() });
    expect(await faultOf(move(other, target))).toMatchObject({
      kind: 'target-of-another',
      source: source.name,
    });
    expect(await faultOf(move(target, other))).toMatchObject({
      kind: 'unfinished-copy',
      source: source.name,
    });
    await other.close();
  });

  it('from a record without tables, or of an earlier release', async () => {
    const empty = await onFile();
    expect(await faultOf(move(empty, target))).toMatchObject({ kind: 'source-empty' });
    await empty.close();
    await sql`delete from kysely_migration where name > '0019'`.execute(source.write);
    expect(await faultOf(move(source, target))).toMatchObject({ kind: 'source-older' });
  });

  it('by its own comparison, where one side was written to meanwhile', async () => {
    await migrate(target);
    await move(source, endingAt(target, 12)).catch(() => undefined);
    await sql`update ultimatum set demand = 'something else' where guild = ${GUILD} and number = 1`.execute(
      target.write,
    );
    const differs = { kind: 'copy-differs', table: 'ultimatum', guild: GUILD };
    expect(await faultOf(move(source, target))).toMatchObject(differs);
    await expect(storeOn(target)).rejects.toMatchObject({ fault: { kind: 'unfinished-copy' } });
  });

  it('for a text that PostgreSQL cannot hold, with the table named', async () => {
    await sql`insert into fact (name, value) values ('a', ${'b\0c'})`.execute(source.write);
    const postgres = openPglite();
    expect(await faultOf(move(source, postgres))).toMatchObject({ kind: 'not-taken', table: 'fact' });
    await postgres.close();
  });
});
