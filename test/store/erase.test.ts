/** What is left of a person and of a server after they were erased: no row, and no byte of the files. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEPT_TABLES } from '../../src/domain/kept-data.js';
import { backUp } from '../../src/store/backup.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { valueOf } from '../support/result.js';
import { ANA, BEN, fill, ISSUER, keyFor, keyOf, OTHER, record, STATED } from './filled.js';
import { GUILD } from './founding.js';

const DAY = 86_400_000;

/** The rows of a server, by table. */
async function rowsOf({ read }: Database, guild: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, { plain }] of Object.entries(KEPT_TABLES)) {
    if (!plain.split(' ').includes('guild')) continue;
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
      where guild = ${guild}`.execute(read);
    const count = Number(rows[0]?.count);
    if (count > 0) counts[table] = count;
  }
  return counts;
}

describe.each([
  ['SQLite', () => openSqlite(':memory:')],
  ['PGlite', openPglite],
])('erasing a server, on %s', (_name, open) => {
  let database: Database;
  let store: Store;
  let [mine, other] = [GUILD, OTHER];
  let [ana, ben] = [ANA, BEN];
  let made = 10;
  beforeAll(async () => {
    database = open();
    store = await storeOn(database);
  });
  afterAll(() => store.close());
  /** Two servers and two people of each test's own. */
  beforeEach(async () => {
    made += 1;
    [mine, other] = [`3000000000000000${made}`, `4000000000000000${made}`];
    [ana, ben] = [
      { ...ANA, user: `9000000000000000${made}` },
      { ...BEN, user: `1000000000000000${made}` },
    ];
    await fill(store, mine, ana, ISSUER);
    await fill(store, mine, ben, ISSUER);
    await fill(store, other, ana, 'Ruritania');
  });

  it('deletes all of its rows, and none of another server', async () => {
    const before = await rowsOf(database, other);
    const filled = Object.keys(await rowsOf(database, mine));
    expect(filled.length).toBeGreaterThan(10);
    expect(valueOf(await store.eraseServer(mine))).toEqual({ ultimatums: 4, entries: 4, people: 1 });
    expect(await rowsOf(database, mine)).toEqual({});
    expect(await rowsOf(database, other)).toEqual(before);
    expect(await store.fact(`untold ${mine}`)).toBeNull();
    expect(await store.fact(`untold ${other}`)).toBe('something');
  });

  it('deletes those who did nothing elsewhere, and nobody else', async () => {
    const known = async () => (await store.people([keyFor(ana), keyFor(ben)])).size;
    expect(await known()).toBe(2);
    await store.eraseServer(mine);
    expect(await known()).toBe(1);
    await store.eraseServer(other);
    expect(await known()).toBe(0);
  });

  it('leaves the record append-only afterwards', async () => {
    await store.eraseServer(mine);
    for (const table of ['entry', 'alias_log', 'proposal'])
      await expect(sql`delete from ${sql.table(table)}`.execute(database.write)).rejects.toThrow(
        'append-only',
      );
  });

  it('happens once for one press, and numbers begin at U-1 again', async () => {
    const press = `press-${mine}-${ana.user}`;
    expect((await store.eraseServer(mine, press)).ok).toBe(true);
    expect(await store.nextNumber(mine)).toBe(1);
    await record(store, mine, 'k', ISSUER);
    expect(await store.eraseServer(mine, press)).toMatchObject({ refusal: { why: 'expired' } });
    expect(await store.nextNumber(mine)).toBe(2);
  });

  it('happens by itself 30 days after the bot was removed from it, unless it comes back', async () => {
    const others = (await store.servers()).filter((guild) => guild !== mine && guild !== other);
    const left = await store.noteServers([...others, other], STATED);
    expect(left).toEqual([{ guild: mine, erasedAt: STATED + 30 * DAY }]);
    expect(await store.noteServers([...others, other], STATED + DAY)).toEqual([]);
    await store.noteDeparted(other, STATED);
    await store.noteServers([...others, other], STATED + 29 * DAY);
    await store.eraseOld(STATED + 30 * DAY);
    expect(await store.nextNumber(mine)).toBe(5);
    // Only what Discord still says after 30 days counts.
    await store.eraseOld(STATED + 31 * DAY);
    expect(await store.nextNumber(mine)).toBe(5);
    await store.noteServers([...others, other], STATED + 31 * DAY);
    await store.eraseOld(STATED + 31 * DAY);
    expect(await rowsOf(database, mine)).toEqual({});
    expect(await store.departed()).toEqual([]);
    expect(await store.nextNumber(other)).toBe(3);
  });

  it('takes in every table and column, each declared with what it says about people', async () => {
    const tables = (await database.read.introspection.getTables()).filter(
      ({ name }) => !name.startsWith('kysely_') && !name.startsWith('sqlite_'),
    );
    const real = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()]);
    const declared = Object.entries(KEPT_TABLES).map(([name, { personal, plain }]) => [
      name,
      [...Object.keys(personal), ...plain.split(' ').filter((column) => column !== '')].toSorted(),
    ]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(real));
  });
});

describe('the file, its write-ahead log and a fresh backup', () => {
  let folder: string;
  let path: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
    path = join(folder, 'a.db');
    store = await storeOn(openSqlite(path));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Which of the texts stand in any file of the folder, byte for byte. */
  async function found(texts: readonly string[]): Promise<readonly string[]> {
    const copy = join(folder, 'copy.db');
    rmSync(copy, { force: true });
    await backUp(path, copy);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(existsSync(`${path}-wal`)).toBe(true);
    return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
  }

  /** So many rows that pages are split and joined, among them long texts; the person changes names meanwhile. */
  async function busy(): Promise<void> {
    await fill(store, GUILD, ANA, ISSUER);
    await fill(store, GUILD, BEN, ISSUER);
    await fill(store, OTHER, ANA, 'Ruritania');
    for (let index = 0; index < 40; index += 1) {
      const by = await keyOf(store, { ...ANA, name: `${ANA.name} ${index % 7}` });
      await record(store, index % 2 === 0 ? GUILD : OTHER, by, 'Ruritania', ` (${'x'.repeat(index * 60)})`);
      await keyOf(store, { user: `5000000000000000${index}`, name: `Member ${index}` });
    }
  }

  it('hold neither name nor id of a person who was forgotten', async () => {
    await busy();
    const traces = [ANA.user, ANA.name];
    expect(await found(traces)).toEqual(traces);
    expect(await store.forget(ANA.user, STATED)).toBe(true);
    expect(await found(traces)).toEqual([]);
    await store.eraseOld(STATED);
    expect(await found(traces)).toEqual([]);
    expect(await found([BEN.user, BEN.name])).toHaveLength(2);
  });

  it('hold neither names nor ids of a server that was erased', async () => {
    await busy();
    const traces = [GUILD, ISSUER, BEN.user, BEN.name];
    expect(await found(traces)).toEqual(traces);
    await store.eraseServer(GUILD);
    await store.eraseOld(STATED);
    expect(await found(traces)).toEqual([]);
    expect(await found([OTHER, ANA.user, 'Ruritania'])).toHaveLength(3);
  });
});
