/** What a log may hold of an error. */
import { randomBytes } from 'node:crypto';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { NotFromDiscord } from './response.js';
import { routeOf } from './route.js';

/** Words and numbers of an error, without what discord.js keeps of the request: its address holds a token, its body texts. */
export interface SafeError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | number | undefined;
  readonly status?: number;
  readonly method?: string;
  /** `/channels/:id/messages` */
  readonly route?: string;
}

/** What a person is given and the log has, to find one in the other: 8 letters and digits that no markdown changes. */
export const newReference = (): string => randomBytes(4).toString('hex');

/** What a log may hold of a thrown value of any type: no token, no body of a request, no ids in the route. */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an error' };
  const { name, message, stack } = error;
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? { code: error.code }
      : {};
  const asked =
    error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof NotFromDiscord
      ? { status: error.status, method: error.method, route: routeOf(error.url) }
      : {};
  return { name, message, stack, ...code, ...asked };
}
