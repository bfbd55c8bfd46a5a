/** The store without what is hidden. */
import { foldOrNull } from '../domain/fold.js';
import { visibleEntries } from '../domain/visible.js';
import type { Store } from '../store/port/index.js';

/** PostgreSQL's largest integer: what is asked for beyond it exists nowhere. */
const LARGEST = 2_147_483_647;

const isNumber = (number: number) => Number.isInteger(number) && number > 0 && number <= LARGEST;

/** A store is wrapped once, however many interactions it serves. */
const WRAPPED = new WeakMap<Store, Store>();

/**
 * The store as front doors have it: of a hidden ultimatum it gives no more than the tombstone (rules 24). Changes are
 * decided on the entries as they are.
 */
export function visibleStore(store: Store): Store {
  const known = WRAPPED.get(store);
  if (known !== undefined) return known;
  const entries: Store['entries'] = async (guild, number) =>
    isNumber(number) ? visibleEntries(await store.entries(guild, number)) : [];
  const ultimatum: Store['ultimatum'] = async (guild, number) => foldOrNull(await entries(guild, number));
  const wrapped: Store = { ...store, entries, ultimatum };
  WRAPPED.set(store, wrapped);
  return wrapped;
}
