/** The names of issuers: which of them are one, and making two of them one. */
import type { Context } from '../discord/command.js';
import { cleanLine } from '../domain/clean.js';
import { foldName } from '../domain/names.js';
import { ok, refuse, type Result } from '../domain/refusal.js';

/** An issuer as a server knows it. */
export interface KnownIssuer {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many records. */
  readonly count: number;
}

/** A name as two are compared: however it is written, and without invisible characters of an older release. */
const folded = (name: string) => foldName(cleanLine(name));

const namesOf = ({ name, aliases }: KnownIssuer) => [name, ...aliases];

function issuerCalled(all: readonly KnownIssuer[], name: string): KnownIssuer | null {
  return all.find((issuer) => namesOf(issuer).some((known) => folded(known) === folded(name))) ?? null;
}

/** Two names that are to stand for one issuer. */
export interface IssuerPair {
  /** Null where that name has no record and no alias yet. */
  readonly from: KnownIssuer | null;
  readonly into: KnownIssuer;
}

/** Whom two names stand for, or why they can't be made one. */
export function pairOf(all: readonly KnownIssuer[], name: string, issuer: string): Result<IssuerPair> {
  if (cleanLine(name) === '') return refuse({ why: 'missing', field: 'alias' });
  const [from, into] = [issuerCalled(all, name), issuerCalled(all, issuer)];
  if (into === null) return refuse({ why: 'not-found', what: 'issuer', given: issuer });
  if (from !== null && folded(from.name) === folded(into.name))
    return refuse({ why: 'nothing-to-change', of: { what: 'issuers', name: into.name } });
  return ok({ from, into });
}

/** The names of issuers with a name or alias that contains what was typed. */
export function issuersMatching(all: readonly KnownIssuer[], typed: string): readonly string[] {
  const needle = folded(typed);
  const matching = all.filter((issuer) => namesOf(issuer).some((name) => folded(name).includes(needle)));
  return matching.map(({ name }) => name);
}

/** Gives an issuer another name, unless that name has records: then the value says so and nothing is changed. */
export async function addAlias(alias: string, issuer: string, context: Context): Promise<Result<IssuerPair>> {
  const { server, guild, now } = context;
  const pair = pairOf(await server.issuers(), alias, issuer);
  if (!pair.ok || pair.value.from !== null) return pair;
  const by = await context.person();
  const saved = await server.addAliases({ guild, aliases: [alias], name: pair.value.into.name, by, now });
  return saved.ok ? pair : saved;
}

/** Makes `from` a name of `into`; its older names come along. The press is used up in the same transaction. */
export async function mergeIssuers(
  { from, into }: { readonly from: string; readonly into: string },
  press: string,
  context: Context,
): Promise<Result<IssuerPair>> {
  const { server, guild, now } = context;
  const pair = pairOf(await server.issuers(), from, into);
  if (!pair.ok) return pair;
  const by = await context.person();
  const older = pair.value.from?.aliases ?? [];
  const saved = await server.addAliases(
    { guild, aliases: [...older, from], name: pair.value.into.name, by, now },
    { press, done: () => ({ kind: 'issuers-merged' }) },
  );
  return saved.ok ? pair : saved;
}
