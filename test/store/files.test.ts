import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, make, recording } from './founding.js';
import { faultAt, openFile } from '../support/database-fault.js';

const STATED = instant('2025-07-14T15:00:00Z');

let folder: string;
let path: string;
let umask: number;
beforeEach(() => {
  umask = process.umask(0o022);
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

const open = (at = path) => openFile(at);
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const fault = (at = path) => faultAt(at);
const contents = () =>
  readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

describe('the files of SQLite', () => {
  it('are readable by their owner only, including older ones', async () => {
    await (await open()).close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    const store = await open();
    await make(store, null, recording(), STATED);
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(expect.arrayContaining(['a.db', 'a.db-wal', 'a.db.ballast', 'a.db.lock']));
    expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => '600'));
    await store.close();
  });

  it('get folders readable by their owner only', async () => {
    await (await open(join(folder, 'data', 'deep', 'a.db'))).close();
    expect(modeOf(join(folder, 'data'))).toBe('700');
  });

  it.each(['.lock', '.ballast', '.state', '-wal'])(
    'are never written through a symbolic link: %s',
    async (end) => {
      const victim = join(folder, 'victim');
      writeFileSync(victim, 'precious');
      symlinkSync(victim, path + end);
      expect(await fault()).toEqual({ kind: 'is-link', path: path + end });
      expect(readFileSync(victim, 'utf8')).toBe('precious');
    },
  );

  it('may be opened through a symbolic link, and are locked by the real file', async () => {
    await (await open()).close();
    const link = join(folder, 'link.db');
    symlinkSync(path, link);
    const store = await open(link);
    expect(await fault()).toEqual({ kind: 'held', path });
    await store.close();
    expect(existsSync(`${link}.lock`)).toBe(false);
  });
});

describe('a DATABASE_URL that names no database of ours', () => {
  it.each([
    ['a folder', () => folder, () => ({ kind: 'is-folder', path: folder })],
    ['a device', () => '/dev/null', () => ({ kind: 'not-a-file', path: '/dev/null' })],
    [
      'a folder that cannot be made',
      () => '/nonexistent/../proc/x/y.db',
      () => ({ kind: 'folder-failed', path: '/proc/x', reason: expect.stringContaining('ENOENT') }),
    ],
    [
      'a place in a file',
      () => join('/etc/passwd', 'x.db'),
      () => ({ kind: 'no-folder', path: '/etc/passwd' }),
    ],
  ])('is refused with the reason: %s', async (_name, at, expected) => {
    expect(await fault(at())).toEqual(expected());
  });

  const other = (journal: string) => () => {
    const database = new Sqlite(path);
    database.pragma(`journal_mode = ${journal}`);
    database.exec('create table entry (x); insert into entry values (1)');
    database.close();
  };
  const marked = () => {
    const database = new Sqlite(path);
    database.pragma('application_id = 252006673');
    database.close();
  };
  const newer = () => {
    const database = new Sqlite(path);
    database.exec(
      "create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('0001_record', ''), ('9999_future', '')",
    );
    database.close();
  };

  it.each([
    ['a text', () => writeFileSync(path, 'no database '.repeat(100)), 'not-sqlite'],
    ['a short text', () => writeFileSync(path, 'hello'), 'not-sqlite'],
    [
      'a damaged file',
      () => writeFileSync(path, `SQLite format 3\0${'\0'.repeat(84)}${'x'.repeat(5000)}`),
      expect.stringMatching(/^(not-sqlite|damaged)$/),
    ],
    ['another program’s', other('delete'), 'foreign'],
    ['another program’s with a log', other('wal'), 'foreign'],
    ['one that another program has marked', marked, 'foreign'],
    ['one of a newer release', newer, 'newer'],
  ])('is refused and left byte for byte as it was: %s', async (_name, put, kind) => {
    put();
    const before = contents();
    expect(await fault()).toMatchObject({ kind });
    expect(contents()).toEqual(before);
  });

  it('is known by the header where a newer release made it', async () => {
    await (await open()).close();
    const database = new Sqlite(path);
    expect(database.pragma('application_id', { simple: true })).toBe(0x554c544d);
    database.pragma('user_version = 99');
    database.close();
    expect(await fault()).toEqual({ kind: 'newer', database: path, migrations: [] });
  });
});
