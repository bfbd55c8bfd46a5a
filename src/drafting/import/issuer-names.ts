/** The names that issuers go by on a server. */
import { foldName } from '../../domain/names.js';

/** An issuer, with the other names that lead to it. */
export interface AliasedIssuer {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Gives the name behind an alias, as it is spelt on record; any other name as it is. */
export function issuerNames(known: readonly AliasedIssuer[]): (name: string) => string {
  const names = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [foldName(alias), name] as const)),
  );
  return (name) => names.get(foldName(name)) ?? name;
}
