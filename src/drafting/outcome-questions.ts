/** The two questions of an outcome, asked by name within the length of a label. */
import type { Typed } from '../codec/draft.js';
import type { FormField } from '../discord/command.js';
import { cleanLine } from '../domain/clean.js';
import { clipped } from '../wording/typed.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Words } from '../wording/index.js';

/** Who an outcome is about. */
export type OutcomeSides = Pick<Ultimatum, 'issuers' | 'targets'>;

/** Discord's limit for the label of a field, in UTF-16 units. */
const MAX_LABEL = 45;

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

/** The question of a field by name: of several targets, unless one was chosen, as "the targets"; empty for other fields. */
export function outcomeQuestion(
  id: string,
  { target }: Typed,
  { issuers, targets }: OutcomeSides,
  { forms, names }: Words,
): Partial<FormField> {
  if (id === 'follow-through')
    return issuerQuestion(names.suggestedTargets(issuers.map(cleanLine), 0), forms);
  if (id !== 'compliance') return {};
  const [name = '', ...others] = target === undefined ? targets : [target];
  const { questions } = forms;
  return { label: others.length > 0 ? questions.targets : fitLabel(questions.target, cleanLine(name)) };
}
