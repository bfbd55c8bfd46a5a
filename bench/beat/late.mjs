import { told } from '../children.mjs';
import { hasPostgres, hasRedis, postgresDatabase, sqliteFile } from '../databases.mjs';
import { PEERS } from '../peers.mjs';
import { ms, percentiles, row, skipped, times } from '../table.mjs';

const COUNT = 1000;
const WHAT = '1,000 posts due in the same second, due to handed to the sender';

async function measured(system, url, how = 'same') {
  const figures = await told('beat/late-child.mjs', system, url, COUNT, how);
  if (!figures.complete) throw new Error(`${system} handed over only ${figures.late.length} of ${COUNT}`);
  return { ...percentiles(figures.late), earliest: Math.min(...figures.late) };
}

const said = ({ p50, p99 }) => `${ms(p50)} p50, ${ms(p99)} p99`;

async function peers() {
  const found = new Map();
  for (const [name, { engine }] of Object.entries(PEERS)) {
    if ((engine === 'postgres' && !hasPostgres) || (engine === 'redis' && !hasRedis)) continue;
    const url = engine === 'postgres' ? await postgresDatabase(`late_${name.replaceAll('-', '_')}`) : '';
    found.set(name, await measured(name, url));
  }
  return found;
}

/** Never early, and how soon beside the promptest peer whose jobs survive a kill. */
export async function late() {
  const others = await peers();
  const beside = [...others].map(([name, figures]) => `${name} ${said(figures)}`).join('; ');
  const durable = [...others].filter(([name]) => PEERS[name].durable);
  const best = Math.min(...durable.map(([, { p99 }]) => p99));
  const judge = (engine, figures, most) => {
    const ratio = figures.p99 / best;
    const mark = `never early, p99 ≤ ${most} × the best durable peer`;
    const held = durable.length === 0 ? null : figures.earliest >= 0 && ratio <= most;
    row(`${WHAT}, ${engine}`, `${said(figures)}: ${times(ratio)}`, beside, mark, held);
  };
  judge('SQLite', await measured('ours', sqliteFile('late.db')), 0.15);
  if (hasPostgres) judge('PostgreSQL', await measured('ours', await postgresDatabase('late_ours')), 0.3);
  else skipped(`${WHAT}, PostgreSQL`, 'no PostgreSQL here', '≤ 0.3 ×');
  const spread = await measured('ours', sqliteFile('spread.db'), 'spread');
  row(
    '1,000 posts due all through one second, SQLite',
    said(spread),
    'one beat a second',
    'never early, ≤ 1.1 s',
    spread.earliest >= 0 && spread.p99 <= 1100,
  );
}
