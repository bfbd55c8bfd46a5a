import type { Context } from '../../src/discord/command.js';
import type { Suggestion } from '../../src/discord/option.js';
import { nameSuggestions } from '../../src/discord/views/index.js';
import { cleanLine } from '../../src/domain/clean.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';

/** An issuer as this server knows it. */
export interface Known {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many records. */
  readonly count: number;
}

/** A name as two are compared: however it is written, and whatever invisible characters an older release kept in it. */
const folded = (name: string) => cleanLine(name).toLocaleLowerCase('en');

function answersTo(known: Known, name: string): boolean {
  return [known.name, ...known.aliases].some((one) => folded(one) === folded(name));
}

/** The issuer of that name or alias, however it is written; null where there is none. */
function knownBy(all: readonly Known[], name: string): Known | null {
  return all.find((known) => answersTo(known, name)) ?? null;
}

/** Two names that are to be one issuer. `from` is null where that name has no record and no alias yet. */
export interface Joined {
  readonly from: Known | null;
  readonly into: Known;
}

/** Whom two names stand for, or why they can't be made one. */
export function joined(all: readonly Known[], given: string, issuer: string): Result<Joined> {
  if (cleanLine(given) === '') return refuse({ why: 'missing', field: 'alias' });
  const [from, into] = [knownBy(all, given), knownBy(all, issuer)];
  if (into === null) return refuse({ why: 'not-found', what: 'issuer', given: issuer });
  if (from !== null && folded(from.name) === folded(into.name)) return refuse({ why: 'nothing-to-change' });
  return ok({ from, into });
}

/** Issuers for the autocomplete, those with a name or alias that holds what was typed. */
export function suggestIssuers(all: readonly Known[], typed: string): readonly Suggestion[] {
  const words = folded(typed);
  const fitting = all.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => folded(one).includes(words)),
  );
  return nameSuggestions(fitting.map(({ name }) => name)).slice(0, 25);
}

export async function suggestFrom(context: Context, typed: string): Promise<readonly Suggestion[]> {
  return suggestIssuers(await context.server.issuers(), typed);
}
