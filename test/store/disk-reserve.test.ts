import { existsSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { storeOn } from '../../src/store/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, changing, GUILD, instant, make, recording } from './founding.js';
import { leased } from '../support/leased.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MEGABYTE = 1024 * 1024;

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
});

describe('when the disk is full', () => {
  it('a sent post is settled in the reserved space', async () => {
    const database = openSqlite(path);
    const { diskReserve } = database;
    // The file system here is never full: room is what the database may grow to.
    const pages = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(database.write);
    let given = 0;
    const store = await storeOn({
      ...database,
      diskReserve: {
        hold: () => undefined,
        isSpent: () => false,
        give: () => {
          given += 1;
          void pages(1_000_000);
          return diskReserve?.give() ?? false;
        },
      },
    });
    await store.saveSettings({ ...defaultSettings(GUILD), announcements: 'c1' }, STATED);
    await make(store, null, recording(), STATED);
    const [card] = await store.claim({ now: STATED, ...leased(0, 30_000), limit: 1 });
    expect((await stat(`${path}.ballast`)).size).toBe(4 * MEGABYTE);
    const [used] = (await sql<{ page_count: number }>`pragma page_count`.execute(database.write)).rows;
    await pages(used?.page_count ?? 0);
    const long = 'x'.repeat(200_000);
    const refused = await store.change(
      GUILD,
      null,
      asked(recording({ demand: long }), STATED),
      changing(STATED),
    );
    expect(refused).toEqual({ ok: false, refusal: { why: 'disk-full' } });
    expect(given).toBe(0);
    await store.settle(card?.id ?? 0, { kind: 'failed', reason: { kind: 'text', text: long } }, STATED);
    expect(given).toBe(1);
    expect(existsSync(`${path}.ballast`)).toBe(false);
    expect(await store.deliveries(GUILD, { status: 'failed', limit: 5 })).toHaveLength(1);
    await store.close();
  });

  it('space is reserved again at the next start', async () => {
    const first = openSqlite(path);
    expect([first.diskReserve?.give(), first.diskReserve?.give()]).toEqual([true, false]);
    await first.close();
    const second = openSqlite(path);
    expect(existsSync(`${path}.ballast`)).toBe(true);
    await second.close();
  });
});
