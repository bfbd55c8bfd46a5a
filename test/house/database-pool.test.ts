/** How many connections to PostgreSQL a process opens. */
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import { readConfig, settingFault } from '../../src/config.js';
import { openDatabase } from '../../src/database.js';
import { english } from '../../src/wording/index.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { GUILD, instant, make, recording } from '../store/founding.js';

const poolOf = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  return read.ok ? read.config.databasePool : read.wrong;
};

describe('DATABASE_POOL', () => {
  it('is 8 unless set', () => {
    expect(poolOf({})).toBe(8);
    expect(poolOf({ DATABASE_POOL: '2' })).toBe(2);
    expect(poolOf({ DATABASE_POOL: '999' })).toBe(999);
  });

  it.each(['0', '1', '1000', '8.5', 'many'])('is refused as %s', (text) => {
    expect(poolOf({ DATABASE_POOL: text })).toEqual(['DATABASE_POOL']);
    expect(drawText(settingFault('DATABASE_POOL', english.operator))).toContain('2 to 999');
  });
});

describe.skipIf(SERVER === undefined)(`a process on PostgreSQL ${onPostgres}`, () => {
  it('does everything on so many connections, and one for its lock', async () => {
    const { url, drop } = await newDatabase();
    const nothing = () => undefined;
    const store = await openDatabase(url, nothing, nothing, { shared: true, pool: 2 });
    const stated = instant('2025-07-14T15:00:00Z');
    await make(store, null, recording(), stated);
    const read = Array.from({ length: 30 }, () => store.entries(GUILD, 1));
    expect(await Promise.all(read)).toMatchObject(read.map(() => [{ seq: 1 }]));
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    expect(rows).toHaveLength(3);
    await client.end();
    await store.close();
    await drop();
  });
});
