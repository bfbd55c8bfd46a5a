import { fill, hasPostgres, postgresDatabase, prepared, sqliteFile } from '../databases.mjs';
import { skipped } from '../table.mjs';
import { drain } from './drain.mjs';
import { idle } from './idle.mjs';
import { late } from './late.mjs';
import { again, budget } from './posts.mjs';
import { start } from './start.mjs';
import { woken } from './woken.mjs';

const DAY = 86_400_000;

async function waiting(url, count) {
  await fill(await prepared(url), { count, due: Date.now() + DAY, apart: 1000, kind: 'milestone' });
  return url;
}

/** What a big outbox costs: nothing while it waits, and nothing to start with. */
async function size({ quick }) {
  const count = quick ? 100_000 : 1_000_000;
  const few = await waiting(sqliteFile('few.db'), 1000);
  const many = await waiting(sqliteFile('many.db'), count);
  await idle('SQLite', few, many, count);
  await start('SQLite', few, many, count);
  if (!hasPostgres) return skipped('idle beat, PostgreSQL', 'no PostgreSQL here', '≤ 1.3 ×');
  const some = await waiting(await postgresDatabase('few'), 1000);
  const all = await waiting(await postgresDatabase('many'), count);
  await idle('PostgreSQL', some, all, count);
  await start('PostgreSQL', some, all, count);
}

export const SECTIONS = { size, late, woken, drain, budget, again };
