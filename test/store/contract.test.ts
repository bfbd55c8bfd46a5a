import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { beatContract } from './beat-contract.js';
import { boardsContract } from './boards-contract.js';
import { closedContract } from './closed-contract.js';
import { contract } from './contract.js';
import { countsContract } from './counts-contract.js';
import { figuresContract } from './figures-contract.js';
import { pagesContract } from './pages-contract.js';
import { processesContract } from './processes-contract.js';

const onFile = async () => openSqlite(join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db'));
const drops: (() => Promise<void>)[] = [];

async function onServer() {
  const { url, drop } = await newDatabase();
  drops.push(drop);
  return openPostgres(url, () => undefined);
}

afterAll(async () => {
  for (const drop of drops) await drop();
});

for (const suite of [
  contract,
  beatContract,
  boardsContract,
  closedContract,
  countsContract,
  figuresContract,
  pagesContract,
  processesContract,
]) {
  suite('SQLite', onFile);
  suite('SQLite in memory', () => Promise.resolve(openSqlite(':memory:')));
  suite('PGlite', () => Promise.resolve(openPglite()));
  suite(`PostgreSQL ${onPostgres}`, SERVER === undefined ? null : onServer);
}
