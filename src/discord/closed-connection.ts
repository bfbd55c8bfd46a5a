/** Requests over a connection that the other side had closed, as it does with one that was kept open for long. */
import type { RESTOptions } from 'discord.js';

/** How often a request is sent again whose connection was closed before an answer came. */
export const MOST_REPEATS = 2;

/** What undici and the system call it; a reset discord.js repeats by itself. */
const CLOSED = new Set<unknown>(['UND_ERR_SOCKET', 'EPIPE']);

const wasClosed = (error: unknown) => error instanceof Error && 'code' in error && CLOSED.has(error.code);

/**
 * A `makeRequest` that sends again what the other side has not answered before it closed the connection. It may have been
 * carried out all the same: only what does the same when it is done twice is repeated, and that is all but a POST.
 */
export function repeatedIfClosed(request: RESTOptions['makeRequest']): typeof request {
  return async (url, init) => {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await request(url, init);
      } catch (error) {
        if (init.method === 'POST' || repeats === MOST_REPEATS || !wasClosed(error)) throw error;
      }
    }
  };
}
