/** The store without what is hidden. */
import { foldOrNull } from '../domain/fold.js';
import { visibleEntries } from '../domain/visible.js';
import type { GuildStore } from '../store/port/guild.js';

/** PostgreSQL's largest integer: what is asked for beyond it exists nowhere. */
const LARGEST = 2_147_483_647;

const isNumber = (number: number) => Number.isInteger(number) && number > 0 && number <= LARGEST;

/** A store is wrapped once, however many interactions it serves. */
const WRAPPED = new WeakMap<GuildStore, GuildStore>();

/**
 * The store as front doors have it: of a hidden ultimatum it gives no more than the tombstone (rules 24). Changes are
 * decided on the entries as they are.
 */
export function visibleStore(store: GuildStore): GuildStore {
  const known = WRAPPED.get(store);
  if (known !== undefined) return known;
  const entries: GuildStore['entries'] = async (guild, number) =>
    isNumber(number) ? visibleEntries(await store.entries(guild, number)) : [];
  const ultimatum: GuildStore['ultimatum'] = async (guild, number) =>
    foldOrNull(await entries(guild, number));
  const wrapped: GuildStore = { ...store, entries, ultimatum };
  WRAPPED.set(store, wrapped);
  return wrapped;
}
