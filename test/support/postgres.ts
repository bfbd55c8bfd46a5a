import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The server that tests may use; undefined skips what needs one. */
export const SERVER = process.env['TEST_POSTGRES_URL'];

/** Says in a suite's name why it was skipped. */
export const onPostgres = SERVER === undefined ? '(skipped: TEST_POSTGRES_URL names no server)' : '';

/** Runs one statement in a database. */
export async function inDatabase(url: string | undefined, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const asAdmin = (statement: string) => inDatabase(SERVER, statement);

/** An empty database of its own; `drop` it afterwards. */
export async function newDatabase() {
  if (SERVER === undefined) throw new Error('TEST_POSTGRES_URL names no server');
  const name = `ultimatum_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const own = new URL(SERVER);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}
