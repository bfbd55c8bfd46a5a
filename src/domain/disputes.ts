/** Disputes and how they end (rules 35). */
import { removedEntries, type Effective } from './corrections.js';
import type { Entry } from './entry.js';
import type { Dispute, DisputeEnd } from './ultimatum.js';

/** What a dispute is about: the outcome that was on record, else the deadline that was. */
function disputedEntry(entries: readonly Entry[], dispute: Entry): Entry | null {
  const gone = removedEntries(entries.filter(({ seq }) => seq < dispute.seq));
  const before = entries.filter(({ seq }) => seq < dispute.seq && !gone.has(seq));
  const last = (...kinds: readonly Entry['event']['kind'][]) =>
    before.findLast(({ event }) => kinds.includes(event.kind));
  return last('outcome') ?? last('recorded', 'revised') ?? null;
}

/** The correction, or removal, of what is disputed that was made after the dispute. */
function settledBy(entries: readonly Entry[], dispute: Entry): DisputeEnd | null {
  const about = disputedEntry(entries, dispute);
  const gone = removedEntries(entries);
  for (const { seq, event } of entries) {
    if (seq <= dispute.seq || event.kind !== 'corrected' || event.corrects !== about?.seq) continue;
    if (!gone.has(seq)) return { how: 'settled', entry: seq, reason: event.reason };
  }
  return null;
}

function endOf(
  effective: readonly Effective[],
  entries: readonly Entry[],
  dispute: Entry,
): DisputeEnd | null {
  for (const { seq, event } of effective) {
    if (event.kind !== 'dispute-closed' || event.dispute !== dispute.seq) continue;
    return { how: event.upheld ? 'upheld' : 'not-upheld', entry: seq, reason: event.reason };
  }
  return settledBy(entries, dispute);
}

/** The disputes in the order of recording; `entries` is the whole ledger that is known. */
export function disputesIn(effective: readonly Effective[], entries: readonly Entry[]): readonly Dispute[] {
  return effective
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((entry) => {
      if (entry.event.kind !== 'disputed') return [];
      const { seq, by, event } = entry;
      return [{ entry: seq, reason: event.reason, by, closed: endOf(effective, entries, entry) }];
    });
}
