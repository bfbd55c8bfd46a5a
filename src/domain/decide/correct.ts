/** Decides corrections by deciding the corrected history again. */
import type { DecisionContext } from '../decision.js';
import { replay, type Effective } from '../corrections.js';
import type { CorrectedFields, Entry, NewEntry, CommandOf } from '../entry.js';
import { EVENT_RULES } from '../verbs.js';
import { refuse, type Refusal } from '../refusal.js';
import { isZone } from '../when.js';
import { checkLink } from '../links.js';
import { filled, firstOf, type Check } from './checks.js';
import { note, withAdded, type VerbContext, type Decision } from './context.js';
import { commandBehind, decidePlain } from './verbs.js';

type Field = keyof CorrectedFields;

const CORRECTED: Readonly<Record<Field, true>> = {
  deadline: true,
  stated: true,
  issuer: true,
  targets: true,
  demand: true,
  threat: true,
  quote: true,
  url: true,
  compliance: true,
  followThrough: true,
};

const isField = (name: string): name is Field => name in CORRECTED;

function fieldsOf(fields: CorrectedFields): readonly Field[] {
  return Object.keys(fields)
    .filter(isField)
    .filter((field) => fields[field] !== undefined);
}

/**
 * What was in order when it was recorded stays so: an older release took more links, another machine knows more zones.
 * The texts of the correction itself are checked on their own.
 */
const OLD_FAULTS = new Set<Refusal['why']>(['bad-link', 'bad-zone', 'missing']);

function asItWas({ recorded, stated, by, statements, event }: Effective): NewEntry {
  return { recorded, stated, by, statements, event };
}

/** Decides the corrected history again, entry by entry, each at its own time; the first rule it breaks (rules 13). */
export function brokenRule(entries: readonly Entry[]): Refusal | null {
  let history: readonly Entry[] = [];
  for (const entry of replay(entries)) {
    const command = commandBehind(entry);
    if (command === null) continue;
    const decision = decidePlain(history, command, { now: entry.recorded, by: entry.by });
    if (!decision.ok && !OLD_FAULTS.has(decision.refusal.why)) return decision.refusal;
    history = withAdded(history, decision.ok ? decision.value : [asItWas(entry)]);
  }
  return null;
}

function checkFields(command: CommandOf<'correct'>, entry: Entry, effective: readonly Effective[]): Check {
  const { kind } = entry.event;
  if (command.removes) {
    const gone = kind !== 'corrected' && !effective.some(({ seq }) => seq === entry.seq);
    if (gone) return { why: 'nothing-to-change' };
    return EVENT_RULES[kind].removable ? null : { why: 'cannot-correct', entry: entry.seq, field: 'entry' };
  }
  const fields = fieldsOf(command.fields);
  const wrong = fields.find((field) => !EVENT_RULES[kind].correctable.includes(field));
  if (wrong !== undefined) return { why: 'cannot-correct', entry: entry.seq, field: wrong };
  return fields.length === 0 ? { why: 'nothing-to-change' } : checkTyped(command.fields);
}

/** What a correction gives a field has to be fit to be recorded. */
function checkTyped({ deadline, issuer, targets, demand, url }: CorrectedFields): Check {
  if (deadline !== undefined && !isZone(deadline.zone)) return { why: 'bad-zone', given: deadline.zone };
  return firstOf(
    () => (issuer === undefined ? null : filled('issuer', issuer)),
    () => (targets?.length === 0 ? { why: 'missing', field: 'target' } : null),
    () => (demand === undefined ? null : filled('demand', demand)),
    () => (url === undefined ? null : checkLink(url)),
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
    () => checkFields(command, entry, context.effective),
  );
  if (refusal !== null) return refuse(refusal);
  const { removes, reason } = command;
  const fields = removes ? {} : command.fields;
  const decision = note(request, { kind: 'corrected', corrects: entry.seq, fields, removes, reason });
  if (!decision.ok) return decision;
  const corrected = withAdded(context.entries, decision.value);
  if (sameOutcome(context.effective, replay(corrected))) return refuse({ why: 'nothing-to-change' });
  const rule = brokenRule(corrected);
  return rule === null ? decision : refuse({ why: 'correction-breaks', rule });
}
