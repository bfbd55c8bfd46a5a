import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { asked, changing, GUILD, instant, make, recording } from './founding.js';
import { valueOf } from '../support/result.js';

const STATED = instant('2025-07-14T15:00:00Z');
const DAY = 86_400_000;
const LEDGERS = ['entry', 'proposal', 'proposal_end', 'alias_log'] as const;

/** One line in each of the tables that can only grow. */
async function fill(store: Store): Promise<void> {
  await make(store, null, recording(), STATED);
  const about = { guild: GUILD, number: null, channel: null, command: {}, recorded: 1 };
  const proposed = () => store.propose({ ...about, command: recording(), user: 'user', by: 'key' });
  const { id } = valueOf(await proposed());
  await store.acceptProposal(GUILD, id, 'key', asked(recording(), STATED), changing(STATED));
  await store.endProposal(GUILD, valueOf(await proposed()).id, 'declined', null, 'key', STATED);
  await store.addAliases({ guild: GUILD, aliases: ['Trump'], name: 'Donald Trump', by: 'key', now: 3 });
}

describe.each([
  ['SQLite', () => openSqlite(':memory:')],
  ['PGlite', openPglite],
])('what was recorded, on %s,', (_name, open) => {
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = open();
    store = await storeOn(database);
    await fill(store);
  });
  afterAll(() => store.close());

  it.each(LEDGERS)('is neither changed nor deleted in %s, whoever asks', async (table) => {
    const changed = sql`update ${sql.table(table)} set recorded = 0`.execute(database.write);
    await expect(changed).rejects.toThrow(`${table} is append-only`);
    const deleted = sql`delete from ${sql.table(table)}`.execute(database.write);
    await expect(deleted).rejects.toThrow(`${table} is append-only`);
  });

  it('erases a declined proposal after 30 days, and no other', async () => {
    const declined = await store.proposals(GUILD, 'declined');
    await store.eraseOld(STATED + 30 * DAY);
    expect(await store.proposals(GUILD, 'declined')).toEqual(declined);
    await store.eraseOld(STATED + 30 * DAY + 1);
    expect(await store.proposals(GUILD, 'declined')).toEqual([]);
    expect(await store.proposals(GUILD, 'accepted')).toHaveLength(1);
  });

  it('is never posted by a server that names another server’s channel', async () => {
    const mine = { guild: GUILD, channel: `${GUILD}1` };
    const before = await store.deliveries(mine.guild, { channel: mine.channel, limit: 5 });
    const other = '100000000000000002';
    await store.saveSettings({ ...(await store.settings(other)), announcements: mine.channel }, 0);
    await make(store, null, recording(), STATED + 60_000, other);
    expect(before).toHaveLength(1);
    expect(await store.deliveries(mine.guild, { channel: mine.channel, limit: 5 })).toEqual(before);
    expect(await store.deliveries(other, { channel: mine.channel, limit: 5 })).toHaveLength(1);
  });

  it.each([0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER])('refuses U-%d, which does not exist', async (number) => {
    expect(await store.ultimatum(GUILD, number)).toBeNull();
    expect(await store.proposal(GUILD, number)).toBeNull();
  });
});

it.each(LEDGERS)('SQLite does not let "insert or replace" go round the guard of %s', async (table) => {
  const database = openSqlite(':memory:');
  const store = await storeOn(database);
  await fill(store);
  const name = sql.table(table);
  const replaced = sql`insert or replace into ${name} select * from ${name}`.execute(database.write);
  await expect(replaced).rejects.toThrow(`${table} is append-only`);
  await store.close();
});
