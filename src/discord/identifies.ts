/**
 * Counts how often the bot identified, over restarts. Discord allows about 1,000 a day and resets the token of a bot that
 * makes more, so a supervisor that restarts a failing process every second must not use them up.
 */
import { z } from 'zod';
import type { FactStore } from '../store/port/index.js';
import type { ShardOf } from '../domain/shards.js';
import type { Log } from './log.js';
import { DAY } from '../domain/durations.js';
import type { HoldReason } from '../domain/gateway-problem.js';
import { msBetween, wallInstant, type WallInstant } from '../domain/instant.js';

/** The fact that holds those of a shard. */
const factOf = (shard: number) => (shard === 0 ? 'gateway-identifies' : `gateway-identifies-${shard}`);

/** Discord's `session_start_limit`. */
export interface StartLimit {
  readonly total: number;
  readonly remaining: number;
  /** ms until `remaining` is `total` again. */
  readonly resetAfter: number;
}

/** Why to wait before the next identify. */
export interface Hold {
  /** ms. */
  readonly wait: number;
  readonly reason: HoldReason;
}

/** After so many in a day, so long from one to the next: fewer than 200 a day, whatever happens. */
const PAUSES: readonly (readonly [made: number, pause: number])[] = [
  [100, 900_000],
  [50, 600_000],
  [20, 120_000],
  [10, 30_000],
];
/** The share of Discord's limit that is never used: another process may use the same token. */
const RESERVE = 0.05;

/**
 * Whether to wait, and for how long. `made`: when it identified within the last day, oldest first. null: it may identify
 * at once.
 */
export function holdBefore(limit: StartLimit, made: readonly WallInstant[], now: WallInstant): Hold | null {
  const { total, remaining, resetAfter } = limit;
  if (remaining <= Math.ceil(total * RESERVE)) {
    return { wait: Math.max(1000, resetAfter), reason: { kind: 'reserve', total, remaining } };
  }
  const pause = PAUSES.find(([most]) => made.length >= most)?.[1] ?? 0;
  const newest = made.at(-1);
  const wait = newest === undefined ? 0 : pause - msBetween(newest, now);
  return wait > 0 ? { wait, reason: { kind: 'often', made: made.length } } : null;
}

export interface IdentifyOptions {
  readonly shard: Pick<ShardOf, 'id'>;
  readonly store: FactStore;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
}

export interface Identifies {
  hold(limit: StartLimit): Promise<Hold | null>;
  /** Counts one, before it is made: a process that dies afterwards has spent it all the same. Never throws. */
  count(): Promise<void>;
  /** How many were made in the last 24 hours, by this process and those before it. */
  today(): number;
}

const saved = z.array(z.number().transform(wallInstant));

function parsed(text: string | null): readonly WallInstant[] {
  try {
    return saved.parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}

/**
 * Counts identifies in the database, so that the limits also hold after a restart. If the database is away, it logs
 * that and counts this process only.
 */
export function createIdentifies({ shard, store, log, wallNow }: IdentifyOptions): Identifies {
  const fact = factOf(shard.id);
  let made: readonly WallInstant[] = [];
  let loaded = false;
  const recent = () => made.filter((at) => at <= wallNow() && msBetween(at, wallNow()) < DAY);
  const load = async () => {
    if (loaded) return;
    made = [...parsed(await store.fact(fact)), ...made].toSorted((one, other) => msBetween(other, one));
    loaded = true;
  };
  const failed = (error: unknown) =>
    log.warn({ err: error }, 'identifies could not be counted in the database');
  return {
    async hold(limit) {
      await load().catch(failed);
      return holdBefore(limit, recent(), wallNow());
    },
    async count() {
      await load().catch(failed);
      made = [...recent(), wallNow()];
      await store.saveFact(fact, JSON.stringify(made)).catch(failed);
      log.info({ shard: shard.id, identifiesToday: made.length }, 'identifying at Discord');
    },
    today: () => recent().length,
  };
}
