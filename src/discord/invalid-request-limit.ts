/** Stops sending before Discord bans the address for invalid requests. */
import type { Log } from './log.js';
import { beforeEachRequest, type RestClient } from './rest-client.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import { later, msBetween, type WallInstant } from '../domain/instant.js';
import type { RequestBudget } from '../store/port/index.js';
import { safeError } from './safe-error.js';

/** Discord bans an address for 10,000 requests answered 401, 403 or 429 within ten minutes; others may share it. */
const MOST = 2000;
const WINDOW_MS = 10 * MINUTE;
/** Those of all processes hold nothing back for longer. */
const LONGEST_MS = HOUR;
const INVALID = new Set([401, 403, 429]);

/** Not sent: too much was refused of late. */
export class TooManyInvalidRequests extends Error {
  /** ms until less was refused. */
  readonly pause: number;

  constructor(pause: number) {
    super('held back: Discord refused too many requests of late');
    this.pause = pause;
  }
}

export interface InvalidRequestLimitOptions {
  readonly wallNow: () => WallInstant;
  readonly log: Log;
  readonly most?: number;
  /** Where those of all processes are counted. */
  readonly store: Pick<RequestBudget, 'noteRefused'>;
}

export interface InvalidRequestLimit {
  /** Counts what Discord answered, by its status. */
  readonly answered: (status: number) => void;
  /** The same wire, which sends nothing once too much was refused; answers to people should not go through it. */
  hold(wire: RestClient): RestClient;
}

/** Stops posting long before Discord would ban the address it comes from. */
export function createInvalidRequestLimit({
  wallNow,
  log,
  most = MOST,
  store,
}: InvalidRequestLimitOptions): InvalidRequestLimit {
  let refused: WallInstant[] = [];
  let heldUntil = wallNow();
  /** Other processes may have been refused as often. Without the database each counts its own. */
  const share = async () => {
    const forgotten = await store.noteRefused(WINDOW_MS / most, wallNow());
    const until = later(forgotten, -WINDOW_MS);
    if (until > heldUntil) heldUntil = until;
  };
  const unshared = (error: unknown) =>
    log.warn({ err: safeError(error) }, 'a refused request could not be counted for all processes');
  const check = async () => {
    const shared = msBetween(wallNow(), heldUntil);
    // Longer than that was counted by a clock that has been set back since, here and below.
    if (shared > 0 && shared <= LONGEST_MS) throw new TooManyInvalidRequests(shared);
    const [oldest] = refused;
    if (refused.length < most || oldest === undefined) return;
    const pause = WINDOW_MS - msBetween(oldest, wallNow());
    if (pause > 0 && pause <= WINDOW_MS) throw new TooManyInvalidRequests(pause);
  };
  return {
    answered(status) {
      if (!INVALID.has(status)) return;
      void share().catch(unshared);
      // The oldest of the last `most` says when there is room for one more.
      refused = [...refused, wallNow()].slice(-most);
      if (refused.length === most && status !== 401)
        log.error(
          { status, refused: most },
          'Discord refuses too much; posting waits before it bans this address',
        );
    },
    hold: (wire) => beforeEachRequest(wire, check),
  };
}
