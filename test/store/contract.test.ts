import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { beatContract } from './beat-contract.js';
import { contract } from './contract.js';

const onFile = async () => openSqlite(join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db'));
const url = process.env['TEST_POSTGRES_URL'];
const names: string[] = [];

async function asAdmin(statement: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

/** A database of its own, dropped afterwards. */
async function onServer(server: string) {
  const name = `ultimatum_test_${randomBytes(6).toString('hex')}`;
  names.push(name);
  await asAdmin(`create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return openPostgres(own.href, () => undefined);
}

afterAll(async () => {
  for (const name of names) await asAdmin(`drop database if exists ${name} with (force)`);
});

for (const suite of [contract, beatContract]) {
  suite('SQLite', onFile);
  suite('SQLite in memory', () => Promise.resolve(openSqlite(':memory:')));
  suite('PGlite', () => Promise.resolve(openPglite()));
  suite(
    url === undefined ? 'PostgreSQL (skipped: TEST_POSTGRES_URL names no server)' : 'PostgreSQL',
    url === undefined ? null : () => onServer(url),
  );
}
