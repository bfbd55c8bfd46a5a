/** The REST clients: retrying, failing fast, rate limited. */
import { setTimeout as pause } from 'node:timers/promises';
import { REST } from 'discord.js';
import type { RequestBudget } from '../store/port/index.js';
import { repeatedIfClosed } from './closed-connection.js';
import { checkedRequest } from './response.js';
import { msBetween, type WallInstant } from '../domain/instant.js';
import { isSlotMissed } from '../domain/send-slot.js';

/** The part of Discord's REST client that we use; tests and a proxy may give another. */
export type RestClient = Pick<REST, 'get' | 'post' | 'put' | 'patch' | 'delete'>;

interface Address {
  /** `DISCORD_API_URL`, without the version. */
  readonly api: string;
  readonly token: string;
  /** Told the status of every answer. */
  readonly answered?: (status: number) => void;
  /** What Discord allows this bot; 0: no limit; absent, what it allows every bot. */
  readonly requestsPerSecond?: number;
}

/** The client's own limit is a second one: it never is below that of the send budget. */
const globalLimit = ({ requestsPerSecond = 50 }: Address) => ({
  globalRequestsPerSecond: requestsPerSecond === 0 ? Infinity : Math.max(50, requestsPerSecond),
});

/** For answers and one-off requests: waits for buckets and tries again by itself. */
export function retryingRest(address: Address): RestClient {
  const { api, token, answered } = address;
  const makeRequest = repeatedIfClosed(checkedRequest({ answered, repeats: true }));
  return new REST({ version: '10', api, timeout: 10_000, makeRequest, ...globalLimit(address) }).setToken(
    token,
  );
}

/**
 * For the courier, which keeps its own account of pauses: nothing is repeated unseen, and a bucket that is empty is an
 * error at once, so that one busy channel never holds up the rest of the queue.
 */
export function failFastRest(address: Address): RestClient {
  const { api, token, answered } = address;
  const makeRequest = checkedRequest({ answered, repeats: false });
  const unseen = { retries: 0, rejectOnRateLimit: () => true, ...globalLimit(address) };
  return new REST({ version: '10', api, timeout: 10_000, makeRequest, ...unseen }).setToken(token);
}

/** A wire that does something before each request; what that throws is the request's own error. */
export function beforeEachRequest(wire: RestClient, act: () => Promise<void>): RestClient {
  return {
    get: async (...given) => (await act(), wire.get(...given)),
    post: async (...given) => (await act(), wire.post(...given)),
    put: async (...given) => (await act(), wire.put(...given)),
    patch: async (...given) => (await act(), wire.patch(...given)),
    delete: async (...given) => (await act(), wire.delete(...given)),
  };
}

export interface RateLimitDeps {
  readonly store: Pick<RequestBudget, 'take'>;
  readonly wallNow: () => WallInstant;
  /** 0: without a limit. */
  readonly requestsPerSecond: number;
  /** Waits so many ms. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** A wire whose requests wait for their slot in the send budget; one that misses it by much takes another. */
export function rateLimited(
  wire: RestClient,
  { store, wallNow, requestsPerSecond, sleep = pause }: RateLimitDeps,
): RestClient {
  if (requestsPerSecond === 0) return wire;
  return beforeEachRequest(wire, async () => {
    for (let slots = 1; ; slots += 1) {
      const slot = await store.take(requestsPerSecond, wallNow());
      const wait = msBetween(wallNow(), slot);
      if (wait > 0) await sleep(wait);
      if (!isSlotMissed(msBetween(slot, wallNow()), slots)) return;
    }
  });
}
