/** What a correction makes of the entry that it corrects (rules 13). */
import type { CorrectedFields, LedgerEvent, Outcome, Scoped, Statement } from './entry.js';
import { hasActed, hasComplied } from './outcome.js';

/** What a correction gives in place of `was`; null where it takes it away. */
const given = <V>(field: V | undefined, was: V): V => (field === undefined ? was : field);

function correctOutcome(outcome: Outcome, fields: CorrectedFields): Outcome {
  const compliance = fields.compliance ?? outcome.compliance;
  const followThrough = fields.followThrough ?? outcome.followThrough;
  return {
    compliance,
    followThrough,
    complied: hasComplied(compliance) ? (fields.complied ?? outcome.complied) : null,
    acted: hasActed(followThrough) ? (fields.acted ?? outcome.acted) : null,
    note: given(fields.note, outcome.note),
  };
}

/** For whom an entry is and who did it, as corrected; without them it is for all, by the issuer. */
function scopeAndActor({ scope, actor }: Scoped, fields: CorrectedFields): Scoped {
  const targets = given(fields.targets, scope ?? null);
  const by = given(fields.actor, actor ?? null);
  return { ...(targets === null ? {} : { scope: targets }), ...(by === null ? {} : { actor: by }) };
}

/** The entry with its scope and its actor corrected. */
function rescoped<E extends Scoped>(event: E, fields: CorrectedFields): Omit<E, keyof Scoped> & Scoped {
  const { scope: _scope, actor: _actor, ...bare } = event;
  return { ...bare, ...scopeAndActor(event, fields) };
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
        threat: given(fields.threat, event.threat),
        zone: fields.zone ?? event.zone,
        // Whoever corrects it typed it.
        ...(fields.zone === undefined ? {} : { zoneFrom: 'stated' as const }),
        tags: fields.tags ?? event.tags,
        deadline: given(fields.deadline, event.deadline),
      };
    case 'revised':
      return rescoped({ ...event, deadline: fields.deadline ?? event.deadline }, fields);
    case 'suspended':
    case 'withdrawn':
      return rescoped(event, fields);
    case 'terms':
      return {
        ...event,
        targets: given(fields.targets, event.targets),
        demand: given(fields.demand, event.demand),
        threat: given(fields.threat, event.threat),
      };
    case 'outcome':
      return rescoped({ ...event, outcome: correctOutcome(event.outcome, fields) }, fields);
    case 'reversed': {
      const { acted, complied } = fields;
      const when = (event.what === 'measures-lifted' ? acted : complied) ?? event.when;
      return rescoped({ ...event, when }, fields);
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

/** A statement with another link; without one it is unsourced. */
function relinked(meant: Statement, url: string | null): Statement {
  const bare = { ...meant, url, outlet: null, archive: null };
  if (url === null) return { ...bare, grade: 'unsourced' };
  return { ...bare, grade: meant.grade === 'unsourced' ? 'secondary' : meant.grade };
}

/** The first statement of an entry is the one a correction means; a corrected link forgets the old one's outlet. */
export function correctStatements(
  statements: readonly Statement[],
  fields: CorrectedFields,
): readonly Statement[] {
  const { quote, url, grade } = fields;
  if (quote === undefined && url === undefined && grade === undefined) return statements;
  const [meant = NO_STATEMENT, ...rest] = statements;
  const linked = url === undefined ? meant : relinked(meant, url);
  const corrected = { ...linked, quote: given(quote, linked.quote), grade: grade ?? linked.grade };
  // Nothing is left of a statement without a link, a quote and a message.
  const gone = corrected.url === null && corrected.quote === null && corrected.seenIn === null;
  return gone ? rest : [corrected, ...rest];
}
