/** `backup` and `restore` as a host types them, on real files. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, start } from '../house/process.js';
import { GUILD, instant, make, recording } from '../store/founding.js';
import { openFile } from '../support/database-fault.js';
import { RELEASED, releasedFile } from '../support/released.js';

const STATED = instant('2025-07-14T15:00:00Z');

let folder: string;
let path: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
  copy = join(folder, 'copies', 'b.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ultimatum(...args: readonly string[]) {
  const run = start({ DATABASE_URL: `sqlite:${path}` }, [CLI, ...args]);
  return { code: await run.ended, output: run.output() };
}
const json = async (...args: readonly string[]) =>
  JSON.parse((await ultimatum(...args, '--json')).output) as Record<string, unknown>;

/** A record of `count` ultimatums. */
async function record(count: number): Promise<void> {
  const store = await openFile(path);
  for (let made = 0; made < count; made += 1) await make(store, null, recording(), STATED);
  await store.close();
}
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const count = (file: string) => {
  const database = new Sqlite(file, { readonly: true });
  const row = database.prepare<[], { n: number }>('select count(*) as n from entry').get();
  database.close();
  return row?.n;
};
const alter = (file: string, statements: string) => {
  const database = new Sqlite(file);
  database.exec(statements);
  database.close();
};

describe('npx ultimatum backup', () => {
  it('copies a record that a bot has open, says what is in it, and keeps its digest beside it', async () => {
    const store = await openFile(path);
    await make(store, null, recording(), STATED);
    await make(store, null, recording(), STATED, '100000000000000002');
    const { code, output } = await ultimatum('backup', copy);
    expect(output).toMatch(/2 servers, 2 ultimatums, 2 entries/);
    expect(code).toBe(0);
    await store.close();
    expect(count(copy)).toBe(2);
    const digest = createHash('sha256').update(readFileSync(copy)).digest('hex');
    expect(readFileSync(`${copy}.sha256`, 'utf8')).toBe(`${digest}  b.db\n`);
  });

  it('leaves two files that only their owner may read, and nothing else', async () => {
    await record(1);
    await ultimatum('backup', copy);
    const names = readdirSync(join(folder, 'copies')).toSorted();
    expect(names).toEqual(['b.db', 'b.db.sha256']);
    expect(names.map((name) => modeOf(join(folder, 'copies', name)))).toEqual(['600', '600']);
    expect(modeOf(join(folder, 'copies'))).toBe('700');
  });

  it('without a file, makes one beside the database that is named by the time', async () => {
    await record(1);
    expect((await ultimatum('backup')).code).toBe(0);
    const names = readdirSync(join(folder, 'backups'));
    expect(names[0]).toMatch(/^ultimatum-\d{8}T\d{6}Z\.db$/);
  });

  it('deletes what a killed backup left, but neither what another is making nor any other file', async () => {
    await record(1);
    const folderOf = join(folder, 'backups');
    mkdirSync(folderOf);
    const killed = start({}, ['-e', '']);
    await killed.ended;
    const made = `ultimatum-auto-20250813T100000Z.db.partial-`;
    const left = [`${made}${killed.child.pid}`, `${made}${killed.child.pid}-journal`];
    const kept = [
      `${made}${process.pid}`,
      `notes.partial-${killed.child.pid}`,
      'ultimatum-20250101T000000Z.db',
    ];
    for (const name of [...left, ...kept]) writeFileSync(join(folderOf, name), 'x');
    const checks = async () => (await ultimatum('doctor')).output.match(/^look: Backups: .*$/gm)?.join();
    expect(await checks()).toContain(
      `2 unfinished files were left in ${folderOf} by a backup that was killed.`,
    );
    expect((await ultimatum('backup')).code).toBe(0);
    expect(readdirSync(folderOf)).toEqual(expect.arrayContaining(kept));
    for (const name of left) expect(existsSync(join(folderOf, name))).toBe(false);
    expect(await checks()).toBeUndefined();
  });

  it('never overwrites', async () => {
    await record(1);
    const before = join(folder, 'there.db');
    writeFileSync(before, 'precious');
    expect(await json('backup', before)).toMatchObject({ fault: { kind: 'already-there', path: before } });
    expect(readFileSync(before, 'utf8')).toBe('precious');
  });

  it('says where there is no record to back up, and makes none', async () => {
    const { code, output } = await ultimatum('backup', copy);
    expect(code).toBe(1);
    expect(output).toContain(path);
    expect(existsSync(path)).toBe(false);
    expect(existsSync(copy)).toBe(false);
  });

  it('backs up a record of an earlier release as it is', async () => {
    releasedFile(path);
    expect(await json('backup', copy)).toMatchObject({ servers: 3, ultimatums: 11, entries: 21 });
    const database = new Sqlite(copy, { readonly: true });
    expect(database.prepare('select name from kysely_migration').all()).toHaveLength(3);
    database.close();
  });

  it.each([
    ['a missing trigger', 'drop trigger entry_no_delete', 'not-append-only'],
    [
      'an entry that no release wrote',
      `insert into entry select guild, number, 9, recorded, stated_start, stated_end, "by", statements, '{}' from entry`,
      'unreadable',
    ],
  ])('is no backup with %s', async (_what, statements, kind) => {
    await record(1);
    alter(path, statements);
    expect(await json('backup', copy)).toMatchObject({ fault: { kind } });
    expect(readdirSync(join(folder, 'copies'))).toEqual([]);
  });

  it('is no backup of a damaged file', async () => {
    await record(30);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8192, bytes.length - 4096);
    writeFileSync(path, bytes);
    const { code } = await ultimatum('backup', copy);
    expect(code).toBe(1);
    expect(existsSync(copy)).toBe(false);
  });

  it('names pg_dump where the record is in PostgreSQL', async () => {
    const run = start({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, [CLI, 'backup']);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/pg_dump.*docs\/hosting\.md/);
  });
});

