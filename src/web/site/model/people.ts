/** Loads the names that people chose for the public pages. */
import type { Entry } from '../../../domain/entry.js';
import type { Author } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';

/** Those who made these entries and chose a name, by person key. */
export async function publicAuthors(
  { store }: ServerContext,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Author>> {
  const keys = entries.flatMap(({ by }) => (by === null ? [] : [by]));
  const names = await store.publicNames(keys);
  return new Map([...names].map(([key, name]) => [key, { name, curator: true }]));
}
