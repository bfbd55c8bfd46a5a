/**
 * One process beside Discord's: the whole bot, or a bare discord.js echo. Says its memory, then answers until killed; asked
 * again, it says the most memory that it has had so far.
 */
import { Client } from 'discord.js';
import { openBot } from '../dist/src/bot.js';

const [what, apiUrl, token, databaseUrl, now] = process.argv.slice(2);
const quiet = { info() {}, warn() {}, error() {} };

if (what === 'echo') {
  const client = new Client({ intents: [], rest: { api: apiUrl, version: '10' } });
  client.on('interactionCreate', (interaction) => {
    if (interaction.isAutocomplete()) void interaction.respond([{ name: 'echo', value: 'echo' }]);
    else void interaction.reply({ content: 'echo', flags: 64 });
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(token);
  await ready;
} else {
  const clock = { now: () => Number(now) };
  const shards = Number(process.env.SHARDS ?? 1);
  const options = {
    token,
    apiUrl,
    databaseUrl,
    announceDelay: 0,
    requestsPerSecond: 50,
    clock,
    shards,
    log: quiet,
  };
  const bot = await openBot({ ...options, fatal: (reason) => console.error(reason) });
  await bot.start();
}
globalThis.gc();
process.send({ rss: process.memoryUsage().rss });
// In kilobytes.
process.on('message', () => process.send({ rss: process.resourceUsage().maxRSS * 1024 }));
