/** Loads the corrections that a server made in the last year. */
import type { RecordInstant } from '../../../domain/instant.js';
import { DAY } from '../../../domain/durations.js';
import type { ServerContext } from '../context.js';

const YEAR_MS = 365 * DAY;
const MOST = 100;

/** A correction of an entry of U-`number`. */
export interface RecordedCorrection {
  readonly number: number;
  readonly seq: number;
  readonly recorded: RecordInstant;
  readonly reason: string;
}

/** The newest first. */
export async function correctionsOfYear(context: ServerContext): Promise<readonly RecordedCorrection[]> {
  const { store, page, now } = context;
  const found = await store.lastCorrected(page.guild, now - YEAR_MS, MOST);
  return found.flatMap(({ number, seq, recorded, event }) =>
    event.kind === 'corrected' ? [{ number, seq, recorded, reason: event.reason }] : [],
  );
}
