/** What a countdown lists, read from what a person typed or picked. */
import type { Context } from '../discord/command.js';
import { plainText } from '../wording/plain-text.js';
import type { Scope } from '../domain/guild.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { scopeText } from '../wording/countdown.js';
import type { Words } from '../wording/index.js';

/** What is typed in any language; the label of a suggestion, which some phones send, is read as well. */
const ALL = ['all', 'everything'];
const WEEK = ['week'];
const ISSUER = 'issuer:';
const TAG = 'tag:';

const folded = (text: string) => text.trim().toLowerCase();

/** What follows one of the prefixes; null where `typed` begins with none of them. */
function after(typed: string, prefixes: readonly string[]): string | null {
  const prefix = prefixes.map(folded).find((known) => known !== '' && folded(typed).startsWith(known));
  return prefix === undefined ? null : typed.trim().slice(prefix.length).trim();
}

/** Reads a scope as typed; a name without a prefix is an issuer's. Null where a prefix has no name after it. */
export function parseScope(words: Words, given: string | undefined): Scope | null {
  const typed = given?.trim() ?? '';
  const label = (scope: Scope) => plainText(scopeText(words, scope));
  if (['', ...ALL, folded(label({ kind: 'all' }))].includes(folded(typed))) return { kind: 'all' };
  if ([...WEEK, folded(label({ kind: 'week' }))].includes(folded(typed))) return { kind: 'week' };
  const number = /^(?:u-?|#)?(\d{1,9})(?!\w)/i.exec(typed)?.[1];
  if (number !== undefined) return { kind: 'ultimatum', number: Number(number) };
  const tag = after(typed, [TAG, label({ kind: 'tag', tag: '' })]);
  if (tag !== null) return tag === '' ? null : { kind: 'tag', tag };
  const issuer = after(typed, [ISSUER, label({ kind: 'issuer', issuer: '' })]) ?? typed;
  return issuer === '' ? null : { kind: 'issuer', issuer };
}

async function exists(scope: Scope, { record }: Context): Promise<boolean> {
  if (scope.kind === 'all' || scope.kind === 'week') return true;
  if (scope.kind === 'ultimatum') return (await record.ultimatum(scope.number)) !== null;
  const name = scope.kind === 'tag' ? { tag: scope.tag } : { issuer: scope.issuer };
  return (await record.list({ ...name, counting: 'none', limit: 1 })).rows.length > 0;
}

/** A scope that this server has: the list of an issuer that nobody recorded would never be posted, and never say why. */
export async function knownScope(given: string | undefined, context: Context): Promise<Result<Scope>> {
  const read = parseScope(context.words, given);
  const scope: Scope | null =
    read?.kind === 'issuer' ? { kind: 'issuer', issuer: await context.server.issuer(read.issuer) } : read;
  if (scope !== null && (await exists(scope, context))) return ok(scope);
  const what = scope?.kind === 'ultimatum' ? 'ultimatum' : 'issuer';
  return refuse({ why: 'not-found', what, given: given ?? '' });
}
