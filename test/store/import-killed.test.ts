/** An import ends at any step, as with SIGKILL: nothing of it is half there, and a repeat goes on. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stagedOf } from '../../src/drafting/import/plan.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openFile } from '../support/database-fault.js';
import { exportOf, importInto, planOf } from '../support/import.js';
import { GUILD, instant } from './founding.js';

const NOW = instant('2027-07-01T00:00:00Z');
const COUNT = 60;
const text = [
  'Issuer,Target,Demand,Deadline,Stated',
  ...Array.from({ length: COUNT }, (_, at) => `Issuer ${at},B,leave,${1950 + at}-09-02,${1950 + at}-07-14`),
].join('\n');
const FILE = { guild: GUILD, text, now: NOW };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The database with something done around each of its transactions. */
function aroundEach(database: Database, around: <T>(work: () => Promise<T>) => Promise<T>): Database {
  const write = new Proxy(database.write, {
    get(target, name) {
      if (name !== 'transaction') {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => {
        const transaction = target.transaction();
        const execute: typeof transaction.execute = (work) => around(() => transaction.execute(work));
        return { execute };
      };
    },
  });
  return { ...database, write };
}

it('is whole or not there after a kill between any two steps, and goes on when it is repeated', async () => {
  const path = join(folder, 'a.db');
  const copies: string[] = [];
  const copy = () => {
    const to = join(folder, String(copies.length));
    mkdirSync(to);
    for (const end of ['', '-wal'])
      if (existsSync(path + end)) copyFileSync(path + end, join(to, `a.db${end}`));
    copies.push(join(to, 'a.db'));
  };
  const copied = aroundEach(openSqlite(path), async (work) => {
    const done = await work();
    copy();
    return done;
  });
  const store = await storeOn(copied);
  copies.length = 0;
  rmSync(join(folder, '0'), { recursive: true, force: true });
  await importInto(store, FILE);
  const whole = await exportOf(store, GUILD, NOW);
  await store.close();
  expect(copies.length).toBeGreaterThan(5);
  const seen = new Set<number>();
  for (const at of copies) {
    const again = await openFile(at);
    const { total } = await again.list(GUILD, { limit: 1 });
    seen.add(total.count);
    expect([0, COUNT]).toContain(total.count);
    if ((await planOf(again, FILE)).fresh.length > 0) await importInto(again, FILE);
    expect(await exportOf(again, GUILD, NOW)).toBe(whole);
    await again.close();
  }
  expect([...seen].toSorted((a, b) => a - b)).toEqual([0, COUNT]);
});

it('goes on by itself after faults that are over soon, whether what was under way was saved or not', async () => {
  let left = 0;
  const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
  const faulty = aroundEach(openSqlite(join(folder, 'a.db')), async (work) => {
    left -= 1;
    if (left === 4) throw lost();
    const done = await work();
    if (left === 2) throw lost();
    return done;
  });
  const store = await storeOn(faulty);
  const plan = await planOf(store, FILE);
  await store.stageImport({
    guild: GUILD,
    id: plan.id,
    now: NOW,
    server: null,
    ultimatums: stagedOf(plan),
  });
  await store.beginImport(GUILD, plan.id, NOW);
  left = 6;
  await store.runImport(GUILD, plan.id, () => undefined);
  expect(left).toBeLessThan(0);
  expect(await store.importProgress(GUILD, plan.id)).toEqual({
    status: 'done',
    total: COUNT,
    recorded: COUNT,
  });
  expect((await store.list(GUILD, { limit: 1 })).total.count).toBe(COUNT);
  await store.close();
});
