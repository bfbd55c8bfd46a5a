/** The form of `/ultimatum correct`: what an entry says today, in at most five fields chosen by its kind. */
import type { Draft, Typed } from '../codec/draft.js';
import { TYPED, type TypedName } from '../domain/field-name.js';
import type { Context, FormField } from '../discord/command.js';
import { plainText } from '../wording/plain-text.js';
import type { Entry, EventKind, LedgerEvent } from '../domain/entry.js';
import { fieldsOf } from '../domain/entry-fields.js';
import { foldOrNull } from '../domain/fold.js';
import type { FormFieldId } from '../domain/verbs.js';
import type { When } from '../domain/when.js';
import { momentText } from '../wording/correction.js';
import type { Words } from '../wording/index.js';
import { entryToCorrect } from './correction.js';
import { draftContextOf } from './draft-context.js';
import { fitsField, formFields } from './form-fields.js';
import { outcomeQuestion } from './outcome-questions.js';

const MOST_FIELDS = 5;
const STATEMENT: readonly FormFieldId[] = ['stated', 'quote', 'source'];

/** What is asked first of each kind of entry; the other fields are options of the command. */
const FIELDS: Readonly<Record<EventKind, readonly FormFieldId[]>> = {
  recorded: ['parties', 'demand', 'threat', 'deadline', 'stated'],
  revised: ['deadline', ...STATEMENT, 'by'],
  suspended: [...STATEMENT, 'targets', 'by'],
  withdrawn: [...STATEMENT, 'targets', 'by'],
  superseded: STATEMENT,
  outcome: ['compliance', 'complied', 'follow-through', 'acted', 'note'],
  reversed: [...STATEMENT, 'by'],
  terms: ['demand', 'threat', 'targets', 'stated', 'source'],
  sourced: ['source', 'quote', 'grade', 'stated'],
  disputed: STATEMENT,
  passed: [],
  archived: [],
  'dispute-closed': [],
  linked: [],
  corrected: [],
  hidden: [],
  unhidden: [],
};

function fieldsFor(event: LedgerEvent): readonly FormFieldId[] {
  if (event.kind !== 'reversed') return FIELDS[event.kind];
  return [event.what === 'measures-lifted' ? 'acted' : 'complied', ...FIELDS.reversed];
}

const joined = (names: readonly string[] | null) => names?.join('; ');

/** What an entry says today, as it would be typed. */
function todaysTexts(entry: Entry, zone: string, words: Words): Typed {
  const today = fieldsOf(entry);
  const day = (when: When | null) => (when === null ? undefined : plainText(momentText(words, when, zone)));
  const { demand, threat, quote, url, grade, actor, compliance, followThrough, note } = today;
  return {
    issuer: joined(today.issuers),
    target: joined(today.targets),
    tag: joined(today.tags),
    deadline: today.deadline?.words,
    stated: day(today.stated),
    complied: day(today.complied),
    acted: day(today.acted),
    zone: today.zone ?? undefined,
    demand: demand ?? undefined,
    threat: threat ?? undefined,
    quote: quote ?? undefined,
    source: url ?? undefined,
    grade: grade === 'unsourced' ? undefined : (grade ?? undefined),
    by: actor ?? undefined,
    compliance: compliance ?? undefined,
    'follow-through': followThrough ?? undefined,
    note: note ?? undefined,
  };
}

const NOT_FIELDS = new Set<TypedName>(['entry', 'reason', 'remove']);

/** The fields that were typed, or changed in the form. */
function changedNames({ typed, shown }: Draft): readonly TypedName[] {
  return TYPED.filter((name) => {
    const text = typed[name];
    return text !== undefined && text !== shown[name] && !NOT_FIELDS.has(name);
  });
}

/** The texts that have a field of their own. */
const OWN_FIELDS = [
  'demand',
  'threat',
  'deadline',
  'stated',
  'zone',
  'tag',
  'quote',
  'source',
  'grade',
  'by',
  'compliance',
  'complied',
  'follow-through',
  'acted',
  'note',
] as const satisfies readonly FormFieldId[];

/** Where a text is filled in: the two sides of a record share a field. */
function fieldOf(name: TypedName, kind: EventKind): readonly FormFieldId[] {
  if (name === 'issuer') return ['parties'];
  if (name === 'target') return [kind === 'recorded' ? 'parties' : 'targets'];
  return OWN_FIELDS.filter((field) => field === name);
}

/** Of a draft that has changed something the reason and what was changed come first. */
function idsOf(draft: Draft, event: LedgerEvent): readonly FormFieldId[] {
  const changed = changedNames(draft).flatMap((name) => fieldOf(name, event.kind));
  const first: readonly FormFieldId[] = changed.length === 0 ? [] : ['reason', ...changed];
  return [...new Set([...first, ...fieldsFor(event)])];
}

/** The fields of the form with today's values, or with what was typed in their place; none for an entry that has none. */
export function correctionForm(draft: Draft, entries: readonly Entry[], words: Words): readonly FormField[] {
  const entry = entryToCorrect(entries, draft.typed);
  if (entry === null) return [];
  const typed = { ...draft.shown, ...draft.typed };
  // A text that is too long for its field would come back cut, as a correction that nobody made.
  const ids = idsOf(draft, entry.event).filter((id) => fitsField(id, typed));
  const fields = formFields(ids.slice(0, MOST_FIELDS), typed, 'correct', words);
  const sides = foldOrNull(entries);
  if (sides === null || sides.targets.length === 0) return fields;
  return fields.map((field) => ({ ...field, ...outcomeQuestion(field.id, typed, sides, words) }));
}

/** Whether a draft names the entry and nothing that is wrong with it. */
export function isBare(draft: Draft): boolean {
  return draft.typed.remove !== 'true' && changedNames(draft).length === 0;
}

/**
 * The draft with what its entry says today: a text that is left like that corrects nothing. What was typed with the
 * command stays typed.
 */
export async function withToday(draft: Draft, context: Context): Promise<Draft> {
  // The days on record are shown in the zone in which they are read where none is typed.
  const draftContext = await draftContextOf({ ...draft, typed: {} }, context);
  if (!draftContext.ok) return draft;
  const { entries, zoneChoice } = draftContext.value;
  const entry = entryToCorrect(entries, draft.typed);
  if (entry === null) return draft;
  const today = todaysTexts(entry, zoneChoice.zone, context.words);
  const shown = TYPED.filter((name) => draft.typed[name] === undefined && today[name] !== undefined);
  return { ...draft, shown: Object.fromEntries(shown.map((name) => [name, today[name]])) };
}
