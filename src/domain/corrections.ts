/** Applies corrections to the entries before they are folded. */
import type { CorrectedFields, Entry, LedgerEvent, Outcome, Statement } from './entry.js';
import { hasActed, hasComplied } from './outcome.js';
import type { Reading } from './reading.js';

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

function correctOutcome(outcome: Outcome, fields: CorrectedFields): Outcome {
  const compliance = fields.compliance ?? outcome.compliance;
  const followThrough = fields.followThrough ?? outcome.followThrough;
  return {
    ...outcome,
    compliance,
    followThrough,
    complied: hasComplied(compliance) ? outcome.complied : null,
    acted: hasActed(followThrough) ? outcome.acted : null,
  };
}

/** An event that holds something a correction may replace does not compile here. */
const uncorrectable = (
  event: Exclude<
    LedgerEvent,
    { readonly deadline: unknown } | { readonly demand: unknown } | { readonly outcome: unknown }
  >,
): LedgerEvent => event;

function correctEvent(event: LedgerEvent, fields: CorrectedFields): LedgerEvent {
  switch (event.kind) {
    case 'recorded':
      return {
        ...event,
        issuer: fields.issuer ?? event.issuer,
        targets: fields.targets ?? event.targets,
        demand: fields.demand ?? event.demand,
        threat: fields.threat ?? event.threat,
        deadline: fields.deadline ?? event.deadline,
      };
    case 'revised':
      return { ...event, deadline: fields.deadline ?? event.deadline };
    case 'terms':
      return {
        ...event,
        targets: fields.targets ?? event.targets,
        demand: fields.demand ?? event.demand,
        threat: fields.threat ?? event.threat,
      };
    case 'outcome':
      return { ...event, outcome: correctOutcome(event.outcome, fields) };
    default:
      return uncorrectable(event);
  }
}

const NO_STATEMENT: Statement = {
  quote: null,
  url: null,
  outlet: null,
  grade: 'unsourced',
  archive: null,
  seenIn: null,
};

/** The first statement of an entry is the one a correction means; a corrected link forgets the old one's outlet. */
function correctStatements(statements: readonly Statement[], fields: CorrectedFields): readonly Statement[] {
  if (fields.quote === undefined && fields.url === undefined) return statements;
  const [meant = NO_STATEMENT, ...rest] = statements;
  const quoted = fields.quote === undefined ? meant : { ...meant, quote: fields.quote };
  if (fields.url === undefined) return [quoted, ...rest];
  const grade = meant.grade === 'unsourced' ? 'secondary' : meant.grade;
  return [{ ...quoted, url: fields.url, grade, outlet: null, archive: null }, ...rest];
}

function setsVersion(event: LedgerEvent): boolean {
  return event.kind === 'recorded' || event.kind === 'revised';
}

function deliveryOf(
  entry: Entry,
  entries: readonly Entry[],
  corrections: readonly Correction[],
  removed: ReadonlyMap<number, number>,
): number {
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

/** The entries as they stand today (rules 13): corrected in place, those taken out left out, corrections gone. */
export function replay(entries: readonly Entry[]): readonly Effective[] {
  const corrections = correctionsIn(entries);
  if (corrections.length === 0)
    return entries.map((entry) => ({ ...entry, delivery: 0, correctedFrom: null }));
  const removed = removals(corrections);
  return entries.flatMap((entry) => {
    if (entry.event.kind === 'corrected' || removed.has(entry.seq)) return [];
    const applied = corrections.filter(({ seq, corrects }) => corrects === entry.seq && !removed.has(seq));
    const fields: CorrectedFields = Object.assign({}, ...applied.map((correction) => correction.fields));
    const was =
      entry.event.kind === 'recorded' || entry.event.kind === 'revised' ? entry.event.deadline : null;
    return [
      {
        ...entry,
        stated: fields.stated ?? entry.stated,
        event: correctEvent(entry.event, fields),
        statements: correctStatements(entry.statements, fields),
        delivery: setsVersion(entry.event) ? deliveryOf(entry, entries, corrections, removed) : 0,
        correctedFrom: fields.deadline === undefined ? null : was,
      },
    ];
  });
}
