/** What is suggested for the ultimatum, the names and the entries while a person types. */
import type { Context } from '../discord/command.js';
import type { Suggestion } from '../discord/option.js';
import { plainText } from '../wording/plain-text.js';
import { longDay } from '../wording/dates.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { nameSuggestions, suggestionText } from '../wording/suggestion.js';
import { clipped } from '../wording/typed.js';
import { cleanLine } from '../domain/clean.js';
import { findName, foldName } from '../domain/names.js';
import { isHidden } from '../domain/visible.js';
import { namesIn } from './names.js';

/** The other options of a command, as typed so far. */
export type SuggestionInput = Readonly<Record<string, string>>;

/** Discord shows at most this many. */
const MAX_SUGGESTIONS = 25;

/** "U-12", "12" or a suggestion's text to the number; null where there is none. */
export function numberIn(text: string): number | null {
  const digits = /^\s*(?:u-?)?(\d{1,9})(?!\d)/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The ultimatum of a typed number. Of a hidden one only its number, and only with `hidden`. */
async function suggestNumber(
  number: number,
  { record, words }: Context,
  hidden: boolean,
): Promise<readonly Suggestion[]> {
  const found = await record.ultimatum(number);
  if (found === null) return [];
  const value = ultimatumId(number);
  if (found.hidden === null) return [{ name: suggestionText(words, number, found), value }];
  return hidden ? [{ name: words.ultimatum.suggestions.hidden(value), value }] : [];
}

/** Suggests the ultimatum of a typed number, then the others whose number begins with it; else those that hold the words. */
export async function suggestUltimatums(
  typed: string,
  context: Context,
  { hidden = false }: { readonly hidden?: boolean } = {},
): Promise<readonly Suggestion[]> {
  const { record, words } = context;
  const digits = /^\s*(?:u-?)?(\d{1,9})/i.exec(typed)?.[1];
  const { rows } = await record.list({
    text: digits === undefined ? typed : '',
    counting: 'none',
    limit: MAX_SUGGESTIONS,
  });
  const exact = digits === undefined ? [] : await suggestNumber(Number(digits), context, hidden);
  const begins = (number: number) =>
    digits === undefined || (String(number).startsWith(digits) && number !== Number(digits));
  const others = rows
    .filter(({ number }) => begins(number))
    .map((row) => ({ name: suggestionText(words, row.number, row), value: ultimatumId(row.number) }));
  return [...exact, ...others].slice(0, MAX_SUGGESTIONS);
}

/** Of several names that are typed, what stands before the last one, and the last one. */
function lastName(typed: string): { readonly before: string; readonly last: string } {
  const [, before = '', last = ''] = /^(.*;\s*)?([^;]*)$/.exec(typed) ?? [];
  return { before, last };
}

/** Suggests names on record for the last of several that are typed, and keeps those before it. */
export async function suggestNames(
  field: 'issuer' | 'target' | 'tag',
  typed: string,
  { record }: Context,
): Promise<readonly Suggestion[]> {
  const { before, last } = lastName(typed);
  return nameSuggestions(await record.names(field, cleanLine(last), MAX_SUGGESTIONS), before);
}

/** Suggests the targets of the ultimatum that was given, for the last of several that are typed. */
export async function suggestTargets(
  typed: string,
  given: SuggestionInput,
  { record }: Context,
): Promise<readonly Suggestion[]> {
  const number = numberIn(given.ultimatum ?? '');
  const ultimatum = number === null ? null : await record.ultimatum(number);
  const { before, last } = lastName(typed);
  const taken = namesIn(before);
  const begins = (name: string) => foldName(name).startsWith(foldName(last.trim()));
  const targets = (ultimatum?.targets ?? []).filter((name) => findName(taken, name) === null && begins(name));
  return nameSuggestions(targets.slice(0, MAX_SUGGESTIONS), before);
}

/** Suggests the last entries of the ultimatum that was given; none of a hidden one. */
export async function suggestEntries(
  given: SuggestionInput,
  { record, settings, words }: Context,
): Promise<readonly Suggestion[]> {
  const number = numberIn(given.ultimatum ?? '');
  const entries = number === null ? [] : await record.entries(number);
  if (isHidden(entries)) return [];
  const { suggestions } = words.ultimatum;
  return entries.slice(-MAX_SUGGESTIONS).map(({ seq, event, recorded }) => ({
    name: suggestions.entry(
      seq,
      words.verbs.entries[event.kind],
      plainText(longDay(words, recorded, settings.zone)),
    ),
    value: String(seq),
  }));
}

/** Code points of a reason in a suggestion. */
const MAX_REASON = 60;

/** Suggests the open disputes of the ultimatum that was given, by their reasons. */
export async function suggestDisputes(
  given: SuggestionInput,
  { record, settings, words }: Context,
): Promise<readonly Suggestion[]> {
  const number = numberIn(given.ultimatum ?? '');
  const ultimatum = number === null ? null : await record.ultimatum(number);
  const open = (ultimatum?.disputes ?? []).filter(({ closed }) => closed === null);
  return open.slice(-MAX_SUGGESTIONS).map(({ entry, reason }) => {
    const recorded = ultimatum?.entries.find(({ seq }) => seq === entry)?.recorded ?? 0;
    const day = plainText(longDay(words, recorded, settings.zone));
    const what = clipped(cleanLine(reason), MAX_REASON);
    return { name: words.ultimatum.suggestions.entry(entry, what, day), value: String(entry) };
  });
}
