import type { FormField } from '../discord/command.js';
import { cut, plain } from '../discord/views/text.js';
import { cleanLine } from '../domain/clean.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { COMPLIANCE_CHOICES, FOLLOW_THROUGH_CHOICES, needsActed, needsComplied } from './outcome.js';
import { TYPED, type Typed, type TypedName, type DraftVerb } from '../codec/draft.js';

const long = { long: true, maxLength: 1000 };
const short = { maxLength: 200 };

type Field = Omit<FormField, 'value'>;

const TEXT: Readonly<Record<string, Field>> = {
  parties: {
    id: 'parties',
    label: 'From → to',
    description: 'Who demands, an arrow or "to", of whom. Several targets: with a semicolon.',
    placeholder: 'Donald Trump → Russia',
    required: true,
    maxLength: 300,
  },
  demand: { id: 'demand', label: 'Demand', required: true, ...long },
  threat: {
    id: 'threat',
    label: 'Otherwise',
    description: 'What is announced otherwise.',
    required: false,
    ...long,
  },
  deadline: {
    id: 'deadline',
    label: 'Deadline, in the words used',
    description: '"none" where none was stated.',
    placeholder: '50 days',
    required: true,
    ...short,
  },
  quote: { id: 'quote', label: 'Quote', required: false, ...long },
  source: { id: 'source', label: 'Links, one a line', required: false, ...long },
  stated: {
    id: 'stated',
    label: 'When it was said',
    description: 'A day, or a day and a time: "14 Jul", "yesterday 18:00".',
    required: false,
    ...short,
  },
  zone: {
    id: 'zone',
    label: 'Time zone of who said it',
    description: 'A city or an IANA name: "Washington", "Europe/Moscow".',
    required: false,
    ...short,
  },
  reason: { id: 'reason', label: 'Why', required: true, ...long },
  compliance: {
    id: 'compliance',
    label: 'What did the target do?',
    required: true,
    choices: COMPLIANCE_CHOICES,
  },
  'follow-through': {
    id: 'follow-through',
    label: 'What did the issuer do about the threat?',
    required: true,
    choices: FOLLOW_THROUGH_CHOICES,
  },
  when: {
    id: 'when',
    label: 'When it happened',
    description:
      'If both did something on different days: first the target’s, then the issuer’s, one a line.',
    required: false,
    long: true,
    maxLength: 200,
  },
  note: { id: 'note', label: 'One sentence', required: false, ...long },
};

const FORMS: Readonly<Record<DraftVerb, readonly string[]>> = {
  record: ['parties', 'demand', 'threat', 'quote', 'source'],
  move: ['quote', 'source'],
  resume: ['quote', 'source'],
  suspend: ['quote', 'source', 'stated'],
  withdraw: ['quote', 'source', 'stated'],
  replace: ['quote', 'source', 'stated'],
  source: ['source', 'quote', 'stated'],
  terms: ['demand', 'threat', 'quote', 'source', 'stated'],
  outcome: ['compliance', 'follow-through', 'when', 'source', 'note'],
  dispute: ['reason', 'source'],
  correct: ['reason', 'demand', 'threat', 'quote', 'source'],
  hide: ['reason'],
};

/** Terms and corrections replace only what is typed. */
const OPTIONAL_IN = new Set<DraftVerb>(['terms', 'correct']);

/** The form of five of the message menu. */
export const FROM_POST = ['parties', 'demand', 'threat', 'deadline', 'quote'];
export const DEADLINE_FORM = ['deadline', 'stated', 'zone'];

/** What a field shows: the texts as typed before, so that nothing has to be typed twice. */
function valueOf(id: string, typed: Typed): string | undefined {
  if (id === 'parties') {
    const { issuer, target } = typed;
    return issuer === undefined && target === undefined ? undefined : `${issuer ?? ''} → ${target ?? ''}`;
  }
  if (id === 'when') {
    const days = [typed.complied, typed.acted].filter((day) => day !== undefined);
    return days.length === 0 ? undefined : days.join('\n');
  }
  if (id === 'source') {
    const links = [typed.source, typed['second-source']].filter((link) => link !== undefined);
    return links.length === 0 ? undefined : links.join('\n');
  }
  return TYPED.some((name) => name === id) ? typed[id as TypedName] : undefined;
}

export function formFields(ids: readonly string[], typed: Typed, verb: DraftVerb): readonly FormField[] {
  return ids.flatMap((id) => {
    const field = TEXT[id];
    if (field === undefined) return [];
    const whole = valueOf(id, typed);
    // A field of one line takes no line break: what a post has there is put on one line.
    const fitting = field.long === true ? whole : whole === undefined ? undefined : cleanLine(whole);
    const value = fitting?.slice(0, field.maxLength ?? 100);
    const required = field.required && !(OPTIONAL_IN.has(verb) && id !== 'reason');
    return [{ ...field, required, ...(value === undefined ? {} : { value }) }];
  });
}

/** Who an outcome is of, for the questions of its form. */
type Sides = Pick<Ultimatum, 'issuer' | 'targets'>;

/** Discord's limit for the label of a field. */
const LABEL = 45;

function asked(name: string, about: string): Pick<Field, 'label' | 'description'> {
  const whole = `What did ${plain(name)} do${about}?`;
  if (whole.length <= LABEL) return { label: whole };
  let points = LABEL;
  const label = () => `What did ${cut(plain(name), points)} do?`;
  while (label().length > LABEL) points -= 1;
  return { label: label(), ...(about === '' ? {} : { description: `That is,${about}.` }) };
}

/** The two questions of an outcome by name: of several targets, unless one was chosen, as "the targets". */
function questions(id: string, { target }: Typed, { issuer, targets }: Sides): Partial<Field> {
  const [only = '', other] = target === undefined ? targets : [target];
  if (id === 'compliance') return asked(other === undefined ? only : 'the targets', '');
  return id === 'follow-through' ? asked(issuer, ' about the threat') : {};
}

/** The form of a verb; `sides` where it is about an ultimatum that exists. */
export function formOf(verb: DraftVerb, typed: Typed, sides: Sides | null = null): readonly FormField[] {
  const all = formFields(FORMS[verb], typed, verb);
  // A tombstone has no sides to ask about by name.
  if (verb !== 'outcome' || sides === null || sides.targets.length === 0) return all;
  return all.map((one) => ({ ...one, ...questions(one.id, typed, sides) }));
}

const ARROW = /\s*(?:→|->|=>)\s*/;

/** "Donald Trump → Russia" to its two sides; without an arrow the first " to " divides them. */
export function parseParties(text: string): Typed {
  const [issuer = '', target] = ARROW.test(text) ? text.split(ARROW) : text.split(/\s+to\s+/);
  return { issuer: issuer.trim(), target: (target ?? '').trim() };
}

/** One or two days; each goes to the side that needs one. */
function parseWhen(text: string, typed: Typed): Typed {
  const [first = '', second = first] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    complied: needsComplied(typed.compliance) ? first : '',
    acted: needsActed(typed['follow-through']) ? second : '',
  };
}

/** A submitted form as typed texts; fields the form did not have are left as they were. */
export function typedFrom(fields: Readonly<Record<string, string>>): Typed {
  const texts = Object.fromEntries(
    Object.entries(fields).filter(([id]) => TYPED.some((name) => name === id)),
  ) as Typed;
  const links = fields.source === undefined ? {} : { 'second-source': '' };
  const parties = fields.parties === undefined ? {} : parseParties(fields.parties);
  const when = fields.when === undefined ? {} : parseWhen(fields.when, texts);
  return { ...texts, ...links, ...parties, ...when };
}
