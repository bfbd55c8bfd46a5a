/** What a countdown can list, for the autocomplete. */
import type { Context } from '../../src/discord/command.js';
import { plainText } from '../../src/wording/plain-text.js';
import type { Suggestion } from '../../src/discord/option.js';
import { suggestionText } from '../../src/wording/suggestion.js';
import type { Scope } from '../../src/domain/guild.js';
import { scopeText } from '../../src/wording/countdown.js';
import { clipped } from '../../src/wording/typed.js';

const LONGEST = 100;

const suggestion = (name: string, value = name): Suggestion => ({
  name: clipped(name, LONGEST),
  value: clipped(value, LONGEST),
});

/** Everything, the last week, issuers, tags and open ultimatums that match what is typed. */
export async function suggestScopes(
  typed: string,
  { record, words }: Context,
): Promise<readonly Suggestion[]> {
  const label = (scope: Scope) => plainText(scopeText(words, scope));
  const bare = typed.replace(/^(issuer|tag):\s*/i, '');
  const [issuers, tags, running] = await Promise.all([
    record.names('issuer', bare, 8),
    record.names('tag', bare, 6),
    record.list({ text: bare, states: ['open'], counting: 'none', limit: 8 }),
  ]);
  const fitting = ([{ kind: 'all' }, { kind: 'week' }] as const).filter((scope) =>
    label(scope).toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return [
    ...fitting.map((scope) => suggestion(label(scope), scope.kind)),
    ...issuers.map((issuer) => suggestion(label({ kind: 'issuer', issuer }), `issuer:${issuer}`)),
    ...tags.map((tag) => suggestion(label({ kind: 'tag', tag }), `tag:${tag}`)),
    ...running.rows.map((row) =>
      suggestion(suggestionText(words, row.number, row), label({ kind: 'ultimatum', number: row.number })),
    ),
  ];
}
