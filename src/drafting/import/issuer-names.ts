/** The names that issuers go by on a server. */
import { foldName } from '../../domain/names.js';

/** Gives the name behind an alias, as it is spelt on record; any other name as it is. */
export function issuerNames(
  known: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): (name: string) => string {
  const names = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [foldName(alias), name] as const)),
  );
  return (name) => names.get(foldName(name)) ?? name;
}
