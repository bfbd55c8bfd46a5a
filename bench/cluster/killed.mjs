import { setTimeout as wait } from 'node:timers/promises';
import { Cluster } from '../../dist/test/cluster/cluster.js';
import { useCommands } from '../../dist/test/cluster/people.js';
import { ownPostgres } from '../../dist/test/support/own-postgres.js';
import { wrongIn } from './wrong.mjs';

/** Each may take one post a second. */
const PLACES = 100;
const KILL_EVERY_MS = 2000;
const CUTS = 5;
const ASK_EVERY_MS = 250;
const TELL_EVERY_MS = 10_000;

const BROKEN = {
  nonces: { nonceWindowMs: 0 },
  leases: { args: ['--import', new URL('unleased.mjs', import.meta.url).href, 'dist/src/main.js'] },
};

/** What happens to the processes and to their database, one thing every two seconds. */
async function harm(cluster, postgres, seconds) {
  const kills = Math.floor((seconds * 1000) / KILL_EVERY_MS);
  const done = { kills: 0, cuts: 0, restarts: 0 };
  const { members } = cluster;
  const pending = [];
  for (let index = 0; index < kills; index += 1) {
    await wait(KILL_EVERY_MS);
    // Three and the number of processes have no divisor in common: each has its turn.
    pending.push(cluster.kill(members[(index * 3) % members.length]));
    done.kills += 1;
    if (index === Math.floor(kills / 2)) {
      await postgres.restart('immediate');
      done.restarts += 1;
    } else if (Math.floor(((index + 1) * CUTS) / kills) > done.cuts) {
      await cluster.cut();
      done.cuts += 1;
    }
  }
  await Promise.all(pending);
  return done;
}

/** Says from time to time how far it is; the result ends that. */
function tell({ discord, places }) {
  const announced = new Set(places.map((place) => place.announced));
  const began = performance.now();
  let posted = 0;
  discord.onMessage(({ channelId }, change) => {
    if (change === 'posted' && announced.has(channelId)) posted += 1;
  });
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const timer = setInterval(() => console.log(`${seconds()} s: ${posted} posted`), TELL_EVERY_MS);
  return () => {
    clearInterval(timer);
    return seconds();
  };
}

/** Two gateways, four workers and two web processes; the result is what went wrong. */
export async function killed({ posts, seconds, patience, without }) {
  const postgres = await ownPostgres();
  const cluster = await Cluster.open({
    url: postgres.url,
    places: PLACES,
    each: Math.ceil(posts / PLACES),
    perSecond: 50,
    maxConcurrency: 1,
    gateways: 2,
    workers: 4,
    webs: 2,
    firstAnswerMs: patience * 1000,
    ...BROKEN[without],
  });
  const over = new AbortController();
  const talking = useCommands(cluster, { everyMs: ASK_EVERY_MS, atMost: 5, signal: over.signal });
  const told = tell(cluster);
  await cluster.startWorkers();
  const harmed = await harm(cluster, postgres, seconds);
  await cluster.settled();
  over.abort();
  await talking;
  await cluster.settled();
  const took = told();
  const { posts: found, answers, tooMany, faults } = await cluster.end();
  await postgres.remove();
  console.table([
    {
      posts: found.wanted,
      sent: found.sent,
      doubled: found.doubled.length,
      lost: found.lost.length,
      stray: found.stray.length,
      '× 429': tooMany.length,
      seconds: took,
    },
  ]);
  console.table([
    {
      interactions: answers.asked,
      answered: answers.answered,
      'no gateway': answers.alone,
      unanswered: answers.silent.length,
      twice: answers.twice.length,
      ...harmed,
    },
  ]);
  return wrongIn({ ...found, ...answers, tooMany, faults });
}
