import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { storeOn } from '../../src/store/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, changing, GUILD, instant, make, moving, recording } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MOVED = instant('2025-07-29T15:00:00Z');
const move = asked(moving('2025-08-08', '2025-07-29T14:00:00Z'), MOVED);

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'data', 'a.db');
});

describe('a store on SQLite', () => {
  it('reports "busy" while another program locks the file, and writes nothing', async () => {
    const store = await storeOn(openSqlite(path));
    await make(store, null, recording(), STATED);
    const other = new Sqlite(path);
    other.exec('begin immediate');
    expect(await store.change(GUILD, 1, move, changing(MOVED))).toEqual({
      ok: false,
      refusal: { why: 'busy' },
    });
    other.exec('rollback');
    expect(await store.entries(GUILD, 1)).toHaveLength(1);
    expect(await store.change(GUILD, 1, move, changing(MOVED))).toMatchObject({ ok: true });
    other.close();
    await store.close();
  });

  it('waits for the file if it is free again in time', async () => {
    const store = await storeOn(openSqlite(path));
    await make(store, null, recording(), STATED);
    const other = new Sqlite(path);
    other.exec('begin immediate');
    const waiting = store.change(GUILD, 1, move, changing(MOVED));
    other.exec('rollback');
    expect(await waiting).toMatchObject({ ok: true });
    other.close();
    await store.close();
  });

  it('reports a full disk, keeps the record intact, and goes on when there is space', async () => {
    const database = openSqlite(path);
    const store = await storeOn(database);
    await make(store, null, recording(), STATED);
    const [pages] = (await sql<{ page_count: number }>`pragma page_count`.execute(database.write)).rows;
    await sql`pragma max_page_count = ${sql.lit(pages?.page_count ?? 0)}`.execute(database.write);
    const long = asked(recording({ demand: 'x'.repeat(200_000) }), MOVED);
    expect(await store.change(GUILD, null, long, changing(MOVED))).toEqual({
      ok: false,
      refusal: { why: 'disk-full' },
    });
    expect(await store.ultimatum(GUILD, 2)).toBeNull();
    expect((await store.list(GUILD, { limit: 5 })).total.count).toBe(1);
    await sql`pragma max_page_count = 1000000`.execute(database.write);
    expect(await store.change(GUILD, null, long, changing(MOVED))).toMatchObject({ ok: true });
    await store.close();
  });

  it('is locked by one process and refused to a second', async () => {
    const store = await storeOn(openSqlite(path));
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ fault: { kind: 'held', path } }));
    await store.close();
    await (await storeOn(openSqlite(path))).close();
  });

  it('unlocks at once when its process is killed', async () => {
    await (await storeOn(openSqlite(path))).close();
    const program = `const Sqlite = require('better-sqlite3');
      new Sqlite(process.argv[1]).exec('begin exclusive');
      console.log('held');
      setInterval(() => undefined, 1000);`;
    const other = spawn(process.execPath, ['-e', program, `${path}.lock`]);
    await once(other.stdout, 'data');
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ fault: { kind: 'held', path } }));
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (await storeOn(openSqlite(path))).close();
  });

  it('opens once a file that is no database is moved away', async () => {
    await (await storeOn(openSqlite(path))).close();
    await writeFile(path, 'this is no database, but it is long enough to be taken for one '.repeat(20));
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ fault: { kind: 'not-sqlite', path } }));
    await rm(path);
    await (await storeOn(openSqlite(path))).close();
  });

  it('keeps everything after it was closed and opened again', async () => {
    const first = await storeOn(openSqlite(path));
    const { appended } = await make(first, null, recording(), STATED);
    await first.close();
    const second = await storeOn(openSqlite(path));
    expect(await second.entries(GUILD, 1)).toEqual(appended);
    await second.close();
  });
});
