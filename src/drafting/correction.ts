/** `/ultimatum correct`: the fields that were typed replace those of the entry, or the entry is taken out whole. */
import { type Draft, type Typed } from '../codec/draft.js';
import { TYPED, type TypedName } from '../domain/field-name.js';
import { replay } from '../domain/corrections.js';
import { COMPLIANCES, FOLLOW_THROUGHS, GRADES, type CorrectedFields, type Entry } from '../domain/entry.js';
import { fieldsOf } from '../domain/entry-fields.js';
import { findName } from '../domain/names.js';
import type { Reading } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { When } from '../domain/when.js';
import { deadlineOf, type DatedCommand, type Deadline } from './deadline.js';
import type { DraftContext } from './draft-context.js';
import { momentOf } from './moment.js';
import { namesIn } from './names.js';
import { readAnew } from './read-anew.js';

const MOMENTS = ['stated', 'complied', 'acted'] as const;
type Moments = { readonly [M in (typeof MOMENTS)[number]]?: When };

/** The days that were typed. */
function momentsOf({ draft, zoneChoice, context }: DraftContext): Result<Moments> {
  let moments: Moments = {};
  for (const field of MOMENTS) {
    const words = draft.typed[field];
    if (words === undefined) continue;
    const moment = momentOf(field, words, zoneChoice.zone, context);
    if (!moment.ok) return moment;
    moments = { ...moments, [field]: moment.value.when };
  }
  return ok(moments);
}

/** The kind of source, as chosen, or as confirmed of the link. */
function gradeOf({ typed, confirmed }: Draft) {
  const given = GRADES.find((grade) => grade === typed.grade);
  const isConfirmed = typed.source !== undefined && confirmed.includes(typed.source);
  return given ?? (isConfirmed ? ('primary' as const) : undefined);
}

/** By this word a person takes a text away. */
const NONE = /^none$/i;
const isNone = (text: string | undefined) => text !== undefined && NONE.test(text.trim());

/** What was typed; null where it is taken away. */
function textOf(text: string | undefined): string | null | undefined {
  return isNone(text) ? null : text;
}

const listOf = (text: string | undefined): readonly string[] => (isNone(text) ? [] : namesIn(text));

/**
 * An entry for some targets spells them as the ultimatum does, and without them is for all; a list of targets is spelt as
 * it was typed.
 */
function targetsOf(
  { target }: Typed,
  { event }: Entry,
  { ultimatum }: DraftContext,
): readonly string[] | null {
  if (isNone(target)) return null;
  const names = namesIn(target);
  if (event.kind === 'recorded' || event.kind === 'terms') return names;
  return names.map((name) => findName(ultimatum?.targets ?? [], name) ?? name);
}

/** Where it says nothing of a zone, one that was typed is that of the days beside it. */
function zoneOf({ draft, zoneChoice }: DraftContext, { event }: Entry): string | undefined {
  const { typed } = draft;
  if (typed.zone === undefined) return undefined;
  const dated = [typed.deadline, typed.stated, typed.complied, typed.acted].some(
    (text) => text !== undefined,
  );
  return event.kind !== 'recorded' && dated ? undefined : zoneChoice.zone;
}

/** What was typed beside the days, field by field; undefined where nothing was. */
function textsOf(draftContext: DraftContext, entry: Entry) {
  const { draft } = draftContext;
  const { typed } = draft;
  const { issuer, target, tag } = typed;
  return {
    zone: zoneOf(draftContext, entry),
    issuers: issuer === undefined ? undefined : listOf(issuer),
    targets: target === undefined ? undefined : targetsOf(typed, entry, draftContext),
    tags: tag === undefined ? undefined : listOf(tag),
    demand: textOf(typed.demand),
    threat: textOf(typed.threat),
    quote: textOf(typed.quote),
    url: textOf(typed.source),
    grade: gradeOf(draft),
    actor: textOf(typed.by),
    compliance: COMPLIANCES.find((code) => code === typed.compliance),
    followThrough: FOLLOW_THROUGHS.find((code) => code === typed['follow-through']),
    note: textOf(typed.note),
  };
}

type GivenFields = { readonly [F in keyof CorrectedFields]: CorrectedFields[F] | undefined };

/** What is given and is not on record like that already. */
function changesOf(given: GivenFields, entry: Entry): CorrectedFields {
  const today: Readonly<Record<string, unknown>> = fieldsOf(entry);
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(today[field]),
  );
  return Object.fromEntries(changed);
}

/** The deadline as it was typed; else, of other words said or meant elsewhere, what they come to now. */
function correctedDeadline(draftContext: DraftContext, entry: Entry, stated: When): Result<Deadline | null> {
  const { typed } = draftContext.draft;
  if (typed.deadline !== undefined) return deadlineOf(draftContext, { stated, entry: entry.seq });
  const moved = typed.stated !== undefined || typed.zone !== undefined;
  return ok(moved ? readAnew(draftContext, entry, stated) : null);
}

function fieldsTyped(
  draftContext: DraftContext,
  entry: Entry,
  moments: Moments,
  deadline: Reading | null | undefined,
): CorrectedFields {
  return changesOf({ deadline, ...moments, ...textsOf(draftContext, entry) }, entry);
}

/** The entry that a draft corrects, as it stands today; one that was taken out as it was. */
export function entryToCorrect(entries: readonly Entry[], { entry }: Typed): Entry | null {
  const given = Number(entry);
  const known = [...replay(entries), ...entries];
  return known.find(({ seq }) => seq === given) ?? null;
}

/** What a removal has no use for. */
const BESIDE_REMOVAL: ReadonlySet<TypedName> = new Set(['entry', 'reason', 'remove']);

/** An entry is removed whole: what was typed beside that would be lost without a word, and is refused. */
function removalOf(typed: Typed, { seq: entry }: Entry, reason: string): Result<DatedCommand> {
  const fields = TYPED.filter((name) => typed[name] !== undefined && !BESIDE_REMOVAL.has(name));
  if (fields.length > 0) return refuse({ why: 'removes-alone', entry, fields });
  return ok({ command: { verb: 'correct', entry, reason, fields: {}, removes: true }, deadline: null });
}

/** The correction of a draft. A deadline is read from when the entry was stated, or from the day that is corrected to. */
export function correctionOf(draftContext: DraftContext): Result<DatedCommand> {
  const { draft, entries } = draftContext;
  const { entry: given = '', reason = '', remove } = draft.typed;
  const entry = entryToCorrect(entries, draft.typed);
  if (entry === null) return refuse({ why: 'not-found', what: 'entry', given, last: entries.length });
  const command = { verb: 'correct', entry: entry.seq, reason } as const;
  if (remove === 'true') return removalOf(draft.typed, entry, reason);
  const moments = momentsOf(draftContext);
  if (!moments.ok) return moments;
  const deadline = correctedDeadline(draftContext, entry, moments.value.stated ?? entry.stated);
  if (!deadline.ok) return deadline;
  const fields = fieldsTyped(draftContext, entry, moments.value, deadline.value?.reading);
  return ok({ command: { ...command, fields, removes: false }, deadline: deadline.value });
}
