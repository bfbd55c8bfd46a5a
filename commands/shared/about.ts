import type { Context } from '../../src/discord/command.js';
import type { Suggestion } from '../../src/discord/option.js';
import { suggestionText, type About } from '../../src/discord/views/index.js';
import { fold, foldOrNull } from '../../src/domain/fold.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';

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

/** Ultimatums for what is typed: its number first, then whatever the words are found in. */
export async function suggestUltimatums(
  typed: string,
  { store, guild }: Context,
): Promise<readonly Suggestion[]> {
  const digits = /^\s*(?:u-?)?(\d{1,9})/i.exec(typed)?.[1];
  const { rows } = await store.list(guild, {
    text: digits === undefined ? typed : '',
    counted: false,
    limit: SUGGESTIONS,
  });
  const suggestion = (
    number: number,
    one: { readonly issuer: string; readonly targets: readonly string[] },
  ) => ({
    name: suggestionText(number, one),
    value: `U-${number}`,
  });
  const known = digits === undefined ? null : foldOrNull(await store.entries(guild, Number(digits)));
  const first = known === null || known.hidden !== null ? [] : [suggestion(Number(digits), known)];
  const rest = rows
    .filter(
      ({ number }) =>
        digits === undefined || (String(number).startsWith(digits) && number !== Number(digits)),
    )
    .map((row) => suggestion(row.number, row));
  return [...first, ...rest].slice(0, SUGGESTIONS);
}

/** "U-12", "12" or a suggestion's text to the number; null where there is none. */
export function numberIn(text: string): number | null {
  const digits = /^\s*(?:u-?)?(\d{1,9})(?!\d)/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
