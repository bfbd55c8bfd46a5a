import { told } from '../children.mjs';
import { hasPostgres, postgresDatabase, sqliteFile } from '../databases.mjs';
import { row, skipped, times } from '../table.mjs';

const WHAT = 'claim and settle';
const rate = (perSecond) => `${Math.round(perSecond).toLocaleString('en')} rows a second`;

/** Rows that are taken, handed over and settled, beside the fastest packaged peer in its own best mode. */
export async function drain({ quick }) {
  const count = quick ? 5000 : 20_000;
  const measured = async (system, url) => (await told('beat/drain-child.mjs', system, url, count)).perSecond;
  if (!hasPostgres) {
    skipped(`${WHAT}, SQLite`, 'no PostgreSQL here for the peer', '≥ 0.7 × graphile-worker');
    return;
  }
  const peer = await measured('graphile-worker', await postgresDatabase('drain_graphile'));
  const beside = `graphile-worker, batched: ${rate(peer)}`;
  const sqlite = await measured('ours', sqliteFile('drain.db'));
  const sqliteRatio = sqlite / peer;
  row(
    `${WHAT}, SQLite, synchronous FULL`,
    `${rate(sqlite)}: ${times(sqliteRatio)}`,
    beside,
    '≥ 0.7 ×',
    sqliteRatio >= 0.7,
  );
  const postgres = await measured('ours', await postgresDatabase('drain_ours'));
  row(
    `${WHAT}, PostgreSQL`,
    `${rate(postgres)}: ${times(postgres / peer)}`,
    beside,
    '≥ 1 ×',
    postgres >= peer,
  );
}
