/** A backup, a restore and an upgrade end at any step, as with SIGKILL, and the record is whole at every one. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.js';
import { restore } from '../../src/store/restore.js';
import { openFile } from '../support/database-fault.js';
import { releasedFile } from '../support/released.js';
import { GUILD, instant, make, recording } from './founding.js';

/** What changes a file or its name. */
const CHANGES = [
  'openSync',
  'copyFileSync',
  'chmodSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const;

class Killed extends Error {}

/** Works until the `point`-th change in `folder`; from then on nothing is changed any more. How many were begun. */
async function dyingAt(folder: string, point: number, work: () => Promise<unknown>): Promise<number> {
  const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
  let made = 0;
  const dying =
    (call: (...given: never[]) => unknown) =>
    (...given: never[]) => {
      if (!given.some((one) => String(one).startsWith(folder))) return call(...given);
      made += 1;
      if (made >= point) throw new Killed();
      return call(...given);
    };
  Object.assign(fs, Object.fromEntries(CHANGES.map((name) => [name, dying(fs[name])])));
  syncBuiltinESMExports();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  return made;
}

let folder: string;
let path: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
  const store = await openFile(path);
  await make(store, null, recording(), instant('2025-07-14T15:00:00Z'));
  await store.close();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** How many entries a record holds; it has to be undamaged. */
function entriesIn(file: string): number {
  const database = new Sqlite(file, { readonly: true });
  const row = database.prepare<[], { n: number }>('select count(*) as n from entry').get();
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  return row?.n ?? 0;
}

const digestOf = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

it('a backup that is killed has no name yet, or is whole with its digest', async () => {
  const copy = join(folder, 'copies', 'b.db');
  const steps = await dyingAt(folder, Infinity, () => backUp(path, copy));
  expect(steps).toBeGreaterThan(8);
  for (let point = 1; point <= steps; point += 1) {
    fs.rmSync(copy, { force: true });
    await dyingAt(folder, point, () => backUp(path, copy));
    if (!fs.existsSync(copy)) await backUp(path, copy);
    expect(entriesIn(copy)).toBe(1);
    expect(fs.readFileSync(`${copy}.sha256`, 'utf8')).toContain(digestOf(copy));
  }
});

describe('a restore that is killed', () => {
  const backup = () => join(folder, 'backup.db');
  /** A record with one entry more than the backup. */
  const replaced = join(tmpdir(), `ultimatum-replaced-${process.pid}.db`);
  beforeAll(async () => {
    await backUp(path, backup());
    fs.copyFileSync(path, replaced);
    const store = await openFile(replaced);
    await make(store, null, recording(), instant('2025-07-14T16:00:00Z'));
    await store.close();
  });
  afterAll(() => {
    for (const end of ['', '.lock', '.ballast', '.state', '.lock-journal'])
      fs.rmSync(replaced + end, { force: true });
  });

  it('leaves one of the two records whole in its place, keeps the other, and can be done again', async () => {
    let seen = 0;
    for (let point = 1; ; point += 1) {
      const place = join(folder, `restore-${point}`);
      fs.mkdirSync(place);
      const target = join(place, 'a.db');
      fs.copyFileSync(replaced, target);
      const steps = await dyingAt(place, point, () =>
        restore(backup(), target, { force: true, stamp: 'one' }),
      );
      const now = entriesIn(target);
      const old = now === 2 ? target : `${target}.before-restore-one`;
      expect([now, entriesIn(old)]).toEqual([now === 2 ? 2 : 1, 2]);
      seen += now;
      await restore(backup(), target, { force: true, stamp: 'two' });
      expect(entriesIn(target)).toBe(1);
      expect(fs.readdirSync(place).filter((name) => name.includes('restoring'))).toEqual([]);
      if (steps < point) break;
    }
    // It was killed before the new record was in its place and after.
    expect(seen).toBeGreaterThan(10);
  });
});

describe('an upgrade that is killed', () => {
  /** Upgrades a file in a process of its own, which dies before the first statement with these words. */
  async function killedAt(file: string, words: string): Promise<string | null> {
    const program = `const { default: Sqlite } = await import('better-sqlite3');
      const { prepare } = Sqlite.prototype;
      Sqlite.prototype.prepare = function (text) {
        if (text.includes(${JSON.stringify(words)})) process.kill(process.pid, 'SIGKILL');
        return prepare.call(this, text);
      };
      const { openStore } = await import('./dist/src/store/index.js');
      await openStore('sqlite:' + ${JSON.stringify(file)}, () => undefined);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
    const [, signal] = await once(child, 'exit');
    return typeof signal === 'string' ? signal : null;
  }

  it.each([
    ['while it changes the tables', 'insert into "kysely_migration"'],
    ['while it works out the lists anew', 'delete from "reindex"'],
  ])('%s loses nothing, and the next start completes it', async (_when, words) => {
    const file = join(folder, `${words.replaceAll(/\W/g, '')}.db`);
    releasedFile(file);
    const before = entriesIn(file);
    expect(await killedAt(file, words)).toBe('SIGKILL');
    expect(entriesIn(file)).toBe(before);
    const store = await openFile(file);
    expect((await store.list('1394340161126400001', { limit: 100 })).total.count).toBe(4);
    await make(store, null, recording(), instant('2025-07-14T15:00:00Z'), GUILD);
    await store.close();
    expect(entriesIn(file)).toBe(before + 1);
  });
});
