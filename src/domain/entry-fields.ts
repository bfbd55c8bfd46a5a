/** What an entry says, field by field as a correction names them (rules 13). */
import type { CorrectedFields, Entry, EventByKind, LedgerEvent, Outcome } from './entry.js';

export type CorrectableField = keyof CorrectedFields;
/** What each field holds. */
export type CorrectedValues = { readonly [F in CorrectableField]: NonNullable<CorrectedFields[F]> };
/** What a correction may take away. */
export type RemovableField = {
  readonly [F in CorrectableField]-?: null extends CorrectedFields[F] ? F : never;
}[CorrectableField];
/** A value for every field that a correction may replace; null where the entry holds none. */
export type EntryFields = { readonly [F in CorrectableField]: CorrectedValues[F] | null };

const NOTHING: EntryFields = {
  deadline: null,
  stated: null,
  zone: null,
  issuers: null,
  targets: null,
  demand: null,
  threat: null,
  tags: null,
  quote: null,
  url: null,
  grade: null,
  actor: null,
  compliance: null,
  followThrough: null,
  complied: null,
  acted: null,
  note: null,
};

function recordFields(event: EventByKind['recorded']): Partial<EntryFields> {
  const { issuers, targets, demand, threat, zone, tags, deadline } = event;
  return { issuers, targets, demand, threat, zone, tags, deadline };
}

function outcomeFields({ compliance, followThrough, complied, acted, note }: Outcome): Partial<EntryFields> {
  return { compliance, followThrough, complied, acted, note };
}

function reversalFields({ what, when }: EventByKind['reversed']): Partial<EntryFields> {
  return what === 'measures-lifted' ? { acted: when } : { complied: when };
}

function eventFields(event: LedgerEvent): Partial<EntryFields> {
  switch (event.kind) {
    case 'recorded':
      return recordFields(event);
    case 'revised':
      return { deadline: event.deadline };
    case 'terms':
      return { demand: event.demand, threat: event.threat, targets: event.targets };
    case 'outcome':
      return outcomeFields(event.outcome);
    case 'reversed':
      return reversalFields(event);
    default:
      return {};
  }
}

/** Whom an entry is for, and by whom; of new terms `targets` is the whole list. */
function scopeFields(event: LedgerEvent): Partial<EntryFields> {
  const actor = 'actor' in event ? event.actor : undefined;
  const scope = 'scope' in event && event.kind !== 'terms' ? event.scope : undefined;
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(scope === undefined ? {} : { targets: scope }),
  };
}

/** Every field of an entry as it is given; of its statements the first, which is the one that a correction means. */
export function fieldsOf({ stated, statements, event }: Entry): EntryFields {
  const { quote = null, url = null, grade = null } = statements[0] ?? {};
  return { ...NOTHING, stated, quote, url, grade, ...eventFields(event), ...scopeFields(event) };
}
