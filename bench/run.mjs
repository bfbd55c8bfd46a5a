/** `npm run bench`: the product beside a bare discord.js echo in one run, as ratios. */
import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'discord.js';
import { openBot } from '../dist/src/bot.js';
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

/** Times from doing something to Discord having the answer, one at a time after a warm-up. */
async function timed(count, act) {
  const samples = [];
  for (let index = 0; index < count + 50; index += 1) {
    const start = performance.now();
    await act(index);
    if (index >= 50) samples.push(performance.now() - start);
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

/** A client that only echoes, with the product's own commands registered. */
async function startEcho(discord) {
  const client = new Client({ intents: [], rest: { api: discord.apiUrl, version: '10' } });
  client.on('interactionCreate', (interaction) =>
    interaction.isAutocomplete()
      ? interaction.respond([{ name: 'echo', value: 'echo' }])
      : interaction.reply({ content: 'echo', flags: 64 }),
  );
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
  return client;
}

async function answers(discord, samples) {
  const ana = discord.as('Ana', 'general');
  const number = (index) => `U-${1 + ((index * 37) % 10_000)}`;
  return {
    show: await timed(samples, (index) => ana.type('/ultimatum show', { ultimatum: number(index) }).done),
    names: await timed(samples, (index) => ana.suggest('/ultimatum show', {}, 'ultimatum', `thing ${index}`)),
    date: await timed(samples, (index) =>
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
  const clock = { now: () => NOW };
  const { apiUrl, token } = discord;
  const options = {
    token,
    apiUrl,
    databaseUrl: url,
    announceDelay: 0,
    requestsPerSecond: 50,
    clock,
    log: quiet,
  };
  const bot = await openBot({ ...options, fatal: (reason) => console.error(reason) });
  await bot.start();
  const ours = await answers(discord, 400);
  await bot.stop();
  const echo = await startEcho(discord);
  const bare = await answers(discord, 400);
  await echo.destroy();
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

async function rssOf(what, discord, databaseUrl) {
  const args = [what, discord.apiUrl, discord.token, databaseUrl];
  const child = fork(new URL('child.mjs', import.meta.url), args, { execArgv: ['--expose-gc'] });
  const [{ rss }] = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve([message]));
    child.once('exit', (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
  child.removeAllListeners('exit');
  child.kill();
  return rss;
}

async function memory() {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const bare = await rssOf('echo', discord, '');
  const ours = await rssOf('bot', discord, `sqlite:${path('memory.db')}`);
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
