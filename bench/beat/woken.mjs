import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { child } from '../children.mjs';
import { filling, hasPostgres, postgresDatabase } from '../databases.mjs';
import { startDiscord } from '../discord.mjs';
import { ms, percentiles, row, skipped } from '../table.mjs';
import { planned } from './posts.mjs';

const WHAT = 'a post due now, PostgreSQL: from another process’s write to the request at Discord';
const MARK = 'p99 ≤ 100 ms';
const FIRST = 5;

/** Posts that another process writes one by one at any instant of a second; how long each takes to its request. */
export async function woken({ quick }) {
  if (!hasPostgres) return skipped(WHAT, 'no PostgreSQL here', MARK);
  const count = quick ? 100 : 300;
  const discord = await startDiscord({ wayMs: () => 0 });
  const url = await planned(await postgresDatabase('woken'), { count: 0, due: 0, channels: 1 });
  const worker = child('beat/courier-child.mjs', [url, discord.api, 50]);
  await worker.said;
  const client = new Client(url);
  await client.connect();
  const write = (from, rows) => client.query(filling('postgres', { count: rows, due: Date.now(), from }));
  // The first of everything takes longer.
  await write(1, FIRST);
  await discord.posts.until(FIRST, 10_000);
  const [written, late] = [new Map(), []];
  discord.posts.listen((nonce) => void late.push(Date.now() - written.get(nonce)));
  for (let from = 1000; from < 1000 + count; from += 1) {
    await wait(50 + Math.random() * 200);
    written.set(`nonce-${from + 1}`, Date.now());
    await write(from, 1);
  }
  await discord.posts.until(count + FIRST, 10_000);
  await worker.stop();
  await client.end();
  discord.close();
  const { p50, p99 } = percentiles(late);
  const missing = count + FIRST - discord.posts.messages.size;
  const alone = 'a look once a second: 500 ms p50, 990 ms p99';
  row(WHAT, `${ms(p50)} p50, ${ms(p99)} p99`, alone, MARK, p99 <= 100 && missing === 0);
}
