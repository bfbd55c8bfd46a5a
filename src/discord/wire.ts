import { REST } from 'discord.js';

/** The part of Discord's REST client that we use; tests and a proxy may give another. */
export type Wire = Pick<REST, 'get' | 'post' | 'put' | 'patch' | 'delete'>;

interface Address {
  /** `DISCORD_API_URL`, without the version. */
  readonly api: string;
  readonly token: string;
}

/** For answers and one-off requests: waits for buckets and tries again by itself. */
export function patientWire({ api, token }: Address): Wire {
  return new REST({ version: '10', api, timeout: 10_000 }).setToken(token);
}

/**
 * For the courier, which keeps its own account of pauses: nothing is repeated unseen, and a bucket that is empty is an
 * error at once, so that one busy channel never holds up the rest of the queue.
 */
export function promptWire({ api, token }: Address): Wire {
  return new REST({
    version: '10',
    api,
    timeout: 10_000,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(token);
}
