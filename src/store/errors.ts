/** What an error of an engine means, and what to do about it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse, RefusedError, type Refusal, type Result } from '../domain/refusal.js';

/** How long a write may wait for another one in all, ms of real time: Discord gives up after 3 s. */
export const PATIENCE_MS = 2000;
const PAUSE_MS = 25;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether somebody else holds what is needed, for now. A statement that was cancelled (57014) took too long. */
export const isBusy = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED)|^55P03$|^40001$|^40P01$|^57014$/.test(codeOf(error));
/** The WAL index cannot grow on a full disk either. */
export const isFull = (error: unknown) => /^SQLITE_FULL|^SQLITE_IOERR_SHMSIZE$|^53100$/.test(codeOf(error));
/** Whether two writers on PostgreSQL appended at once and the key accepted one. SQLite has a single writer. */
const isCollision = (error: unknown) => codeOf(error) === '23505';

/** SQLSTATE: connections (08), too many of them, a server that stops, starts or was handed over to another. */
const LOST_STATES = /^(08\w{3}|53300|57P0[1-5]|25P03|25006)$/;
const LOST_SOCKET =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the client of PostgreSQL says without a code. */
const LOST_WORDS =
  /^Connection terminated|not queryable$|^timeout exceeded when trying to connect|^Query read timeout|already been destroyed$|^Cannot use a pool after calling end/;

/**
 * Whether the connection to the database was lost or could not be made. What was under way may have been saved or not:
 * only what can be done twice may be repeated.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return LOST_STATES.test(code) || LOST_SOCKET.test(code) || LOST_WORDS.test(error.message);
}

/** What expected trouble is called; null for a bug. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RefusedError) return error.refusal;
  if (isBusy(error)) return { why: 'busy' };
  if (isFull(error)) return { why: 'disk-full' };
  return isConnectionLost(error) ? { why: 'database-away' } : null;
}

/** Whether it says nothing about the rows that were worked on: somebody else's lock, a full disk, a lost connection. */
export const isExpected = (error: unknown): boolean => refusalOf(error) !== null;

/**
 * Runs a whole transaction again while the database is locked. Whoever calls it must be able to run twice. The wait is
 * asynchronous, so that everything else in the process goes on.
 */
export async function retryWhileBusy<T>(work: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(isBusy(error) || isCollision(error)) || performance.now() >= until) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** Expected trouble of a write as a refusal; a bug is thrown on. */
export async function orRefuse<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await retryWhileBusy(work);
  } catch (error) {
    if (isCollision(error)) return refuse({ why: 'busy' });
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

/** Expected trouble as the error that carries its refusal; anything else as it is. */
export function asRefusedError(error: unknown): unknown {
  const refusal = refusalOf(error);
  return refusal === null || error instanceof RefusedError
    ? error
    : new RefusedError(refusal, { cause: error });
}
