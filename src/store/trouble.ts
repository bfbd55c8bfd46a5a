import { setTimeout as pause } from 'node:timers/promises';
import { refuse, type Result } from '../domain/refusal.js';

/** How long a write may wait for another one in all, ms of real time: Discord gives up after 3 s. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 25;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether somebody else holds what is needed, for now. */
export const isBusy = (error: unknown) => /^SQLITE_(BUSY|LOCKED)|^55P03$|^40001$|^40P01$/.test(codeOf(error));
export const isFull = (error: unknown) => /^SQLITE_FULL|^53100$/.test(codeOf(error));
/** Two writers of PostgreSQL appended at once, and the key let only one of them; SQLite begins as the only one. */
const isCollision = (error: unknown) => codeOf(error) === '23505';

/**
 * Runs a whole transaction again while the database is locked. Whoever calls it must be able to run twice. The wait is
 * asynchronous, so that everything else in the process goes on.
 */
export async function patiently<T>(work: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(isBusy(error) || isCollision(error)) || performance.now() >= until) throw error;
      await pause(PAUSE_MS);
    }
  }
}

/** Expected trouble of a write as a refusal; a bug is thrown on. */
export async function orRefuse<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await patiently(work);
  } catch (error) {
    if (isBusy(error) || isCollision(error)) return refuse({ why: 'busy' });
    if (isFull(error)) return refuse({ why: 'disk-full' });
    throw error;
  }
}
