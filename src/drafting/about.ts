import type { Context } from '../discord/command.js';
import type { Suggestion } from '../discord/option.js';
import { subjectOf, suggestionText, type About } from '../discord/views/index.js';
import { fold } from '../domain/fold.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';

const SUGGESTIONS = 25;

/** What a view needs of an ultimatum of this server; refused where there is none. */
export async function aboutOf(number: number, context: Context): Promise<Result<About>> {
  const entries = await context.entries(number);
  if (entries.length === 0) return refuse({ why: 'not-found', what: 'ultimatum', given: `U-${number}` });
  return ok(await aboutFold(number, fold(entries), context));
}

export async function aboutFold(number: number, ultimatum: Ultimatum, context: Context): Promise<About> {
  const people = await context.store.people(ultimatum.entries.flatMap(({ by }) => by ?? []));
  return { number, ultimatum, people, now: context.now };
}

/** The ultimatum of a number that was typed; of a hidden one only that it is, and only for who can show it again. */
async function numbered(number: number, context: Context, hidden: boolean): Promise<readonly Suggestion[]> {
  const found = await context.store.ultimatum(context.guild, number);
  if (found === null) return [];
  const value = subjectOf(number);
  if (found.hidden === null) return [{ name: suggestionText(number, found), value }];
  return hidden ? [{ name: `${value} (hidden)`, value }] : [];
}

/** Ultimatums for what is typed: its number first, then whatever the words are found in. */
export async function suggestUltimatums(
  typed: string,
  context: Context,
  { hidden = false }: { readonly hidden?: boolean } = {},
): Promise<readonly Suggestion[]> {
  const { store, guild } = context;
  const digits = /^\s*(?:u-?)?(\d{1,9})/i.exec(typed)?.[1];
  const { rows } = await store.list(guild, {
    text: digits === undefined ? typed : '',
    counted: false,
    limit: SUGGESTIONS,
  });
  const first = digits === undefined ? [] : await numbered(Number(digits), context, hidden);
  const rest = rows
    .filter(
      ({ number }) =>
        digits === undefined || (String(number).startsWith(digits) && number !== Number(digits)),
    )
    .map((row) => ({ name: suggestionText(row.number, row), value: subjectOf(row.number) }));
  return [...first, ...rest].slice(0, SUGGESTIONS);
}

/** "U-12", "12" or a suggestion's text to the number; null where there is none. */
export function numberIn(text: string): number | null {
  const digits = /^\s*(?:u-?)?(\d{1,9})(?!\d)/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
