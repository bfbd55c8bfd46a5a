/**
 * `npm run soak`: the bot under ten times a large server's load for `SOAK_MINUTES` (an hour), and whether its memory stays
 * flat. Ends with 1 if it does not. A large server: a command a second, suggestions twice a second, a record every 30 s.
 */
import { fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalDiscord } from '../dist/src/playground/index.js';
import { openStore } from '../dist/src/store/index.js';
import { sqliteFile } from './databases.mjs';
import { seedUltimatums } from './seed.mjs';

const MB = 1024 * 1024;
const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
const TELLS = 60;
const TIMES = 10;
const ULTIMATUMS = 2000;
/** What the heap after a collection may grow by, from the second quarter to the last: the rest is a leak. */
const MOST_GROWTH = 0.05;

const PEOPLE = Array.from({ length: 100 }, (_, index) => `Ana ${index}`);
const discord = await startLocalDiscord({
  limits: 'off',
  // What is measured is memory: on a busy machine an answer may be late.
  firstAnswerMs: 60_000,
  guilds: [
    {
      name: 'Soak',
      roles: [{ name: 'Admins', permissions: ['ManageGuild'] }],
      channels: [{ name: 'general' }],
      members: PEOPLE.map((name) => ({ name, roles: ['Admins'] })),
    },
  ],
});
const url = sqliteFile('soak.db');
const [guild] = discord.world.guilds.values();
const store = await openStore(url, () => undefined);
await seedUltimatums(store, guild.id, ULTIMATUMS);
await store.close();

const everyMs = Math.round((MINUTES * 60_000) / TELLS);
const child = fork(new URL('soak-bot.mjs', import.meta.url), [discord.apiUrl, discord.token, url, everyMs], {
  execArgv: ['--expose-gc'],
});
const began = performance.now();
const told = [];
const ready = new Promise((resolve, reject) => {
  child.on('message', (memory) => {
    told.push({ minute: (performance.now() - began) / 60_000, ...memory });
    const { minute, rss, heap } = told.at(-1);
    console.log(
      `${minute.toFixed(1)} min: RSS ${(rss / MB).toFixed(1)} MB, heap ${(heap / MB).toFixed(1)} MB`,
    );
    resolve();
  });
  child.once('exit', (code, signal) => reject(new Error(`The bot ended with ${code ?? signal}`)));
});
await ready;

const people = PEOPLE.map((name) => discord.as(name, 'general'));
const at = (list, index) => list[index % list.length];
const done = { commands: 0, suggestions: 0, records: 0, failed: 0 };
await at(people, 0).type('/settings set', { announcements: 'general', zone: 'UTC' }).done;

const number = (index) => `U-${1 + ((index * 37) % ULTIMATUMS)}`;
const COMMANDS = [
  (person, index) => person.type('/ultimatum show', { ultimatum: number(index) }).done,
  (person) => person.type('/ultimatum list', {}).done,
  (person, index) => person.type('/ultimatum list', { text: `thing ${index % 1000}` }).done,
];
const ACTS = {
  commands: { everyMs: 1000 / TIMES, act: (person, index) => at(COMMANDS, index)(person, index) },
  suggestions: {
    everyMs: 500 / TIMES,
    act: (person, index) => person.suggest('/ultimatum show', {}, 'ultimatum', `thing ${index % 5000}`),
  },
  records: {
    everyMs: 30_000 / TIMES,
    async act(person, index) {
      const preview = await person.type('/ultimatum record', {
        issuer: `Issuer ${index % 500}`,
        target: `Target ${index % 700}`,
        demand: `soak number ${index}`,
        deadline: '50 days',
        source: `https://example.org/${index}`,
      }).done;
      await person.press(preview, 'Record').done;
    },
  },
};

/** Does one thing again and again at its pace, each time without waiting for the one before, while there is time. */
async function keepUp(what, { everyMs: pace, act }, ends) {
  const pending = new Set();
  for (let index = 0; performance.now() < ends; index += 1) {
    const started = act(at(people, index), index).then(
      () => (done[what] += 1),
      (error) => {
        done.failed += 1;
        if (done.failed <= 3) console.error(error);
      },
    );
    const kept = started.finally(() => pending.delete(kept));
    pending.add(kept);
    if (pending.size >= 20) await Promise.race(pending);
    await wait(Math.max(0, began + (index + 1) * pace - performance.now()));
  }
  await Promise.all(pending);
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const quarter = (which) =>
  told.slice(Math.floor((told.length * which) / 4), Math.floor((told.length * (which + 1)) / 4));
const part = (which, what) => middle(quarter(which).map((one) => one[what])) / MB;

const ends = began + MINUTES * 60_000;
await Promise.all(Object.entries(ACTS).map(([what, how]) => keepUp(what, how, ends)));
child.removeAllListeners('exit');
child.kill('SIGKILL');

const growth = part(3, 'heap') / part(1, 'heap') - 1;
const flat = growth <= MOST_GROWTH;
const seconds = (performance.now() - began) / 1000;
console.log(
  `In ${(seconds / 60).toFixed(1)} min:`,
  done,
  `${((done.commands + done.suggestions) / seconds).toFixed(1)} answers a second.`,
);
console.log(
  `Heap ${part(1, 'heap').toFixed(1)} MB in the second quarter, ${part(3, 'heap').toFixed(1)} MB in the last; RSS ${part(1, 'rss').toFixed(1)} and ${part(3, 'rss').toFixed(1)} MB.`,
);
console.log(flat ? 'Flat.' : `NOT flat: the heap grew by ${(growth * 100).toFixed(1)} %.`);
process.exit(flat ? 0 : 1);
