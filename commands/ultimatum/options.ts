import type { Context } from '../../src/discord/command.js';
import type { OptionSpec, Suggestion } from '../../src/discord/option.js';
import { foldOrNull } from '../../src/domain/fold.js';
import { dayOf } from '../../src/domain/when.js';
import {
  describeReading,
  findZone,
  readDeadline,
  readMoment,
  suggestZones,
} from '../../src/language/index.js';
import { numberIn, suggestUltimatums } from '../shared/about.js';

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

type Given = Readonly<Record<string, string>>;

async function zoneFor(given: Given, { store, guild, settings }: Context): Promise<string> {
  const typed = given.zone === undefined ? null : findZone(given.zone);
  if (typed !== null) return typed;
  const number = given.ultimatum === undefined ? null : numberIn(given.ultimatum);
  const known = number === null ? null : foldOrNull(await store.entries(guild, number));
  if (known !== null) return known.zone;
  const issuer = given.issuer === undefined ? null : await store.issuerZone(guild, given.issuer);
  return issuer ?? settings.zone;
}

const MAX = 100;
const one = (name: string, value: string): readonly Suggestion[] => [
  { name: name.slice(0, MAX), value: value.slice(0, MAX) },
];

/** The reading while one types; the words themselves are what is sent. */
async function suggestDeadline(
  typed: string,
  given: Given,
  context: Context,
): Promise<readonly Suggestion[]> {
  if (typed.trim() === '') return [];
  const zone = await zoneFor(given, context);
  const said = given.stated === undefined ? null : readMoment(given.stated, { now: context.now, zone });
  const when = said?.kind === 'read' ? said.when : dayOf(context.now, zone);
  const saying = { at: when.start, clock: when.start === when.end, zone, zoneFrom: 'issuer' } as const;
  return one(describeReading(readDeadline(typed, saying), context.now), typed);
}

async function suggestStated(typed: string, given: Given, context: Context): Promise<readonly Suggestion[]> {
  if (typed.trim() === '') return [];
  const zone = await zoneFor(given, context);
  const moment = readMoment(typed, { now: context.now, zone });
  if (moment.kind === 'unreadable') return one(`${typed}: ${moment.reason}`, typed);
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'full',
    ...(moment.clock ? { timeStyle: 'short' } : {}),
  });
  return one(`${typed} → ${shown.format(moment.when.start)}, ${zone}`, typed);
}

/** Suggests for the last of several names and keeps those before it. */
async function suggestNames(field: 'issuer' | 'target' | 'tag', typed: string, { store, guild }: Context) {
  const [, before = '', last = ''] = /^(.*;\s*)?([^;]*)$/.exec(typed) ?? [];
  const names = await store.names(guild, field, last, 25);
  return names.map((name) => ({
    name: `${before}${name}`.slice(0, MAX),
    value: `${before}${name}`.slice(0, MAX),
  }));
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
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: settings.zone, dateStyle: 'medium' });
  return entries.slice(-25).map(({ seq, what, recorded }) => ({
    name: `Entry ${seq}: ${WHAT[what.kind] ?? what.kind}, ${day.format(recorded)}`,
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
      return suggestStated(typed, given, context);
    case 'zone':
      return suggestZones(typed);
    case 'entry':
      return suggestEntries(given, context);
    default:
      return [];
  }
}
