import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { faultOfUrl } from '../support/database-fault.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';

describe('a DATABASE_URL of PostgreSQL', () => {
  it('is refused where it is not a valid address', async () => {
    expect(await faultOfUrl('postgres://user@[/x')).toEqual({ kind: 'bad-address' });
  });
});

describe.skipIf(SERVER === undefined)(`a database of PostgreSQL that is not ours ${onPostgres}`, () => {
  it.each([
    ['another program’s', 'create table entry (x int)', { kind: 'foreign' }],
    [
      'of a newer release',
      "create table kysely_migration (name text); insert into kysely_migration values ('0001_record'), ('9999_future')",
      { kind: 'newer', migrations: ['9999_future'] },
    ],
  ])('is refused and left as it was: %s', async (_name, statements, fault) => {
    const { url, drop } = await newDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statements);
    const tables = "select table_name from information_schema.tables where table_schema = 'public'";
    const before = (await client.query(tables)).rows;
    const { host, pathname } = new URL(url);
    expect(await faultOfUrl(url)).toEqual({ ...fault, database: `postgres://${host}${pathname}` });
    expect((await client.query(tables)).rows).toEqual(before);
    await client.end();
    await drop();
  });
});
