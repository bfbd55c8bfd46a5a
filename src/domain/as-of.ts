/** The state of an ultimatum as it was known on a date: to the world, or to this server. */
import { replay } from './corrections.js';
import type { Entry } from './entry.js';
import { EVENT_RULES } from './verbs.js';
import { foldEffective, foldOrNull } from './fold.js';
import type { Ultimatum } from './ultimatum.js';
import type { RecordInstant } from './instant.js';

/** The lines of the ledger that the world knew of, each with the corrections made of it since. */
function knownLines(entries: readonly Entry[], isKnown: (entry: Entry) => boolean): readonly Entry[] {
  const known = new Set<number>();
  return entries.filter((entry) => {
    const { seq, event } = entry;
    const shown = event.kind === 'corrected' ? known.has(event.corrects) : isKnown(entry);
    if (shown) known.add(seq);
    return shown;
  });
}

/**
 * What the world knew at `instant` (ms UTC): the entries stated by then, with the corrections known today (rules 14).
 * Null where nothing had been stated.
 */
export function asKnownInWorld(entries: readonly Entry[], instant: RecordInstant): Ultimatum | null {
  const effective = replay(entries);
  const corrected = new Map(effective.map((entry) => [entry.seq, entry.stated]));
  const isKnown = ({ seq, stated, event }: Entry) =>
    EVENT_RULES[event.kind].ours || (corrected.get(seq) ?? stated).start <= instant;
  return foldEffective(effective.filter(isKnown), knownLines(entries, isKnown));
}

/**
 * What this server had recorded before `instant` (ms UTC), with the corrections known today: what a post of then has to
 * say. Null where there was nothing.
 */
export function asRecordedBefore(entries: readonly Entry[], instant: RecordInstant): Ultimatum | null {
  const lines = knownLines(entries, ({ recorded }) => recorded < instant);
  const known = new Set(lines.map(({ seq }) => seq));
  return foldEffective(
    replay(entries).filter(({ seq }) => known.has(seq)),
    lines,
  );
}

/** What this server had recorded at `instant` (ms UTC); null where there was nothing. */
export function asRecorded(entries: readonly Entry[], instant: RecordInstant): Ultimatum | null {
  return foldOrNull(entries.filter((entry) => entry.recorded <= instant));
}
