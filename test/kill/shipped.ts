import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { projectPath } from '../../src/paths.js';
import { HOUR } from '../domain/support.js';
import { fileOf } from './broken.js';
import { busySetting, morningsOf } from './busy.js';
import { differenceOf, type Difference } from './compare.js';
import { World, type Outcome, type Place } from './world.js';

/** Built before the tests run. */
const MAIN = projectPath('dist', 'src', 'main.js');
const LOOK_MS = 50;

export interface UnderLoad {
  readonly kills: number;
  readonly posts: number;
  readonly difference: Difference;
  /** From the start of the process to its first post, ms of real time. */
  readonly firstPosts: readonly number[];
}

/** The same kills again for the same seed: a linear congruence. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** What is to be done at an instant of the record, looked at from beside the bot. */
class Work {
  readonly #database: Sqlite.Database;

  constructor(path: string) {
    this.#database = new Sqlite(path, { readonly: true });
  }

  /** With what is tried again soon; without `claimed`, what nobody has begun. */
  left(morning: number, claimed: boolean): number {
    const now = morning + HOUR;
    const begun = claimed ? "'pending', 'claimed'" : "'pending'";
    const row: unknown = this.#database
      .prepare(
        `select (select count(*) from delivery where due <= @now and status in (${begun}))
          + (select count(*) from ultimatum where passing <= @now)
          + (select count(*) from schedule where next <= @now and status = 'running') as work`,
      )
      .get({ now });
    return Number(Object(row).work);
  }

  close(): void {
    this.#database.close();
  }
}

async function setClock(path: string, now: number): Promise<void> {
  await writeFile(`${path}.new`, `${new Date(now).toISOString()} x1 @${new Date().toISOString()}\n`);
  await rename(`${path}.new`, path);
}

function start(world: World, clock: string): ChildProcess {
  const { apiUrl, token, databaseUrl } = world.life(null);
  const env = {
    PATH: process.env['PATH'] ?? '',
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
    DATABASE_URL: databaseUrl,
    DISCORD_REQUESTS_PER_SECOND: '1000',
    LOG_LEVEL: 'error',
    PORT: '0',
    CLOCK: `file:${clock}`,
  };
  return spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

interface Life {
  readonly world: World;
  readonly work: Work;
  readonly clock: string;
  readonly now: number;
}

/** Lives until `end` requests were carried out and some moments more, or until nothing is left to begin. */
async function live({ world, work, clock, now }: Life, end: number, moments: number) {
  const began = performance.now();
  let requests = 0;
  let firstPost: number | null = null;
  let stopping = false;
  const child = start(world, clock);
  const ended = once(child, 'exit');
  const stop = () => {
    if (stopping || requests >= end) return;
    stopping = true;
    child.kill('SIGTERM');
  };
  world.onStored = ({ method }) => {
    requests += 1;
    if (method === 'POST') firstPost ??= performance.now() - began;
    if (requests === end) void later(moments).then(() => child.kill('SIGKILL'));
    if (work.left(now, false) === 0) stop();
  };
  // Beside the requests: the last thing it does may be to skip a row, and Discord hears nothing of that.
  const watching = setInterval(() => work.left(now, true) === 0 && stop(), LOOK_MS);
  const [code, signal] = await ended;
  clearInterval(watching);
  const killed = signal === 'SIGKILL';
  // Told to stop it waits for what it has claimed, but not for ever.
  if (!killed && code !== 0 && !stopping) throw new Error(`The bot ended by itself with ${String(code)}.`);
  return { killed, firstPost };
}

async function later(moments: number): Promise<void> {
  for (let count = 0; count < moments; count += 1) await turn();
}

const MOMENTS = 40;
/** Beyond what is sent: starting, editing. */
const NEVER = 1_000_000;

interface Run {
  readonly outcome: Outcome;
  readonly kills: number;
  readonly firstPosts: readonly number[];
}

/** All mornings, one after the other, with about so many kills in each. */
async function throughMornings(
  place: Place,
  waves: number,
  each: number,
  random: () => number,
): Promise<Run> {
  const world = await World.open(place, busySetting(waves));
  const path = fileOf(place.databaseUrl) ?? '';
  const work = new Work(path);
  const clock = `${path}.clock`;
  const firstPosts: number[] = [];
  let kills = 0;
  for (const now of morningsOf(waves)) {
    world.at(now);
    await setClock(clock, now);
    for (let left = each; work.left(now, true) > 0; left -= 1) {
      const share = (2 * work.left(now, true)) / Math.max(1, left);
      const end = left > 0 ? 1 + Math.floor(random() * share) : NEVER;
      const life = await live({ world, work, clock, now }, end, Math.floor(random() * MOMENTS));
      if (life.killed) kills += 1;
      if (life.firstPost !== null) firstPosts.push(life.firstPost);
    }
  }
  work.close();
  const outcome = await world.outcome();
  await world.close();
  return { outcome, kills, firstPosts };
}

/**
 * The whole bot as it is shipped, gateway and all, with its work falling due in heaps; killed at random instants, the
 * same for the same `seed`, and started again until nothing is left. Needs SQLite.
 */
export async function killUnderLoad(
  place: () => Promise<Place>,
  { mornings, each, seed }: { readonly mornings: number; readonly each: number; readonly seed: number },
): Promise<UnderLoad> {
  const whole = await throughMornings(await place(), mornings, 0, () => 0);
  const killed = await throughMornings(await place(), mornings, each, randomOf(seed));
  const { kills, firstPosts, outcome } = killed;
  return {
    kills,
    firstPosts,
    posts: whole.outcome.posts.size,
    difference: differenceOf(outcome, whole.outcome),
  };
}
