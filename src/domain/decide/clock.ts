import type { Entry, NewEntry } from '../entry.js';
import { foldOrNull } from '../fold.js';
import type { Ultimatum } from '../ultimatum.js';
import { at } from '../when.js';

/** The only thing the clock does: an open deadline whose `latest` is over has passed (rules 1). */
export function lapsed(ultimatum: Ultimatum | null, now: number): readonly NewEntry[] {
  const latest = ultimatum?.state === 'open' ? ultimatum.inForce?.reading.latest : undefined;
  if (latest === undefined || now < latest) return [];
  return [{ recorded: now, stated: at(latest), by: null, statements: [], what: { kind: 'passed' } }];
}

export function lapse(entries: readonly Entry[], now: number): readonly NewEntry[] {
  return lapsed(foldOrNull(entries), now);
}
