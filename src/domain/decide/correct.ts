/** Decides corrections by deciding the corrected history again. */
import type { DecisionContext } from '../decision.js';
import { removedEntries, replay, type Effective } from '../corrections.js';
import type { CorrectedFields, Entry, CommandOf } from '../entry.js';
import { EVENT_RULES } from '../verbs.js';
import { fieldsOf } from '../entry-fields.js';
import { isDated } from '../reading.js';
import { refuse, type Refusal } from '../refusal.js';
import { isZone } from '../when.js';
import { checkLink } from '../links.js';
import { filled, firstOf, type Check } from './checks.js';
import { note, withAdded, type VerbContext, type Decision } from './context.js';
import { newlyBroken } from './history.js';

type Field = keyof CorrectedFields;

const CORRECTED: Readonly<Record<Field, true>> = {
  deadline: true,
  stated: true,
  zone: true,
  issuers: true,
  targets: true,
  demand: true,
  threat: true,
  tags: true,
  quote: true,
  url: true,
  grade: true,
  actor: true,
  compliance: true,
  complied: true,
  followThrough: true,
  acted: true,
  note: true,
};

const isField = (name: string): name is Field => name in CORRECTED;

function fieldsIn(fields: CorrectedFields): readonly Field[] {
  return Object.keys(fields)
    .filter(isField)
    .filter((field) => fields[field] !== undefined);
}

const unchanged = ({ seq: entry }: Entry): Refusal => ({
  why: 'nothing-to-change',
  of: { what: 'entry', entry },
});

/** What was taken back changes nothing any more; the entry that took it back is named. */
function checkStanding({ seq: entry }: Entry, entries: readonly Entry[]): Check {
  const by = removedEntries(entries).get(entry);
  return by === undefined ? null : { why: 'nothing-to-change', of: { what: 'removed-entry', entry, by } };
}

function checkFields(command: CommandOf<'correct'>, entry: Entry, effective: readonly Effective[]): Check {
  const { kind } = entry.event;
  if (command.removes) return EVENT_RULES[kind].removable ? null : cannotCorrect(entry, 'entry', effective);
  const { correctable } = EVENT_RULES[kind];
  if (correctable.length === 0) return cannotCorrect(entry, 'entry', effective);
  const fields = fieldsIn(command.fields);
  const wrong = fields.find((field) => !correctable.includes(field));
  if (wrong !== undefined) return cannotCorrect(entry, wrong, effective);
  return fields.length === 0 ? unchanged(entry) : checkTyped(entry, command.fields);
}

/** Says which entry holds what can't be corrected here; a passing follows from the deadline before it. */
function cannotCorrect(entry: Entry, field: Field | 'entry', effective: readonly Effective[]): Refusal {
  const { kind } = entry.event;
  const passing = kind === 'passed';
  const said = field === 'entry' || passing ? 'deadline' : field;
  const before = passing ? effective.filter(({ stated }) => stated.start <= entry.stated.start) : effective;
  const holds = (one: Effective) =>
    EVENT_RULES[one.event.kind].correctable.includes(said) && fieldsOf(one)[said] !== null;
  const holder = field === 'entry' && !passing ? null : (before.findLast(holds)?.seq ?? null);
  return { why: 'cannot-correct', entry: entry.seq, kind, field, holder };
}

/** Only a record can be without a date. */
function checkDate(entry: number, deadline: CorrectedFields['deadline']): Check {
  return deadline === undefined || (deadline !== null && isDated(deadline))
    ? null
    : { why: 'needs-deadline', entry };
}

/** What a correction gives a field has to be fit to be recorded. */
function checkTyped({ seq, event: { kind } }: Entry, fields: CorrectedFields): Check {
  const { deadline, zone, issuers, targets, demand, url } = fields;
  const badZone = [deadline?.zone, zone].find((one) => one !== undefined && !isZone(one));
  if (badZone !== undefined) return { why: 'bad-zone', given: badZone };
  return firstOf(
    () => (kind === 'recorded' ? null : checkDate(seq, deadline)),
    () => (kind === 'recorded' && targets === null ? { why: 'missing', field: 'target' } : null),
    () => (kind === 'recorded' && demand === null ? { why: 'missing', field: 'demand' } : null),
    () => (issuers?.length === 0 ? { why: 'missing', field: 'issuer' } : null),
    () => (targets?.length === 0 ? { why: 'missing', field: 'target' } : null),
    () => (demand == null ? null : filled('demand', demand)),
    () => (url == null ? null : checkLink(url)),
  );
}

function sameOutcome(before: readonly Effective[], after: readonly Effective[]): boolean {
  const bare = (entries: readonly Effective[]) =>
    JSON.stringify(entries.map(({ seq, stated, statements, event }) => [seq, stated, statements, event]));
  return bare(before) === bare(after);
}

/** Our own mistake: an entry that points at the one it corrects. Never a move, allowed in every state (rules 13). */
export function correct(
  command: CommandOf<'correct'>,
  context: VerbContext,
  request: DecisionContext,
): Decision {
  const entry = context.entries.find(({ seq }) => seq === command.entry);
  if (entry === undefined) {
    const last = context.entries.length;
    return refuse({ why: 'not-found', what: 'entry', given: String(command.entry), last });
  }
  const refusal = firstOf(
    () => filled('reason', command.reason),
    () => checkStanding(entry, context.entries),
    () => checkFields(command, entry, context.effective),
  );
  if (refusal !== null) return refuse(refusal);
  const { removes, reason } = command;
  const fields = removes ? {} : command.fields;
  const decision = note(request, { kind: 'corrected', corrects: entry.seq, fields, removes, reason });
  if (!decision.ok) return decision;
  const corrected = withAdded(context.entries, decision.value);
  if (sameOutcome(context.effective, replay(corrected))) return refuse(unchanged(entry));
  const broken = newlyBroken(context.entries, corrected);
  return broken === null ? decision : refuse({ why: 'correction-breaks', rule: broken.rule });
}
