/** The options that several subcommands of `/ultimatum` share, and what is suggested for them. */
import type { Context } from '../../src/discord/command.js';
import type { OptionChoice, Label, OptionSpec, Suggestion } from '../../src/discord/option.js';
import { suggestDeadline, suggestMoment } from '../../src/drafting/date-suggestions.js';
import { tooManyProposals } from '../../src/drafting/may-begin.js';
import {
  suggestEntries,
  suggestNames,
  suggestTargets,
  suggestUltimatums,
  type SuggestionInput,
} from '../../src/drafting/suggestions.js';
import { COMPLIANCES, FOLLOW_THROUGHS, GRADES } from '../../src/domain/entry.js';
import { suggestZones } from '../../src/language/index.js';

const text = (description: Label, maxLength: number) => ({ type: 'string', description, maxLength }) as const;
const SHORT = 200;
const LONG = 1000;

const COMPLIANCE_CHOICES: readonly OptionChoice[] = COMPLIANCES.map((value) => ({
  value,
  name: (words) => words.forms.choices.compliance[value],
}));

const FOLLOW_THROUGH_CHOICES: readonly OptionChoice[] = FOLLOW_THROUGHS.map((value) => ({
  value,
  name: (words) => words.forms.choices.followThrough[value],
}));

const GRADE_CHOICES: readonly OptionChoice[] = GRADES.filter((grade) => grade !== 'unsourced').map(
  (value) => ({
    value,
    name: (words) => words.forms.choices.grade[value],
  }),
);

export const OPTIONS = {
  ultimatum: {
    type: 'integer',
    description: (words) => words.ultimatum.options.ultimatum,
    required: true,
    suggested: true,
  },
  deadline: { ...text((words) => words.ultimatum.options.deadline, SHORT), suggested: true },
  source: text((words) => words.ultimatum.options.source, LONG),
  quote: text((words) => words.ultimatum.options.quote, LONG),
  stated: { ...text((words) => words.ultimatum.options.stated, SHORT), suggested: true },
  zone: { ...text((words) => words.ultimatum.options.zone, SHORT), suggested: true },
  issuer: { ...text((words) => words.ultimatum.options.issuer, SHORT), suggested: true },
  target: { ...text((words) => words.ultimatum.options.target, LONG), suggested: true },
  grade: {
    type: 'string',
    description: (words) => words.ultimatum.source.grade,
    choices: GRADE_CHOICES,
  },
  demand: text((words) => words.ultimatum.options.demand, LONG),
  threat: text((words) => words.ultimatum.options.threat, LONG),
  tag: { ...text((words) => words.ultimatum.options.tag, SHORT), suggested: true },
  reason: { ...text((words) => words.ultimatum.options.reason, LONG), required: true },
  compliance: {
    type: 'string',
    description: (words) => words.ultimatum.options.compliance,
    choices: COMPLIANCE_CHOICES,
  },
  'follow-through': {
    type: 'string',
    description: (words) => words.ultimatum.options.followThrough,
    choices: FOLLOW_THROUGH_CHOICES,
  },
} as const satisfies Record<string, OptionSpec>;

/** A day on which something was said or done. */
export const day = (description: Label) => ({ ...OPTIONS.stated, description });

/** A note on an outcome. */
export const NOTE = text((words) => words.ultimatum.outcome.note, LONG);

/** What every verb about a statement takes beside the ultimatum. */
export const STATEMENT = {
  source: OPTIONS.source,
  quote: OPTIONS.quote,
  stated: OPTIONS.stated,
} as const;

/** What a verb takes that can be for some targets only, or made by somebody else. */
export const SCOPE = {
  target: { ...OPTIONS.target, description: (words) => words.ultimatum.options.forTargets },
  by: { ...text((words) => words.ultimatum.options.by, SHORT), suggested: true },
} as const satisfies Record<string, OptionSpec>;

/** The suggestions of most `/ultimatum` commands, by the name of the option. */
export async function suggest(
  option: string,
  typed: string,
  given: SuggestionInput,
  context: Context,
): Promise<readonly Suggestion[]> {
  switch (option) {
    case 'ultimatum':
    case 'to':
      return suggestUltimatums(typed, context);
    case 'by':
      return suggestNames('issuer', typed, context);
    case 'for':
      return suggestTargets(typed, given, context);
    case 'issuer':
    case 'target':
    case 'tag':
      return suggestNames(option, typed, context);
    case 'deadline':
      return suggestDeadline(typed, given, context);
    case 'stated':
    case 'complied':
    case 'acted':
    case 'when':
    case 'at':
      return suggestMoment(typed, given, context);
    case 'zone':
      return suggestZones(typed);
    case 'entry':
      return suggestEntries(given, context);
    default:
      return [];
  }
}

/** Suggestions of a verb that members propose: where no more can wait, that is said before anything is typed. */
export const proposing =
  (inner: typeof suggest): typeof suggest =>
  async (option, typed, given, context) => {
    const refusal = await tooManyProposals(context);
    if (refusal?.why !== 'too-many-proposals') return inner(option, typed, given, context);
    const { tooManyProposals: told } = context.words.ultimatum.suggestions;
    return [{ name: told(refusal.waiting.length), value: typed === '' ? NOTHING : typed }];
  };

/** Discord takes no empty value. */
const NOTHING = '-';

/** As `suggest`; the targets are those of the ultimatum that was chosen. */
export const suggestScoped = proposing((option, typed, given, context) =>
  option === 'target' ? suggestTargets(typed, given, context) : suggest(option, typed, given, context),
);
