/** A process that posts is woken by others, although its next beat is far away, on an upgraded database. */
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { createBeat, type Beat } from '../../src/scheduler/beat.js';
import { openStore } from '../../src/store/index.js';
import type { Settlement, Store } from '../../src/store/port/index.js';
import { openPostgres } from '../../src/store/postgres.js';
import { wallNow } from '../../src/clock.js';
import { inDatabase, newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { copyReleased, RELEASES } from '../support/released.js';
import { CHANNEL, GUILD, instant, make, recording } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');
/** Once a year, so that only a signal wakes it. */
const RARELY = '0 0 0 1 1 *';
const PATIENCE = { timeout: 60_000 };

describe.skipIf(SERVER === undefined)(`posts that another process writes ${onPostgres}`, () => {
  let database: Awaited<ReturnType<typeof newDatabase>>;
  let poster: Store;
  let writer: Store;
  let beat: Beat;
  let sent: number[];
  const errors: unknown[] = [];
  const shared = () => openStore(database.url, () => undefined, { shared: true });
  beforeAll(async () => {
    database = await newDatabase();
    const before = openPostgres(database.url, () => undefined);
    await copyReleased(before, RELEASES.at(-1)?.statements);
    await before.close();
    poster = await shared();
    writer = await shared();
    await writer.saveSettings({ ...defaultSettings(GUILD), announcements: CHANNEL }, STATED);
  });
  afterAll(async () => {
    await poster.close();
    await writer.close();
    await database.drop();
  });

  /** The sessions that hear of what is due. */
  async function listening(): Promise<readonly number[]> {
    const client = new Client(database.url);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    await client.end();
    return rows.map(({ pid }) => pid);
  }

  beforeEach(async () => {
    sent = [];
    errors.length = 0;
    const send = async (row: Delivery, _now: number, pass: () => Promise<void>): Promise<Settlement> => {
      await pass();
      if (row.guild === GUILD) sent.push(row.id);
      return { kind: 'sent', message: String(row.id) };
    };
    const log = { error: (about: unknown) => void errors.push(about) };
    beat = createBeat({ store: poster, send, now: () => STATED, wallNow, batch: 100, log, beats: RARELY });
    beat.start();
    await vi.waitUntil(async () => (await listening()).length === 1, PATIENCE);
    // The look of the start is over as well.
    await beat.beat();
  });
  afterEach(() => beat.stop());
  const posted = (count: number) => vi.waitUntil(() => sent.length >= count, PATIENCE);

  it('are posted at once', async () => {
    await make(writer, null, recording(), STATED);
    await posted(1);
    await make(writer, null, recording(), STATED);
    await posted(2);
    expect(new Set(sent).size).toBe(2);
    expect(errors).toEqual([]);
  });

  it('are posted when they are planned again, or put forward', async () => {
    const change = (set: string) =>
      inDatabase(database.url, `update delivery set ${set} where id = ${sent[0]}`);
    await make(writer, null, recording(), STATED);
    await posted(1);
    await change(`status = 'cancelled', settled = null`);
    await change(`status = 'pending'`);
    await posted(2);
    await change(`status = 'pending', due = ${STATED + 3_600_000_000_000}`);
    await change(`due = ${STATED}`);
    await posted(3);
    expect(new Set(sent)).toEqual(new Set([sent[0]]));
  });

  it('are posted after the connection that hears of them was cut', async () => {
    const [before] = await listening();
    await inDatabase(database.url, `select pg_terminate_backend(${before})`);
    await make(writer, null, recording(), STATED);
    await posted(1);
    await vi.waitFor(async () => expect(await listening()).not.toEqual([before]), PATIENCE);
    await make(writer, null, recording(), STATED);
    await posted(2);
    expect(new Set(sent).size).toBe(2);
  });

  it('wake nobody where they are due later', async () => {
    await make(writer, null, recording(), STATED);
    await posted(1);
    const [id] = sent;
    const client = new Client(database.url);
    await client.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => void heard.push(payload));
    await client.query('listen ultimatum_due');
    const later = Date.now() + 60_000;
    await inDatabase(database.url, `update delivery set status = 'cancelled' where id = ${id}`);
    await inDatabase(database.url, `update delivery set status = 'pending', due = ${later} where id = ${id}`);
    await inDatabase(database.url, `update delivery set due = due - 1000 where id = ${id}`);
    await inDatabase(database.url, `update delivery set due = ${STATED} where id = ${id}`);
    await vi.waitFor(() => expect(heard).toEqual(['']), PATIENCE);
    await client.end();
  });
});
