/** The fields of the forms: which a verb asks for, what they are called, and what they show of what was typed before. */
import type { Typed } from '../codec/draft.js';
import { isTypedName } from '../domain/field-name.js';
import { type DraftVerb, VERBS, type FormFieldId } from '../domain/verbs.js';
import type { FormField } from '../discord/command.js';
import type { Suggestion } from '../discord/option.js';
import { cleanLine } from '../domain/clean.js';
import { COMPLIANCES, FOLLOW_THROUGHS } from '../domain/entry.js';
import type { FieldWords } from '../wording/field-words.js';
import type { Words } from '../wording/index.js';
import { outcomeQuestion, targetsField, type OutcomeSides } from './outcome-questions.js';

/** How a field is filled in; its words are those of the catalogue. */
interface FieldSpec {
  readonly required: boolean;
  readonly long?: boolean;
  readonly maxLength?: number;
  /** Where it is chosen; by default from a list. */
  readonly shownAs?: 'radios';
}

const LONG = { long: true, maxLength: 1000 };
const SHORT = { maxLength: 200 };

const FIELDS: Readonly<Record<FormFieldId, FieldSpec>> = {
  parties: { required: true, maxLength: 300 },
  target: { required: false },
  demand: { required: true, ...LONG },
  threat: { required: false, ...LONG },
  deadline: { required: true, ...SHORT },
  quote: { required: false, ...LONG },
  source: { required: false, ...LONG },
  stated: { required: false, ...SHORT },
  zone: { required: false, ...SHORT },
  reason: { required: true, ...LONG },
  compliance: { required: true, shownAs: 'radios' },
  'follow-through': { required: true, shownAs: 'radios' },
  when: { required: false, long: true, maxLength: 200 },
  event: { required: true, ...SHORT },
  note: { required: false, ...LONG },
  targets: { required: false, ...LONG },
  by: { required: false, ...SHORT },
  tag: { required: false, ...SHORT },
  grade: { required: false },
  complied: { required: false, ...SHORT },
  acted: { required: false, ...SHORT },
};

/** The form of the message menu "Record an ultimatum": the post is its source. */
const FROM_POST: readonly FormFieldId[] = ['parties', 'demand', 'threat', 'deadline', 'quote'];
/** The form of `/ultimatum record`. */
const TYPED_RECORD: readonly FormFieldId[] = ['parties', 'demand', 'threat', 'deadline', 'source'];
const DEADLINE_FORM: readonly FormFieldId[] = ['deadline', 'stated', 'zone'];

/** Terms and corrections replace only what is typed. */
const PARTIAL_VERBS: ReadonlySet<DraftVerb> = new Set(['terms', 'correct']);

/** Longest text of a field that names no limit of its own. */
const DEFAULT_LENGTH = 100;

/** What a link can be. */
const LINK_GRADES = ['primary', 'data-set', 'secondary', 'page'] as const;

/** Fixed answers in the order of `values`, by their names in the catalogue. */
function choicesOf<V extends string>(
  values: readonly V[],
  names: Readonly<Record<V, string>>,
): readonly Suggestion[] {
  return values.map((value) => ({ value, name: names[value] }));
}

function fieldChoices(id: FormFieldId, { forms }: Words): readonly Suggestion[] | undefined {
  if (id === 'compliance') return choicesOf(COMPLIANCES, forms.choices.compliance);
  if (id === 'follow-through') return choicesOf(FOLLOW_THROUGHS, forms.choices.followThrough);
  if (id === 'grade') return choicesOf(LINK_GRADES, forms.choices.grade);
  return undefined;
}

const present = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined);

/** Several texts of a draft in one field, one per line; undefined where there are none. */
function linesOf(texts: readonly (string | undefined)[]): string | undefined {
  const lines = present(texts);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** What a field shows: the texts as typed before, so that nothing has to be typed twice. */
function valueOf(id: FormFieldId, typed: Typed): string | undefined {
  const { issuer, target } = typed;
  switch (id) {
    case 'parties':
      return present([issuer, target]).length === 0 ? undefined : `${issuer ?? ''} → ${target ?? ''}`;
    case 'when':
      return typed.when ?? linesOf([typed.complied, typed.acted]);
    case 'targets':
      return target;
    case 'source':
      return linesOf([typed.source, typed['second-source']]);
    default:
      return isTypedName(id) ? typed[id] : undefined;
  }
}

/** A value as it fits the field: a field of one line takes no line break. */
function fitted(value: string, { long, maxLength }: FieldSpec): string {
  return (long === true ? value : cleanLine(value)).slice(0, maxLength ?? DEFAULT_LENGTH);
}

function formField(id: FormFieldId, typed: Typed, verb: DraftVerb, words: Words): FormField {
  const spec = FIELDS[id];
  const { hint, ...named }: FieldWords =
    id === 'when' && verb !== 'outcome' ? words.forms.oneDay : words.forms.fields[id];
  const choices = fieldChoices(id, words);
  const value = valueOf(id, typed);
  return {
    id,
    ...named,
    ...spec,
    required: spec.required && (id === 'reason' || id === 'event' || !PARTIAL_VERBS.has(verb)),
    ...(hint === undefined ? {} : { description: hint }),
    ...(choices === undefined ? {} : { choices }),
    ...(value === undefined ? {} : { value: fitted(value, spec) }),
  };
}

/** Whether the whole of a text fits the field. */
export function fitsField(id: FormFieldId, typed: Typed): boolean {
  const value = valueOf(id, typed);
  return value === undefined || value.length <= (FIELDS[id].maxLength ?? DEFAULT_LENGTH);
}

/** Fields of a form, in that order. */
export function formFields(
  ids: readonly FormFieldId[],
  typed: Typed,
  verb: DraftVerb,
  words: Words,
): readonly FormField[] {
  return ids.map((id) => formField(id, typed, verb, words));
}

/** The form that changes the deadline of a draft: its words, when they were said, and the zone. */
export function deadlineForm(typed: Typed, verb: DraftVerb, words: Words): readonly FormField[] {
  return formFields(DEADLINE_FORM, typed, verb, words);
}

/** The form that asks when the event happened from which a deadline is counted. */
export function eventForm(typed: Typed, verb: DraftVerb, words: Words): readonly FormField[] {
  return [formField('event', typed, verb, words)];
}

/** The form of a new record that is made from a post. */
export function postForm(typed: Typed, words: Words): readonly FormField[] {
  return formFields(FROM_POST, typed, 'record', words);
}

/** The form of a new record that is typed, with all that is usually known of one. */
export function recordForm(typed: Typed, words: Words): readonly FormField[] {
  return formFields(TYPED_RECORD, typed, 'record', words);
}

/** The form of a verb; with `sides`, those of the ultimatum, an outcome asks what each of them did by name. */
export function verbForm(
  verb: DraftVerb,
  typed: Typed,
  words: Words,
  sides: OutcomeSides | null = null,
): readonly FormField[] {
  const fields = formFields(VERBS[verb].form, typed, verb, words);
  // A tombstone has no sides to ask about by name.
  if (verb !== 'outcome' || sides === null || sides.targets.length === 0) return fields;
  const asked = fields.map((field) => ({ ...field, ...outcomeQuestion(field.id, typed, sides, words) }));
  const targets = targetsField(typed, sides, words);
  // Of several targets it first has to be said which; the note has no room beside that, and can be typed or added later.
  return targets === null ? asked : [targets, ...asked.slice(0, -1)];
}
