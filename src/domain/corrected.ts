/** What a correction makes of the entry that it corrects (rules 13). */
import type { CorrectedFields, LedgerEvent, Outcome, Scoped, Statement } from './entry.js';
import { hasActed, hasComplied } from './outcome.js';

function correctOutcome(outcome: Outcome, fields: CorrectedFields): Outcome {
  const compliance = fields.compliance ?? outcome.compliance;
  const followThrough = fields.followThrough ?? outcome.followThrough;
  return {
    compliance,
    followThrough,
    complied: hasComplied(compliance) ? (fields.complied ?? outcome.complied) : null,
    acted: hasActed(followThrough) ? (fields.acted ?? outcome.acted) : null,
    note: fields.note ?? outcome.note,
  };
}

function scopeAndActor({ targets, actor }: CorrectedFields): Scoped {
  return {
    ...(targets === undefined ? {} : { scope: targets }),
    ...(actor === undefined ? {} : { actor }),
  };
}

/** An event that holds something a correction may replace does not compile here. */
const uncorrectable = (
  event: Exclude<
    LedgerEvent,
    | { readonly deadline: unknown }
    | { readonly demand: unknown }
    | { readonly outcome: unknown }
    | { readonly when: unknown }
    | { readonly kind: 'suspended' | 'withdrawn' }
  >,
): LedgerEvent => event;

/** The event with the corrected fields in place of its own; fields it does not hold change nothing. */
export function correctEvent(event: LedgerEvent, fields: CorrectedFields): LedgerEvent {
  switch (event.kind) {
    case 'recorded':
      return {
        ...event,
        issuers: fields.issuers ?? event.issuers,
        targets: fields.targets ?? event.targets,
        demand: fields.demand ?? event.demand,
        threat: fields.threat ?? event.threat,
        zone: fields.zone ?? event.zone,
        // Whoever corrects it typed it.
        ...(fields.zone === undefined ? {} : { zoneFrom: 'stated' as const }),
        tags: fields.tags ?? event.tags,
        deadline: fields.deadline ?? event.deadline,
      };
    case 'revised':
      return { ...event, deadline: fields.deadline ?? event.deadline, ...scopeAndActor(fields) };
    case 'suspended':
    case 'withdrawn':
      return { ...event, ...scopeAndActor(fields) };
    case 'terms':
      return {
        ...event,
        targets: fields.targets ?? event.targets,
        demand: fields.demand ?? event.demand,
        threat: fields.threat ?? event.threat,
      };
    case 'outcome':
      return { ...event, outcome: correctOutcome(event.outcome, fields), ...scopeAndActor(fields) };
    case 'reversed': {
      const { acted, complied } = fields;
      const when = (event.what === 'measures-lifted' ? acted : complied) ?? event.when;
      return { ...event, when, ...scopeAndActor(fields) };
    }
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
export function correctStatements(
  statements: readonly Statement[],
  fields: CorrectedFields,
): readonly Statement[] {
  const { quote, url, grade } = fields;
  if (quote === undefined && url === undefined && grade === undefined) return statements;
  const [meant = NO_STATEMENT, ...rest] = statements;
  const linked =
    url === undefined
      ? meant
      : {
          ...meant,
          url,
          grade: meant.grade === 'unsourced' ? ('secondary' as const) : meant.grade,
          outlet: null,
          archive: null,
        };
  return [{ ...linked, quote: quote ?? linked.quote, grade: grade ?? linked.grade }, ...rest];
}
