/** 10,000 servers on the gateway: the memory of the bot with four shards in one process, and of two that share them out. */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalDiscord } from '../dist/src/playground/index.js';
import { guilds, startChild } from './answers.mjs';
import { hasPostgres, postgresDatabase, sqliteFile } from './databases.mjs';
import { row, skipped } from './table.mjs';

const MB = 2 ** 20;
const SHARDS = 4;
const IDENTIFY_MS = 5000;
/** One connection identifies every five seconds, the first at once. */
const LEAST_MS = (SHARDS - 1) * IDENTIFY_MS;

async function discordOf() {
  const gateway = { guildCount: 10_000, identifies: { total: 1000, maxConcurrency: 1 } };
  return startLocalDiscord({ guilds, limits: 'off', gateway });
}

const shards = { SHARDS: String(SHARDS) };

/** ms from the first shard to the last. */
async function ready(discord) {
  while (discord.sessions < 1) await wait(50);
  const first = performance.now();
  while (discord.sessions < SHARDS) await wait(50);
  return performance.now() - first;
}

async function inOne() {
  const discord = await discordOf();
  const [started, took] = await Promise.all([
    startChild('bot', discord, sqliteFile('shards.db'), shards),
    ready(discord),
  ]);
  const { rss } = await started.ask('');
  await started.stop();
  await discord.close();
  const most = `${(rss / MB).toFixed(0)} MB at most`;
  const what = 'memory with 10,000 servers on four shards';
  row(what, `${(started.rss / MB).toFixed(0)} MB`, most, '≤ 200 MB', rss <= 200 * MB);
  const mark = '≤ 1.5 × its least';
  const least = `one identify every 5 s: ${LEAST_MS / 1000} s at least`;
  row(
    'from the first of four shards to the last',
    `${(took / 1000).toFixed(1)} s`,
    least,
    mark,
    took <= 1.5 * LEAST_MS,
  );
}

async function inTwo() {
  const what = 'memory of each of two processes, two shards each';
  if (!hasPostgres) return skipped(what, 'no PostgreSQL', '≤ 200 MB');
  const discord = await discordOf();
  const url = await postgresDatabase('shards');
  const both = [];
  const [took] = await Promise.all([
    ready(discord),
    ...[1, 2].map(async () => both.push(await startChild('bot', discord, url, shards))),
  ]);
  const rss = (await Promise.all(both.map(({ ask }) => ask('')))).map((answer) => answer.rss / MB);
  await Promise.all(both.map(({ stop }) => stop()));
  await discord.close();
  const value = rss.map((one) => `${one.toFixed(0)} MB`).join(', ');
  row(
    what,
    value,
    `${(took / 1000).toFixed(1)} s from the first shard to the last`,
    '≤ 200 MB',
    Math.max(...rss) <= 200,
  );
}

export async function sharding() {
  await inOne();
  await inTwo();
}
