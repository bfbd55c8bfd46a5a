import { randomUUID } from 'node:crypto';
import { REDIS } from './databases.mjs';

/** Each peer as its own documents set it up for promptness or throughput: `enqueue` the jobs, then `work` on them. */

async function graphile(url, throughput) {
  const { Logger, makeWorkerUtils, run } = await import('graphile-worker');
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ connectionString: url, logger });
  await utils.migrate();
  const how = throughput
    ? {
        concurrentJobs: 24,
        maxPoolSize: 25,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      }
    : { concurrentJobs: 10, maxPoolSize: 12, pollInterval: 100 };
  return {
    async enqueue(jobs) {
      const all = jobs.map((job) => ({ identifier: 'post', payload: job, runAt: new Date(job.due) }));
      for (let from = 0; from < all.length; from += 5000) await utils.addJobs(all.slice(from, from + 5000));
    },
    work: (post) =>
      run({
        preset: { worker: { connectionString: url, ...how } },
        logger,
        noHandleSignals: true,
        parsedCronItems: [],
        taskList: { post: async (job) => post(job) },
      }),
  };
}

async function pgBoss(url) {
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: url, schedule: false });
  boss.on('error', (error) => console.error(error.message));
  await boss.start();
  await boss.createQueue('post');
  return {
    async enqueue(jobs) {
      const all = jobs.map((job) => ({ name: 'post', data: job, startAfter: new Date(job.due) }));
      for (let from = 0; from < all.length; from += 5000) await boss.insert(all.slice(from, from + 5000));
    },
    work: (post) =>
      boss.work('post', { batchSize: 1000, pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const { data } of jobs) await post(data);
      }),
  };
}

async function bullmq() {
  const { Queue, Worker } = await import('bullmq');
  const name = `ultimatum-bench-${randomUUID()}`;
  const queue = new Queue(name, { connection: REDIS });
  return {
    async enqueue(jobs) {
      const all = jobs.map((job) => ({
        name: 'post',
        data: job,
        opts: { delay: Math.max(0, job.due - Date.now()), removeOnComplete: true },
      }));
      for (let from = 0; from < all.length; from += 2000) await queue.addBulk(all.slice(from, from + 2000));
    },
    async work(post) {
      const worker = new Worker(name, ({ data }) => post(data), { connection: REDIS, concurrency: 50 });
      worker.on('error', () => undefined);
    },
    close: () => queue.obliterate({ force: true }),
  };
}

async function nodeSchedule() {
  const { default: schedule } = await import('node-schedule');
  let jobs = [];
  return {
    async enqueue(all) {
      jobs = all;
    },
    async work(post) {
      for (const job of jobs) schedule.scheduleJob(new Date(job.due), () => post(job));
    },
  };
}

/** `engine`: what it needs; `durable`: whether a kill loses nothing that was planned. */
export const PEERS = {
  'graphile-worker': { engine: 'postgres', durable: true, open: graphile },
  'pg-boss': { engine: 'postgres', durable: true, open: pgBoss },
  BullMQ: { engine: 'redis', durable: true, open: bullmq },
  'node-schedule': { engine: null, durable: false, open: nodeSchedule },
};
