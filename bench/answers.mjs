/** What a person waits for, and what the whole bot weighs: both beside a bare discord.js echo. */
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalDiscord } from '../dist/src/playground/index.js';
import { openStore } from '../dist/src/store/index.js';
import { child } from './children.mjs';
import { sqliteFile } from './databases.mjs';
import { NOW, seedUltimatums } from './seed.mjs';
import { ms, percentiles, row, times } from './table.mjs';

const MB = 1024 * 1024;
const WARM_UP = 1000;
/** 100 a second, as performance is stated. */
export const EVERY_MS = 10;

/** Times from doing something to its end, one at a time after a warm-up. */
export async function timed(count, act, everyMs = 0) {
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

/** As many as would ask for so much: one person alone is slowed down. */
export const PEOPLE = Array.from({ length: 100 }, (_, index) => `Ana ${index}`);

/** One server of many people, who may do everything. */
export const guilds = [
  {
    name: 'Bench',
    roles: [{ name: 'Admins', permissions: ['ManageGuild'] }],
    channels: [{ name: 'general' }],
    members: PEOPLE.map((name) => ({ name, roles: ['Admins'] })),
  },
];

/** The bot or the echo in a process of its own, as it runs in the world; its memory once it is ready. */
export async function startChild(what, discord, databaseUrl, env = {}) {
  const given = [what, discord.apiUrl, discord.token, databaseUrl, NOW];
  const { said, ask, stop } = child('child.mjs', given, env);
  return { rss: (await said).rss, ask, stop };
}

async function answers(discord, samples) {
  const people = PEOPLE.map((name) => discord.as(name, 'general'));
  const ana = (index) => people[index % people.length];
  const number = (index) => `U-${1 + ((index * 37) % 10_000)}`;
  const paced = (act) => timed(samples, act, EVERY_MS);
  return {
    show: await paced((index) => ana(index).type('/ultimatum show', { ultimatum: number(index) }).done),
    names: await paced((index) => ana(index).suggest('/ultimatum show', {}, 'ultimatum', `thing ${index}`)),
    date: await paced((index) =>
      ana(index).suggest(
        '/ultimatum move',
        { ultimatum: number(index) },
        'deadline',
        `${1 + (index % 90)} days`,
      ),
    ),
  };
}

const HOW = {
  show: '/ultimatum show',
  names: 'autocomplete of an ultimatum',
  date: 'autocomplete of a date',
};

/** `/ultimatum show` and suggestions on 10,000 ultimatums. */
export async function latency({ quick }) {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const url = sqliteFile('bench.db');
  const [guild] = discord.world.guilds.values();
  const store = await openStore(url, () => undefined);
  await seedUltimatums(store, guild.id, 10_000);
  await store.close();
  const measured = async (what, samples) => {
    const started = await startChild(what, discord, url);
    const figures = await answers(discord, samples);
    await started.stop();
    return figures;
  };
  // Whoever comes first warms the local Discord up for the other: the bot registers, then both play once.
  await measured('bot', 100);
  await measured('echo', 100);
  const ours = await measured('bot', quick ? 100 : 400);
  const bare = await measured('echo', quick ? 100 : 400);
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
        `echo ${ms(bare[key][part])}: ${times(ratio)}`,
        `≤ ${mark} ×`,
        ratio <= mark,
      );
    }
  }
}

/** The whole bot, ready. */
export async function memory() {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const rssOf = async (what, url) => {
    const started = await startChild(what, discord, url);
    await started.stop();
    return started.rss;
  };
  const bare = await rssOf('echo', '');
  const ours = await rssOf('bot', sqliteFile('memory.db'));
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
