import { RefusedError } from '../domain/refusal.js';
import type { Poisoned, Store } from '../store/port.js';

/** What those who can mend a row are told. */
export interface Notice {
  readonly guild: string;
  /** The channel it is about; null where it is about none. */
  readonly channel: string | null;
  /** Discord id of whoever set it up; null where that is not known. */
  readonly author: string | null;
  /** A sentence or two. */
  readonly text: string;
  /** The same for the same thing, so that it is posted once. */
  readonly key: string;
}

export interface AsideOptions {
  readonly store: Pick<Store, 'setAside' | 'toldAside'>;
  readonly log: { error(about: object, message: string): void };
  /** Tells somebody of the server; false where nobody could be told yet. Absent: nobody is told. */
  readonly tell?: (notice: Notice) => Promise<boolean>;
}

/** A row is passed over until it is tried again, and somebody who can mend it is told once. */
export async function putAside(
  { store, log, tell }: AsideOptions,
  poisoned: Poisoned,
  error: unknown,
  { text, channel = null, author = null }: Pick<Notice, 'text'> & Partial<Notice>,
): Promise<void> {
  const { stage, guild, item } = poisoned;
  log.error({ err: error, stage, guild, item }, 'a row is set aside; it is tried again later');
  const row = await store.setAside(poisoned);
  if (row.told || tell === undefined) return;
  try {
    const key = `${stage} ${item} ${row.mark} ${row.reason}`;
    if (await tell({ guild, channel, author, text, key })) await store.toldAside(row);
  } catch (failed) {
    log.error({ err: failed, stage, guild, item }, 'nobody could be told of a row that was set aside');
  }
}

/** So many locked rows are waited for in one round, each for some seconds. */
const MOST_BUSY = 3;

const refusalIn = (error: unknown) => (error instanceof RefusedError ? error.refusal.why : null);

/**
 * Deals with each row by itself, and counts those that are dealt with. One that throws is `poisoned`, and the others go
 * on; a server that is locked is passed over for this round.
 * @throws where the database is full or away, as all others would
 */
export async function eachAlone<Row extends { readonly guild: string }>(
  rows: readonly Row[],
  deal: (row: Row) => Promise<boolean>,
  poisoned: (row: Row, error: unknown) => Promise<void>,
): Promise<number> {
  const busy = new Set<string>();
  let [done, failure]: [number, unknown] = [0, null];
  for (const row of rows) {
    if (busy.has(row.guild)) continue;
    try {
      if (await deal(row)) done += 1;
    } catch (error) {
      const why = refusalIn(error);
      if (why !== null && why !== 'busy') throw error;
      if (why === 'busy') {
        busy.add(row.guild);
        failure = error;
        if (busy.size >= MOST_BUSY) break;
        continue;
      }
      try {
        await poisoned(row, error);
        done += 1;
      } catch (second) {
        failure = second;
      }
    }
  }
  if (failure !== null) throw failure;
  return done;
}
