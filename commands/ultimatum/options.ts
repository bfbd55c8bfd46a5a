import type { Context } from '../../src/discord/command.js';
import type { OptionSpec, Suggestion } from '../../src/discord/option.js';
import { longDay } from '../../src/discord/views/dates.js';
import { nameSuggestions } from '../../src/discord/views/index.js';
import { cleanLine } from '../../src/domain/clean.js';
import { isHidden } from '../../src/domain/visible.js';
import { suggestZones } from '../../src/language/index.js';
import { numberIn, suggestUltimatums } from '../../src/drafting/about.js';
import { suggestDeadline, suggestMoment, type Given } from '../../src/drafting/date-suggestions.js';

const text = (description: string, maxLength: number) =>
  ({ type: 'string', description, maxLength }) as const;
const SHORT = 200;
const LONG = 1000;

/** The options that several subcommands share; names are those of `commands.md`. */
export const OPTIONS = {
  ultimatum: { type: 'integer', description: 'Which one', required: true, suggested: true },
  deadline: { ...text('The deadline in the words used: "50 days", "by Friday"', SHORT), suggested: true },
  source: text('Link to where it was said or reported', LONG),
  quote: text('The words used', LONG),
  stated: {
    ...text('When it was said: "14 Jul", "yesterday 18:00" (default: today)', SHORT),
    suggested: true,
  },
  zone: { ...text('Time zone of who said it: a city or an IANA name', SHORT), suggested: true },
  issuer: { ...text('Who states it', SHORT), suggested: true },
  target: { ...text('Of whom it is demanded (several: ;)', LONG), suggested: true },
  demand: text('What must be done', LONG),
  threat: text('What is announced otherwise', LONG),
  tag: { ...text('Tags to find it by (several: ;)', SHORT), suggested: true },
} as const satisfies Record<string, OptionSpec>;

/** What every verb about a statement takes beside the ultimatum. */
export const SAID = { source: OPTIONS.source, quote: OPTIONS.quote, stated: OPTIONS.stated } as const;

/** Suggests for the last of several names and keeps those before it. */
async function suggestNames(field: 'issuer' | 'target' | 'tag', typed: string, { store, guild }: Context) {
  const [, before = '', last = ''] = /^(.*;\s*)?([^;]*)$/.exec(typed) ?? [];
  return nameSuggestions(await store.names(guild, field, cleanLine(last), 25), before);
}

const WHAT: Readonly<Record<string, string>> = {
  recorded: 'recorded',
  revised: 'deadline',
  superseded: 'replaced',
  sourced: 'source',
  archived: 'copy',
  corrected: 'correction',
};

async function suggestEntries(
  given: Given,
  { store, guild, settings }: Context,
): Promise<readonly Suggestion[]> {
  const number = numberIn(given.ultimatum ?? '');
  const entries = number === null ? [] : await store.entries(guild, number);
  if (isHidden(entries)) return [];
  return entries.slice(-25).map(({ seq, event, recorded }) => ({
    name: `Entry ${seq}: ${WHAT[event.kind] ?? event.kind}, ${longDay(recorded, settings.zone)}`,
    value: String(seq),
  }));
}

/** The one source of suggestions of every `/ultimatum` command. */
export async function suggest(
  option: string,
  typed: string,
  given: Given,
  context: Context,
): Promise<readonly Suggestion[]> {
  switch (option) {
    case 'ultimatum':
    case 'by':
      return suggestUltimatums(typed, context);
    case 'issuer':
    case 'target':
    case 'tag':
      return suggestNames(option, typed, context);
    case 'deadline':
      return suggestDeadline(typed, given, context);
    case 'stated':
    case 'complied':
    case 'acted':
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
