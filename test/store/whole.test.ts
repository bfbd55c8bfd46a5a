import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changing, asked, GUILD, instant, make, recording } from './founding.js';
import { faultAt, openFile } from '../support/database-fault.js';
import { leased } from '../support/leased.js';

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

describe('the main file', () => {
  it('holds everything when nothing is being written, and after each start and stop', async () => {
    const store = await open();
    await make(store, null, recording(), STATED);
    await store.tidy();
    // Nothing has happened since, and some seconds are over.
    const later = performance.now() + 3000;
    while (performance.now() < later) await store.tidy();
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    await store.close();
    const copied = await open(copy);
    expect(await copied.entries(GUILD, 1)).toHaveLength(1);
    await copied.close();
  });

  /** A record of which the last changes are only in the log, as after a kill. */
  async function killed(): Promise<string> {
    const there = join(folder, 'killed');
    mkdirSync(there);
    const program = `
      const { openStore } = await import('${join(process.cwd(), 'dist/src/store/index.js')}');
      const store = await openStore('sqlite:${join(there, 'a.db')}', () => undefined);
      await store.saveFact('first', '1');
      process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      stdio: 'inherit',
    });
    expect(signal).toBe('SIGKILL');
    return join(there, 'a.db');
  }

  it('is complete with its log after a kill, even if another program merged the two', async () => {
    const at = await killed();
    const first = await open(at);
    expect(await first.fact('first')).toBe('1');
    await first.close();
    rmSync(join(folder, 'killed'), { recursive: true });
    const merged = await killed();
    const database = new Sqlite(merged);
    database.prepare('select * from fact').all();
    database.close();
    expect(existsSync(`${merged}-wal`)).toBe(false);
    const second = await open(merged);
    expect(await second.fact('first')).toBe('1');
    await second.close();
  });

  it('is refused without its log after a kill, until the loss is accepted', async () => {
    const at = await killed();
    rmSync(`${at}-wal`);
    rmSync(`${at}-shm`, { force: true });
    expect(await faultAt(at)).toEqual({
      kind: 'log-missing',
      path: at,
      log: `${at}-wal`,
      state: `${at}.state`,
    });
    rmSync(`${at}.state`);
    const store = await open(at);
    expect(await store.fact('first')).toBeNull();
    await store.close();
  });
});

describe('a run of the bot that the database does not know', () => {
  const claim = (now: number) => ({ now, ...leased(0, 1), limit: 1 });

  it('is suspected after a backup was restored, and after a restart of more than a minute', async () => {
    const store = await open();
    expect(await store.readBackBefore()).toBeNull();
    await store.saveSettings({ ...(await store.settings(GUILD)), announcements: 'c1' }, STATED);
    await make(store, null, recording(), STATED);
    await store.claim(claim(STATED));
    expect(await store.readBackBefore()).toBe(STATED - 60_000);
    await store.close();
    const backup = join(folder, 'backup.db');
    copyFileSync(path, backup);
    const second = await open();
    await make(second, null, recording(), STATED + 1);
    await second.close();
    copyFileSync(backup, path);
    const restored = await open();
    await restored.claim(claim(STATED + 5));
    expect(await restored.readBackBefore()).toBe(STATED + 5);
    await restored.close();
  });

  it('is suspected if the database came from elsewhere', async () => {
    const store = await open();
    await store.saveSettings({ ...(await store.settings(GUILD)), announcements: 'c1' }, STATED);
    await make(store, null, recording(), STATED);
    await store.close();
    rmSync(`${path}.state`);
    const moved = await open();
    await moved.claim(claim(STATED + 5));
    expect(await moved.readBackBefore()).toBe(STATED + 5);
    await moved.close();
  });
});

describe('a database file that is deleted while the bot runs', () => {
  it.each(['', '-wal'])('is reported, and nothing is claimed to be saved: a.db%s', async (end) => {
    const store = await open();
    await make(store, null, recording(), STATED);
    expect(await store.problems()).toEqual([]);
    rmSync(path + end);
    expect(await store.problems()).toEqual([{ kind: 'file-gone' }]);
    expect(await store.change(GUILD, null, asked(recording(), STATED), changing(STATED))).toEqual({
      ok: false,
      refusal: { why: 'database-away' },
    });
    expect(await store.saveSettings(await store.settings(GUILD), STATED)).toMatchObject({
      refusal: { why: 'database-away' },
    });
    await store.close();
  });
});
