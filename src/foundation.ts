/** The clients of Discord beside the store: what exists before Discord has said who the bot is. */
import { wallNow } from './clock.js';
import { createInvalidRequestLimit } from './discord/invalid-request-limit.js';
import type { Log } from './discord/log.js';
import { rateLimited, retryingRest, failFastRest, type RestClient } from './discord/rest-client.js';
import type { Pictures } from './picture/pictures.js';
import type { Store } from './store/port/index.js';
import type { Measures } from './web/measures.js';

export interface FoundationOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly requestsPerSecond: number;
  readonly log: Log;
  /** Told the status of every answer. */
  readonly measures?: Measures;
  /** Wraps the REST clients; tests make them fail. */
  readonly wrap?: { readonly wire?: (wire: RestClient) => RestClient };
}

/** The clients of Discord and the store: what exists before Discord has said who the bot is. */
export interface Foundation {
  readonly store: Store;
  readonly pictures: Pictures;
  /** Answers and everything else that is asked for once. */
  readonly rest: RestClient;
  /** Requests of the bot itself about channels, within the send budget. */
  readonly channelRest: RestClient;
  /** Posts. */
  readonly postRest: RestClient;
}

/**
 * Answers wait for rate limits and are repeated by the client, since nobody asks for them twice. Posts fail at once: the
 * outbox repeats them, keeps account of pauses, and one busy channel never holds up the others.
 */
export function connectTo(store: Store, pictures: Pictures, options: FoundationOptions): Foundation {
  const { token, apiUrl: api, log, requestsPerSecond, measures, wrap = {} } = options;
  const { wire: wrapRest = (wire) => wire } = wrap;
  const limit = createInvalidRequestLimit({ wallNow, log, store });
  const answered = (status: number) => {
    limit.answered(status);
    measures?.discord(status);
  };
  const address = { api, token, answered, requestsPerSecond };
  const rest = wrapRest(retryingRest(address));
  return {
    store,
    pictures,
    rest,
    channelRest: limit.hold(rateLimited(rest, { store, wallNow, requestsPerSecond })),
    postRest: limit.hold(wrapRest(failFastRest(address))),
  };
}
