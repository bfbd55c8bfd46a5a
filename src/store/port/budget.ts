/** The port for the requests that Discord allows. */
import type { WallInstant } from '../../domain/instant.js';

/** The budget of requests that all processes share. */
export interface RequestBudget {
  /** One more request out of the budget of all processes: from when on it may be made. */
  take(perSecond: number, wallNow: WallInstant): Promise<WallInstant>;
  /** Nobody is given anything of the budget for the next `ms`. */
  rest(ms: number, wallNow: WallInstant): Promise<void>;
  /** Discord refused one more request, of whichever process. One is forgotten every `everyMs`: when all of them are. */
  noteRefused(everyMs: number, wallNow: WallInstant): Promise<WallInstant>;
}
