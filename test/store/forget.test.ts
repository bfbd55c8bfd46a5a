import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, changing, GUILD, instant, recording } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');
const ANA = '987654321098765432';
const BEN = '123456789012345678';

let database: Database;
let store: Store;
beforeEach(async () => {
  database = openSqlite(':memory:');
  store = await storeOn(database);
});
afterEach(() => store.close());

/** Everything that somebody can leave behind. */
async function leaveTraces(user: string): Promise<string> {
  const key = await store.person(user, {
    key: `key-of-${user.slice(0, 1)}`,
    name: 'Somebody',
    curator: true,
  });
  const record = asked(recording(), STATED);
  await store.change(GUILD, null, record, changing(STATED));
  const state = { asked: user };
  await store.savePending({
    key: `p-${key}`,
    guild: GUILD,
    user,
    flow: 'record',
    state,
    created: 1,
    done: null,
  });
  const about = { guild: GUILD, number: null, channel: null, command: {}, recorded: 1 };
  await store.propose({ ...about, user, by: key });
  const channel = user.slice(0, 1);
  await store.addSchedule({
    guild: GUILD,
    channel,
    cron: '0 9 * * *',
    zone: 'UTC',
    scope: { kind: 'all' },
    author: user,
    status: 'running',
    broken: null,
    next: 1,
    last: null,
  });
  await store.closeChannel({
    guild: GUILD,
    channel,
    why: { kind: 'channel-gone' },
    remedy: { kind: 'choose-channel' },
    gone: true,
    now: 1,
  });
  return key;
}

/** The tables in which a text is found in any column. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const tables = await database.read.introspection.getTables();
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const any = columns.map((column) => sql`instr(${sql.id(column.name)}, ${text}) > 0`);
    const { rows } = await sql`select 1 from ${sql.table(name)} where ${sql.join(any, sql` or `)}`.execute(
      database.read,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

it('forgetting a person removes the Discord id everywhere, and touches nobody else', async () => {
  const key = await leaveTraces(ANA);
  await leaveTraces(BEN);
  const before = await store.entries(GUILD, 1);
  expect(await tablesWith(ANA)).toEqual(['closed', 'pending', 'person', 'schedule']);
  expect(await store.forget(ANA, 1)).toBe(true);
  expect(await tablesWith(ANA)).toEqual([]);
  expect(await tablesWith(BEN)).toEqual(['closed', 'pending', 'person', 'schedule']);
  expect(await tablesWith(key)).toEqual(['proposal']);
  expect(await store.entries(GUILD, 1)).toEqual(before);
  expect(await store.proposals(GUILD, 'proposed')).toMatchObject([{ user: '' }, { user: BEN }]);
});

it('a forgotten person who returns gets another key', async () => {
  const key = await leaveTraces(ANA);
  await store.forget(ANA, 1);
  expect(await store.person(ANA, { key: 'another', name: 'Ana', curator: false })).toBe('another');
  expect((await store.people([key, 'another'])).size).toBe(1);
});
