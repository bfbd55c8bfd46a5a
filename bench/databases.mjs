import { mkdtempSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { openStore } from '../dist/src/store/index.js';

const SERVER = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const REDIS = { host: '127.0.0.1', port: 6379, maxRetriesPerRequest: null };

const quiet = () => undefined;
const fresh = (name) => join(mkdtempSync(join(tmpdir(), 'ultimatum-bench-')), name);

export const sqliteFile = (name) => `sqlite:${fresh(name)}`;

/** Whether somebody listens there. */
function listens(port, host) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host }, () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

const { hostname, port } = new URL(SERVER);
export const hasPostgres = await listens(Number(port || 5432), hostname);
export const hasRedis = await listens(REDIS.port, REDIS.host);

async function onServer(work) {
  const client = new Client(SERVER);
  await client.connect();
  await work(client);
  await client.end();
}

const made = [];

/** A new database of that name, dropped when the run ends. */
export async function postgresDatabase(name) {
  const database = `ultimatum_bench_${name}_${process.pid}`;
  made.push(database);
  await onServer(async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database}`);
  });
  const url = new URL(SERVER);
  url.pathname = `/${database}`;
  return url.href;
}

export async function dropDatabases() {
  for (const database of made.splice(0))
    await onServer((client) => client.query(`drop database if exists ${database} with (force)`));
}

/** Brings the tables up to date. */
export async function prepared(url) {
  await (await openStore(url, quiet)).close();
  return url;
}

const NUMBERS = {
  sqlite: (count) =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n`,
  postgres: (count) => `select i from generate_series(1, ${count}) as n(i)`,
};

/**
 * The statement that fills the outbox: rows of one kind over so many channels, the n-th due at `due` plus n times `apart`
 * ms. All are about U-1 and one card, so that a real courier can post them.
 */
export function filling(engine, { count, due, apart = 0, kind = 'announcement', channels = 1000, from = 1 }) {
  const rank = { announcement: 1, milestone: 2 }[kind];
  return `insert into delivery
    (guild, channel, kind, rank, subject, number, version, slot, due, expires, status, nonce, attempts)
    select '1', cast(100000000000000000 + (i + ${from}) % ${channels} as text), '${kind}', ${rank}, 'U-1', 1,
      '1.' || (i + ${from}), 'entry-1', ${due} + i * ${apart}, null, 'pending', 'nonce-' || (i + ${from}), 0
    from (${NUMBERS[engine](count)}) as numbers`;
}

/** Fills the outbox as `filling` says. */
export async function fill(url, rows) {
  const engine = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
  const text = filling(engine, rows);
  if (engine === 'sqlite') {
    const database = new Sqlite(url.slice('sqlite:'.length));
    database.exec(text);
    database.close();
    return;
  }
  const client = new Client(url);
  await client.connect();
  await client.query(text);
  await client.query('analyze delivery');
  await client.end();
}
