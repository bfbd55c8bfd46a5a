import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import type { Context } from '../../src/discord/command.js';
import type { Suggestion } from '../../src/discord/option.js';
import { parties } from '../../src/discord/views/about.js';
import { FULL } from '../../src/discord/views/text-budget.js';
import { cut } from '../../src/discord/views/text.js';
import type { Scope } from '../../src/domain/guild.js';
import { refuse, type Result } from '../../src/domain/refusal.js';

const EVERYTHING = 'Everything that is running';

/** What a countdown lists, as it is shown, suggested and typed: the text leads back to the scope. */
export function scopeName(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return EVERYTHING;
    case 'issuer':
      return `Issuer: ${scope.issuer}`;
    case 'tag':
      return `Tag: ${scope.tag}`;
    case 'ultimatum':
      return ultimatumId(scope.number);
  }
}

/** Reads a scope as typed; a name without a heading is an issuer's. */
export function parseScope(given: string | undefined): Scope | null {
  const typed = given?.trim() ?? '';
  if (typed === '' || /^(all|everything.*)$/i.test(typed)) return { kind: 'all' };
  const number = /^(?:u-?|#)?(\d{1,9})(?!\w)/i.exec(typed)?.[1];
  if (number !== undefined) return { kind: 'ultimatum', number: Number(number) };
  const named = /^(issuer|tag):\s*(.*)$/is.exec(typed);
  const name = (named?.[2] ?? typed).trim();
  if (name === '') return null;
  return named?.[1]?.toLowerCase() === 'tag' ? { kind: 'tag', tag: name } : { kind: 'issuer', issuer: name };
}

async function exists(scope: Scope, { record }: Context): Promise<boolean> {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'ultimatum') return (await record.ultimatum(scope.number)) !== null;
  const name = scope.kind === 'tag' ? { tag: scope.tag } : { issuer: scope.issuer };
  return (await record.list({ ...name, limit: 1 })).total > 0;
}

/** A scope of this server: a digest of an issuer that nobody recorded would never post, and never say why. */
export async function knownScope(given: string | undefined, context: Context): Promise<Result<Scope>> {
  const read = parseScope(given);
  const scope: Scope | null =
    read?.kind === 'issuer' ? { kind: 'issuer', issuer: await context.server.issuer(read.issuer) } : read;
  if (scope !== null && (await exists(scope, context))) return { ok: true, value: scope };
  const what = scope?.kind === 'ultimatum' ? 'ultimatum' : 'issuer';
  return refuse({ why: 'not-found', what, given: given ?? '' });
}

const suggestion = (name: string, value = name): Suggestion => ({
  name: cut(name, 100),
  value: cut(value, 100),
});

export async function suggestScopes(typed: string, { record }: Context): Promise<readonly Suggestion[]> {
  const bare = typed.replace(/^(issuer|tag):\s*/i, '');
  const [issuers, tags, running] = await Promise.all([
    record.names('issuer', bare, 8),
    record.names('tag', bare, 6),
    record.list({ text: bare, states: ['open'], limit: 8 }),
  ]);
  const everything = EVERYTHING.toLowerCase().startsWith(typed.toLowerCase()) ? [suggestion(EVERYTHING)] : [];
  const ultimatums = running.rows.map((row) =>
    suggestion(`${ultimatumId(row.number)} ${parties(row, FULL)}`, ultimatumId(row.number)),
  );
  return [
    ...everything,
    ...issuers.map((issuer) => suggestion(scopeName({ kind: 'issuer', issuer }))),
    ...tags.map((tag) => suggestion(scopeName({ kind: 'tag', tag }))),
    ...ultimatums,
  ];
}
