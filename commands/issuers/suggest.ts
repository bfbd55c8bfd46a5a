/** Issuers for the autocomplete. */
import type { Context } from '../../src/discord/command.js';
import type { Suggestion } from '../../src/discord/option.js';
import { nameSuggestions } from '../../src/wording/suggestion.js';
import { issuersMatching } from '../../src/guild/issuers.js';

const MOST_SUGGESTIONS = 25;

/** Issuers whose name or alias matches what is typed. */
export async function suggestIssuers(context: Context, typed: string): Promise<readonly Suggestion[]> {
  const all = await context.server.issuers();
  return nameSuggestions(issuersMatching(all, typed)).slice(0, MOST_SUGGESTIONS);
}
