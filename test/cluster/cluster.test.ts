import { describe, expect, it, onTestFinished } from 'vitest';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { Cluster, type ClusterOptions } from './cluster.js';
import { askOverHttp } from './over-http.js';
import { useCommands } from './people.js';

const LONG = 300_000;
const MANY = {
  places: 40,
  each: 2,
  // Beyond what Discord allows a bot: only the time it takes is shorter.
  perSecond: 60,
  maxConcurrency: 16,
  gateways: 2,
  workers: 2,
  webs: 0,
  // No answer is late because the machine is busy.
  firstAnswerMs: 60_000,
};

async function cluster(changes: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const { url, drop } = await newDatabase();
  onTestFinished(drop);
  const opened = await Cluster.open({ ...MANY, ...changes, url });
  onTestFinished(() => opened.close());
  return opened;
}

/** Does one thing after the other, each when so many more announcements have been posted; resolves when all are done. */
function inTurn(
  { discord, places }: Cluster,
  apart: number,
  acts: (() => Promise<unknown>)[],
): Promise<void> {
  const announced = new Set(places.map((place) => place.announced));
  let posted = 0;
  return new Promise((resolve, reject) => {
    const done: Promise<unknown>[] = [];
    const end = discord.onMessage(({ channelId }, change) => {
      if (change !== 'posted' || !announced.has(channelId)) return;
      posted += 1;
      const act = posted % apart === 0 ? acts.shift() : undefined;
      if (act === undefined) return;
      done.push(act());
      if (acts.length > 0) return;
      end();
      Promise.all(done).then(() => resolve(), reject);
    });
  });
}

describe.skipIf(SERVER === undefined)(`processes that are killed one after the other ${onPostgres}`, () => {
  it(
    'post everything once and answer everybody once, also when all connections to the database are cut',
    async () => {
      const all = await cluster();
      const { gateways, workers } = all;
      const over = new AbortController();
      const talking = useCommands(all, { everyMs: 300, atMost: 2, signal: over.signal });
      const order = [workers[0], gateways[0], workers[1]];
      const kills = order.flatMap((one) => (one === undefined ? [] : [() => all.kill(one)]));
      const harmed = inTurn(all, 15, [...kills, () => all.cut()]);
      await all.startWorkers();
      await harmed;
      over.abort();
      await talking;
      await all.endLeases();
      await all.settled();
      const { posts, answers, tooMany, faults } = await all.end();
      console.info(
        `${posts.sent} posts, ${answers.answered} of ${answers.asked} answered, ${answers.alone} alone, ${tooMany.length} × 429`,
      );
      expect([posts.lost, posts.doubled, posts.stray]).toEqual([[], [], []]);
      expect([answers.silent, answers.twice, faults]).toEqual([[], [], []]);
    },
    LONG,
  );

  it(
    'answer each interaction that they accept over HTTP once, also while one of them is restarted',
    async () => {
      const all = await cluster({ places: 2, each: 1, gateways: 0, workers: 0, webs: 2 });
      const middle = async () => all.webs[0]?.restart();
      const { asked, accepted, repeated, ...wrong } = await askOverHttp(all, {
        count: 300,
        atOnce: 4,
        middle,
      });
      console.info(`${accepted} of ${asked} accepted, ${repeated} sent twice`);
      expect(wrong).toEqual({ refused: [], lost: [], twice: [], takenAgain: [] });
      expect([asked, accepted, repeated]).toEqual([300, 300, 15]);
      expect(all.webs.flatMap(({ faults }) => faults)).toEqual([]);
    },
    LONG,
  );
});
