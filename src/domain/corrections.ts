/** Applies corrections to the entries before they are folded. */
import { correctEvent, correctStatements } from './corrected.js';
import type { CorrectedFields, Entry, LedgerEvent } from './entry.js';
import { renamed, renamesOf, type Renames } from './renames.js';
import type { Reading } from './reading.js';
import { inWorldOrder } from './world-order.js';

/** An entry as it stands today, every correction applied; the entry itself stays in the ledger as it was. */
export interface Effective extends Entry {
  /** The delivery generation of the line it sets: the last entry that changed the line, 0 if none did. */
  readonly delivery: number;
  /** The deadline it had before it was corrected. */
  readonly correctedFrom: Reading | null;
}

interface Correction {
  readonly seq: number;
  readonly corrects: number;
  readonly fields: CorrectedFields;
  readonly removes: boolean;
}

function correctionsIn(entries: readonly Entry[]): readonly Correction[] {
  return entries.flatMap(({ seq, event }) => (event.kind === 'corrected' ? [{ seq, ...event }] : []));
}

/** Sequence numbers taken out of the fold, each with the correction that did it. A correction can be taken out too. */
function removals(corrections: readonly Correction[]): ReadonlyMap<number, number> {
  const removed = new Map<number, number>();
  for (const correction of corrections.toReversed()) {
    if (correction.removes && !removed.has(correction.seq)) removed.set(correction.corrects, correction.seq);
  }
  return removed;
}

/** Which entries are taken out of the fold today, each with the correction that did it. */
export function removedEntries(entries: readonly Entry[]): ReadonlyMap<number, number> {
  return removals(correctionsIn(entries));
}

function setsVersion(event: LedgerEvent): boolean {
  return event.kind === 'recorded' || event.kind === 'revised';
}

interface Replayed {
  readonly entries: readonly Entry[];
  readonly corrections: readonly Correction[];
  readonly removed: ReadonlyMap<number, number>;
}

/** The last correction of this line itself, or removal of one before it. */
function generationOf(entry: Entry, { entries, corrections, removed }: Replayed): number {
  let last = 0;
  for (const { seq, corrects, fields } of corrections) {
    if (corrects !== entry.seq || fields.deadline === undefined) continue;
    last = Math.max(last, seq, removed.get(seq) ?? 0);
  }
  for (const { seq, event } of entries) {
    if (seq < entry.seq && setsVersion(event)) last = Math.max(last, removed.get(seq) ?? 0);
  }
  return last;
}

/** The last entry that gave this one its place in time: itself, or a correction of when it was stated. */
function placedBy(entry: Entry, { corrections, removed }: Replayed): number {
  const redated = corrections.filter(
    ({ seq, corrects, fields }) => corrects === entry.seq && fields.stated !== undefined && !removed.has(seq),
  );
  return redated.at(-1)?.seq ?? entry.seq;
}

/** A deadline learned of late takes its place between the others: the lines that it shifts are counted anew. */
function withShifted(ordered: readonly Effective[], replayed: Replayed): readonly Effective[] {
  const lines = ordered.filter(({ event }) => setsVersion(event));
  const recorded = lines.toSorted((a, b) => a.seq - b.seq);
  let cause = 0;
  return ordered.map((entry) => {
    if (!setsVersion(entry.event)) return entry;
    cause = Math.max(cause, placedBy(entry, replayed));
    const stays = lines.indexOf(entry) === recorded.indexOf(entry);
    return stays ? entry : { ...entry, delivery: Math.max(entry.delivery, cause) };
  });
}

function corrected(entry: Entry, replayed: Replayed, renames: Renames): Effective {
  const applied = replayed.corrections.filter(
    ({ seq, corrects }) => corrects === entry.seq && !replayed.removed.has(seq),
  );
  const fields: CorrectedFields = Object.assign({}, ...applied.map((correction) => correction.fields));
  const was = 'deadline' in entry.event ? entry.event.deadline : null;
  return {
    ...entry,
    stated: fields.stated ?? entry.stated,
    event: renamed(correctEvent(entry.event, fields), renames),
    statements: correctStatements(entry.statements, fields),
    delivery: setsVersion(entry.event) ? generationOf(entry, replayed) : 0,
    correctedFrom: fields.deadline === undefined ? null : was,
  };
}

/**
 * The entries as they stand today, in the order of the world (rules 9, 13): corrected in place, those taken out left
 * out, corrections gone.
 */
export function replay(entries: readonly Entry[]): readonly Effective[] {
  const corrections = correctionsIn(entries);
  const removed = removals(corrections);
  const standing = entries.filter(({ seq, event }) => event.kind !== 'corrected' && !removed.has(seq));
  const replayed = { entries, corrections, removed };
  const renames = renamesOf(
    standing,
    corrections.filter(({ seq }) => !removed.has(seq)),
  );
  const today = standing.map((entry) => corrected(entry, replayed, renames));
  return withShifted(inWorldOrder(today), replayed);
}
