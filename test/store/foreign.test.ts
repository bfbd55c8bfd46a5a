import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';

const refusal = (url: string) =>
  openStore(url, () => undefined).then(
    async (store) => {
      await store.close();
      throw new Error('It was opened');
    },
    (error: unknown) => error,
  );

describe('a DATABASE_URL of PostgreSQL', () => {
  it('is refused by name where it is no address', async () => {
    expect(await refusal('postgres://user@[/x')).toMatchObject({
      message: expect.stringMatching(/^DATABASE_URL is no address\./),
      exitCode: 78,
    });
  });
});

describe.skipIf(SERVER === undefined)(`a database of PostgreSQL that is not ours ${onPostgres}`, () => {
  it.each([
    ['another program’s', 'create table entry (x int)', /belongs to another program/],
    [
      'of a newer release',
      "create table kysely_migration (name text); insert into kysely_migration values ('0001_record'), ('9999_future')",
      /made by a newer release of Ultimatum: it has the migration 9999_future/,
    ],
  ])('is refused and left as it was: %s', async (_name, statements, sentence) => {
    const { url, drop } = await newDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statements);
    const tables = "select table_name from information_schema.tables where table_schema = 'public'";
    const before = (await client.query(tables)).rows;
    expect(await refusal(url)).toMatchObject({ message: expect.stringMatching(sentence), exitCode: 78 });
    expect((await client.query(tables)).rows).toEqual(before);
    await client.end();
    await drop();
  });
});
