/** `npm run bench`: the product beside a bare discord.js echo in one run, as ratios. */
import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { startLocalDiscord } from '../dist/src/playground/index.js';
import { openStore } from '../dist/src/store/index.js';
import { createBeat } from '../dist/src/watch/beat.js';
import { NOW, seedDeliveries, seedUltimatums } from './seed.mjs';

const quiet = { info() {}, warn() {}, error() {} };
const rows = [];
const MB = 1024 * 1024;

function row(what, value, beside, mark, held) {
  rows.push({ what, value, beside, mark, held: held ? 'yes' : 'NO' });
}

const ms = (value) => `${value.toFixed(2)} ms`;

function percentiles(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5), p99: at(0.99) };
}

const WARM_UP = 1000;
/** 100 a second, as performance is stated. */
const EVERY_MS = 10;

/** Times from doing something to its end, one at a time after a warm-up. */
async function timed(count, act, everyMs = 0) {
  const samples = [];
  for (let index = 0; index < count + WARM_UP; index += 1) {
    const start = performance.now();
    await act(index);
    const took = performance.now() - start;
    if (index >= WARM_UP) samples.push(took);
    if (index >= WARM_UP && everyMs > took) await wait(everyMs - took);
  }
  return percentiles(samples);
}

const guilds = [
  {
    name: 'Bench',
    roles: [{ name: 'Admins', permissions: ['ManageGuild'] }],
    channels: [{ name: 'general' }],
    members: [{ name: 'Ana', roles: ['Admins'] }],
  },
];

const path = (name) => join(mkdtempSync(join(tmpdir(), 'ultimatum-bench-')), name);

/** The bot or the echo in a process of its own, as it runs in the world; its memory once it is ready. */
async function startChild(what, discord, databaseUrl) {
  const args = [what, discord.apiUrl, discord.token, databaseUrl, String(NOW)];
  const child = fork(new URL('child.mjs', import.meta.url), args, { execArgv: ['--expose-gc'] });
  const { rss } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    });
  return { rss, stop };
}

async function answers(discord, samples) {
  const ana = discord.as('Ana', 'general');
  const number = (index) => `U-${1 + ((index * 37) % 10_000)}`;
  const paced = (act) => timed(samples, act, EVERY_MS);
  return {
    show: await paced((index) => ana.type('/ultimatum show', { ultimatum: number(index) }).done),
    names: await paced((index) => ana.suggest('/ultimatum show', {}, 'ultimatum', `thing ${index}`)),
    date: await paced((index) =>
      ana.suggest('/ultimatum move', { ultimatum: number(index) }, 'deadline', `${1 + (index % 90)} days`),
    ),
  };
}

const HOW = {
  show: '/ultimatum show',
  names: 'autocomplete of an ultimatum',
  date: 'autocomplete of a date',
};

async function latency() {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const url = `sqlite:${path('bench.db')}`;
  const [guild] = discord.world.guilds.values();
  const store = await openStore(url, () => undefined);
  await seedUltimatums(store, guild.id, 10_000);
  await store.close();
  const measured = async (what, samples) => {
    const child = await startChild(what, discord, url);
    const figures = await answers(discord, samples);
    await child.stop();
    return figures;
  };
  // Whoever comes first warms the local Discord up for the other: the bot registers, then both play once.
  await measured('bot', 100);
  await measured('echo', 100);
  const ours = await measured('bot', 400);
  const bare = await measured('echo', 400);
  await discord.close();
  for (const [key, what] of Object.entries(HOW)) {
    for (const [part, mark] of [
      ['p50', 1.5],
      ['p99', 2],
    ]) {
      const ratio = ours[key][part] / bare[key][part];
      row(
        `${what}, 10,000 ultimatums, ${part}`,
        ms(ours[key][part]),
        `echo ${ms(bare[key][part])}: ${ratio.toFixed(2)} ×`,
        `≤ ${mark} ×`,
        ratio <= mark,
      );
    }
  }
}

async function memory() {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const rssOf = async (what, url) => {
    const child = await startChild(what, discord, url);
    await child.stop();
    return child.rss;
  };
  const bare = await rssOf('echo', '');
  const ours = await rssOf('bot', `sqlite:${path('memory.db')}`);
  await discord.close();
  const more = (ours - bare) / MB;
  row(
    'memory of the whole bot',
    `${(ours / MB).toFixed(0)} MB`,
    `echo ${(bare / MB).toFixed(0)} MB: +${more.toFixed(0)} MB`,
    '≤ + 60 MB',
    more <= 60,
  );
}

async function idleBeat(count) {
  const file = path('idle.db');
  await (await openStore(`sqlite:${file}`, () => undefined)).close();
  const database = new Sqlite(file);
  seedDeliveries(database, count);
  database.close();
  const store = await openStore(`sqlite:${file}`, () => undefined);
  const send = () => Promise.reject(new Error('nothing is due'));
  const beat = createBeat({ store, send, now: () => NOW, real: () => Date.now(), log: quiet, batch: 100 });
  const { p50 } = await timed(2000, () => beat.beat());
  await beat.stop();
  await store.close();
  return p50;
}

async function idle() {
  const few = await idleBeat(1000);
  const many = await idleBeat(1_000_000);
  const ratio = many / few;
  row('idle beat, 1,000 pending', ms(few), '–', '≤ 0.3 ms', few <= 0.3);
  row(
    'idle beat, 1,000,000 pending',
    ms(many),
    `1,000 rows ${ms(few)}: ${ratio.toFixed(2)} ×`,
    '≤ 1.3 × and ≤ 0.3 ms',
    ratio <= 1.3 && many <= 0.3,
  );
}

await latency();
await memory();
await idle();
console.table(rows);
process.exit(0);
