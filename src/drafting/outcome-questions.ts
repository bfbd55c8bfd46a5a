/** The questions of an outcome: for which targets, and what each side did, asked by name within the length of a label. */
import type { Typed } from '../codec/draft.js';
import type { FormField } from '../discord/command.js';
import { cleanLine } from '../domain/clean.js';
import { findName } from '../domain/names.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Words } from '../wording/index.js';
import { clipped } from '../wording/typed.js';
import { ALL_TARGETS } from './form-input.js';
import { namesIn } from './names.js';

/** Who an outcome is about. */
export type OutcomeSides = Pick<Ultimatum, 'issuers' | 'targets' | 'outcomes'>;

/** Discord's limit for the label of a field, in UTF-16 units. */
const MAX_LABEL = 45;

/** Discord's limit for the name and the value of a choice. */
const MAX_CHOICE = 100;
/** As check boxes they are all seen; of more a list of this length is opened. */
const MOST_BOXES = 10;
const MOST_LISTED = 25;

/** The targets that have no outcome yet, by the names they have on record. */
function openTargets({ targets, outcomes }: OutcomeSides): readonly string[] {
  return targets.filter((name) => !outcomes.some(({ target }) => target === name));
}

/** The boxes to tick for whom an outcome is; null where only one target is left. */
export function targetsField({ target }: Typed, sides: OutcomeSides, { forms }: Words): FormField | null {
  const open = openTargets(sides);
  if (open.length < 2) return null;
  const listed = open.length > MOST_BOXES;
  const all = listed ? [{ name: forms.allTargets, value: ALL_TARGETS }] : [];
  const names = open.map(cleanLine).filter((name) => name.length <= MAX_CHOICE);
  const choices = [...all, ...names.map((name) => ({ name, value: name }))].slice(0, MOST_LISTED);
  const typed = namesIn(target);
  return {
    id: 'target',
    label: forms.fields.target.label,
    required: true,
    choices,
    shownAs: 'boxes',
    ticked: names.filter((name) => findName(typed, name) !== null),
  };
}

/** A label with as much of the name as there is room for. */
function fitLabel(label: (name: string) => string, name: string): string {
  let points = MAX_LABEL;
  while (points > 0 && label(clipped(name, points)).length > MAX_LABEL) points -= 1;
  return label(clipped(name, points));
}

function issuerQuestion(issuer: string, { questions }: Words['forms']): Partial<FormField> {
  const whole = questions.issuer(issuer);
  if (whole.length <= MAX_LABEL) return { label: whole };
  return { label: fitLabel(questions.shortIssuer, issuer), description: questions.aboutThreat };
}

/** The question of a field by name: of several targets as "these targets"; empty for other fields. */
export function outcomeQuestion(
  id: string,
  { target }: Typed,
  sides: OutcomeSides,
  { forms, names }: Words,
): Partial<FormField> {
  const { issuers, targets } = sides;
  if (id === 'follow-through')
    return issuerQuestion(names.suggestedTargets(issuers.map(cleanLine), 0), forms);
  if (id !== 'compliance') return {};
  const open = openTargets(sides);
  const [name = '', ...others] = target !== undefined ? namesIn(target) : open.length > 0 ? open : targets;
  const { questions } = forms;
  return { label: others.length > 0 ? questions.targets : fitLabel(questions.target, cleanLine(name)) };
}
