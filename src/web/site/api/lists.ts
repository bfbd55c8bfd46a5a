/** Loads the lists of the API, a page at a time: the newest first, or the soonest deadline first. */
import { foldName } from '../../../domain/names.js';
import type { State } from '../../../domain/state.js';
import type { Total } from '../../../domain/total.js';
import type { ListCursor, ListFilter } from '../../../store/port/index.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import { newest, pageAt, soonest, type PageQuery } from '../model/as-of.js';
import { cursorIn, cursorOf, cursorText, type Narrowing } from '../model/lists.js';
import { endOf } from '../model/ultimatum.js';

/** What a list is asked for. */
interface ListOptions {
  readonly narrowing: Narrowing;
  /** null for all. */
  readonly states: readonly State[] | null;
  /** `YYYY-MM-DD`; null for today. */
  readonly at: string | null;
  /** Where the page before ended; null for the first. */
  readonly cursor: string | null;
  readonly limit: number;
}

/** One of a list, with its state then. */
export interface ListItem extends Numbered {
  readonly state: State;
}

/** A page of a list. */
export interface FoundPage {
  readonly items: readonly ListItem[];
  readonly total: Total;
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** An order, and the cursor by which a page of it ends. */
interface ListOrder {
  readonly filter: Pick<ListFilter, 'newest' | 'undated'>;
  readonly order: PageQuery['order'];
  readonly past: (cursor: string) => ListCursor | null;
  readonly cursor: (last: ListCursor) => string;
}

/** Numbers never change: whoever follows the pages meets each one once, whatever is recorded or moved meanwhile. */
export const NEWEST: ListOrder = {
  filter: { newest: true },
  order: newest,
  past: (cursor) => cursorIn(`.${cursor}`),
  cursor: ({ number }) => String(number),
};

/** Only those that have a date. */
export const SOONEST: ListOrder = {
  filter: { undated: false },
  order: soonest,
  past: cursorIn,
  cursor: cursorText,
};

/** One more than a page has is read, to know whether others follow. */
async function pageOfToday(
  { store, folds, page: { guild } }: ServerContext,
  { narrowing, states, limit }: ListOptions,
  filter: ListOrder['filter'],
  past: ListCursor | null,
) {
  const { rows, total } = await store.list(guild, {
    ...narrowing,
    ...filter,
    ...(states === null ? {} : { states }),
    ...(past === null ? {} : { past }),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last !== undefined ? cursorOf(last) : null;
  return { items: await folds.of(guild, shown), total, next, states: null };
}

/** A page of the ultimatums that may be seen, as they are or as the world knew them on a day. */
export async function ultimatumPage(
  context: ServerContext,
  options: ListOptions,
  { filter, order, ...cursors }: ListOrder,
): Promise<FoundPage> {
  const { narrowing, states: wanted, at, cursor, limit } = options;
  const past = cursor === null ? null : cursors.past(cursor);
  const then = { narrowing, states: wanted, dated: filter.undated === false, order, past, limit };
  const { items, total, next, states } =
    at === null
      ? await pageOfToday(context, options, filter, past)
      : await pageAt(context, then, Math.min(context.now, endOf(at, context.settings.zone)));
  return {
    items: items.map((item) => ({ ...item, state: states?.get(item.number) ?? item.ultimatum.state })),
    total,
    next: next === null ? null : cursors.cursor(next),
  };
}

/** A page of things that are sorted by a name: those after `cursor`, and the cursor of the next page. */
export function namePage<T extends { readonly name: string }>(
  all: readonly T[],
  { cursor, limit }: Pick<ListOptions, 'cursor' | 'limit'>,
): { readonly items: readonly T[]; readonly next: string | null } {
  const keyed = all
    .map((item) => ({ item, key: foldName(item.name) }))
    .filter(({ key }) => cursor === null || key > cursor)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const shown = keyed.slice(0, limit);
  const next = keyed.length > shown.length ? (shown.at(-1)?.key ?? null) : null;
  return { items: shown.map(({ item }) => item), next };
}