describe('npx ultimatum restore', () => {
  beforeEach(async () => {
    await record(1);
    await ultimatum('backup', copy);
  });

  it('brings the record back where there is none, and says what is in it', async () => {
    for (const name of readdirSync(folder)) if (name.startsWith('a.db')) rmSync(join(folder, name));
    const { code, output } = await ultimatum('restore', copy);
    expect(output).toMatch(/1 server, 1 ultimatum, 1 entry/);
    expect(code).toBe(0);
    const store = await openFile(path);
    expect(await store.entries(GUILD, 1)).toHaveLength(1);
    await store.close();
    expect(modeOf(path)).toBe('600');
  });

  it('replaces a record only with --force, and keeps it whole', async () => {
    await record(2);
    expect(await json('restore', copy)).toMatchObject({ fault: { kind: 'record-there' } });
    expect(count(path)).toBe(3);
    const restored = await json('restore', copy, '--force');
    expect(restored).toMatchObject({ ultimatums: 1, digest: 'same' });
    expect(count(path)).toBe(1);
    expect(count(String(restored['kept']))).toBe(3);
  });

  it('is refused while a bot holds the database', async () => {
    const store = await openFile(path);
    expect(await json('restore', copy, '--force')).toMatchObject({ fault: { kind: 'held' } });
    await store.close();
    expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
  });

  it('refuses a file that is not the one that was backed up', async () => {
    alter(copy, 'drop trigger entry_no_delete');
    expect(await json('restore', copy, '--force')).toMatchObject({ fault: { kind: 'digest-differs' } });
    rmSync(`${copy}.sha256`);
    expect(await json('restore', copy, '--force')).toMatchObject({
      fault: { kind: 'not-append-only', path: copy },
    });
  });

  it('takes a copy that has no digest, and says so', async () => {
    const plain = join(folder, 'plain.db');
    copyFileSync(copy, plain);
    expect(await json('restore', plain, '--force')).toMatchObject({ digest: 'missing' });
  });

  it('refuses a file of another program, one of a newer release, and the database itself', async () => {
    const other = join(folder, 'other.db');
    alter(other, 'create table someone (id)');
    expect(await json('restore', other, '--force')).toMatchObject({
      fault: { kind: 'foreign', database: other },
    });
    rmSync(other);
    releasedFile(other, RELEASED.replaceAll('0003_boards', '9999_later'));
    expect(await json('restore', other, '--force')).toMatchObject({
      fault: { kind: 'newer', database: other },
    });
    expect(await json('restore', path, '--force')).toMatchObject({ fault: { kind: 'itself' } });
    expect(count(path)).toBe(1);
  });

  it('replaces a damaged database, and keeps its bytes', async () => {
    writeFileSync(path, Buffer.alloc(5000, 0x5a));
    const { kept } = await json('restore', copy, '--force');
    expect(count(path)).toBe(1);
    expect(readFileSync(String(kept))).toEqual(Buffer.alloc(5000, 0x5a));
  });
});
