/** Limits posts that people make by a press. */
import { RateLimit } from './rate-limit.js';
import { MINUTE } from '../domain/durations.js';
import type { WallInstant } from '../domain/instant.js';

/** How many posts a server and each of its members may have the bot make at once by a press, and then one at a time. */
export class PublicPostLimit {
  readonly #people: RateLimit;
  readonly #servers: RateLimit;

  constructor(wallNow: () => WallInstant) {
    this.#people = new RateLimit({ capacity: 3, refillMs: MINUTE, wallNow });
    this.#servers = new RateLimit({ capacity: 10, refillMs: MINUTE / 2, wallNow });
  }

  /** Whether one more is within both limits; if so it is counted. */
  allow(guild: string, user: string): boolean {
    return this.#people.allow(`${guild} ${user}`) && this.#servers.allow(guild);
  }
}
