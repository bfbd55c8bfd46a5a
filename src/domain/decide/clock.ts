/** Decides that a deadline has passed. */
import type { Entry, NewEntry } from '../entry.js';
import { foldOrNull } from '../fold.js';
import { at } from '../when.js';
import type { RecordInstant } from '../instant.js';

/** The only thing the clock does: an open deadline whose `latest` is over has passed (rules 1). */
export function lapse(entries: readonly Entry[], now: RecordInstant): readonly NewEntry[] {
  const ultimatum = foldOrNull(entries);
  const latest = ultimatum?.state === 'open' ? ultimatum.inForce?.reading.latest : undefined;
  if (latest === undefined || now < latest) return [];
  return [{ recorded: now, stated: at(latest), by: null, statements: [], event: { kind: 'passed' } }];
}
