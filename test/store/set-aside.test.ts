import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Poisoned, Store } from '../../src/store/port/index.js';
import { openPostgres } from '../../src/store/postgres.js';
import { fromPlanned } from '../../src/store/rows.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { digest, START } from '../scheduler/watching.js';
import { GUILD } from './founding.js';
import { leased } from '../support/leased.js';

const MINUTE = 60_000;
const CLAIM = { now: START, ...leased(0, 30_000), limit: 10 };

async function onFile() {
  const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
  return { database: openSqlite(path), drop: () => Promise.resolve() };
}

async function onServer() {
  const { url, drop } = await newDatabase();
  return { database: openPostgres(url, () => undefined), drop };
}

/** A post as it is set aside at `START`, the only one there is. */
async function poisonedIn({ write }: Database, store: Store): Promise<Poisoned> {
  await write
    .insertInto('delivery')
    .values(fromPlanned(GUILD, digest(1, 'c1')))
    .execute();
  const [row] = await store.claim(CLAIM);
  if (row === undefined) throw new Error('nothing was claimed');
  return {
    stage: 'send',
    guild: GUILD,
    item: row.id,
    mark: row.due,
    reason: { kind: 'mistake', error: 'test' },
    now: START,
  };
}

describe.each([
  ['SQLite', false, onFile],
  [`PostgreSQL ${onPostgres}`, SERVER === undefined, onServer],
] as const)('a post that is set aside on %s', (_name, isMissing, open) => {
  it.skipIf(isMissing)(
    'is tried again where the database was looked at just before it was written down',
    async () => {
      const { database, drop } = await open();
      const store = await storeOn(database);
      const poisoned = await poisonedIn(database, store);
      let setting: Promise<unknown> = Promise.resolve();
      await database.write.transaction().execute(async (db) => {
        // Until the end of this transaction nothing is written down, and everything can be read.
        if (!database.dialect.singleProcess) await sql`lock table set_aside in share mode`.execute(db);
        setting = store.setAside(poisoned);
        await store.nextDue();
        expect(await store.nextDue()).toBeNull();
      });
      await setting;
      expect(await store.nextDue()).toBe(START + MINUTE);
      await store.retryAside(START + MINUTE);
      expect(await store.claim(CLAIM)).toMatchObject([{ id: poisoned.item }]);
      await store.close();
      await drop();
    },
  );
});

it.skipIf(SERVER === undefined)(
  `a post that one process set aside is tried again by another ${onPostgres}`,
  async () => {
    const { url, drop } = await newDatabase();
    const database = openPostgres(url, () => undefined);
    const first = await storeOn(database);
    const second = await storeOn(openPostgres(url, () => undefined));
    const poisoned = await poisonedIn(database, first);
    expect(await second.nextDue()).toBeNull();
    await first.setAside(poisoned);
    await first.close();
    await second.retryAside(START);
    expect(await second.claim(CLAIM)).toEqual([]);
    expect(await second.nextDue()).toBe(START + MINUTE);
    await second.retryAside(START + MINUTE);
    expect(await second.claim(CLAIM)).toMatchObject([{ id: poisoned.item }]);
    await second.close();
    await drop();
  },
);
