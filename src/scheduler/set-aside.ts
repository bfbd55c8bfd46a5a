/** Sets aside a row that a stage can't deal with, and has it reported once. */
import type { AdminNotice } from '../domain/failure.js';
import { RefusedError } from '../domain/refusal.js';
import type { Poisoned, SetAsideStore } from '../store/port/index.js';

/** What those who can mend a row are told. */
export interface Notice {
  readonly guild: string;
  /** Discord id of whoever set it up; null where that is not known. */
  readonly author: string | null;
  readonly about: AdminNotice;
  /** The same for the same thing, so that it is posted once. */
  readonly key: string;
}

export interface AsideOptions {
  readonly store: SetAsideStore;
  readonly log: { error(about: object, message: string): void };
  /** Tells somebody of the server; false where nobody could be told yet. Absent: nobody is told. */
  readonly tell?: (notice: Notice) => Promise<boolean>;
}

/** Sets a row aside until it is retried, and tells somebody who can mend it once. */
export async function putAside(
  { store, log, tell }: AsideOptions,
  poisoned: Poisoned,
  error: unknown,
  about: AdminNotice,
  author: string | null = null,
): Promise<void> {
  const { stage, guild, item } = poisoned;
  log.error({ err: error, stage, guild, item }, 'a row is set aside; it is tried again later');
  const row = await store.setAside(poisoned);
  if (row.told || tell === undefined) return;
  try {
    const key = `${stage} ${item} ${row.mark} ${JSON.stringify(row.reason)}`;
    if (await tell({ guild, author, about, key })) await store.toldAside(row);
  } catch (failed) {
    log.error({ err: failed, stage, guild, item }, 'nobody could be told of a row that was set aside');
  }
}

/** At most this many locked servers are waited for in one round, each for some seconds. */
const MOST_BUSY = 3;

const refusalIn = (error: unknown) => (error instanceof RefusedError ? error.refusal.why : null);

/** Some rows, each dealt with by itself. */
class Alone<Row extends { readonly guild: string }> {
  readonly #busy = new Set<string>();
  #failure: { readonly error: unknown } | null = null;
  #done = 0;

  constructor(
    private readonly deal: (row: Row) => Promise<boolean>,
    private readonly poisoned: (row: Row, error: unknown) => Promise<void>,
  ) {}

  async all(rows: readonly Row[]): Promise<number> {
    for (const row of rows) {
      if (this.#busy.size >= MOST_BUSY) break;
      if (!this.#busy.has(row.guild)) await this.#one(row);
    }
    if (this.#failure !== null) throw this.#failure.error;
    return this.#done;
  }

  async #one(row: Row): Promise<void> {
    try {
      if (await this.deal(row)) this.#done += 1;
    } catch (error) {
      const why = refusalIn(error);
      if (why === null) return this.#poisoned(row, error);
      if (why !== 'busy') throw error;
      this.#busy.add(row.guild);
      this.#failure = { error };
    }
  }

  async #poisoned(row: Row, error: unknown): Promise<void> {
    try {
      await this.poisoned(row, error);
      this.#done += 1;
    } catch (second) {
      this.#failure = { error: second };
    }
  }
}

/**
 * Deals with each row by itself, and counts those that are dealt with. One that throws is `poisoned`, and the others go
 * on; a server that is locked is passed over for this round.
 * @throws where the database is full or away, as all others would
 */
export const eachAlone = <Row extends { readonly guild: string }>(
  rows: readonly Row[],
  deal: (row: Row) => Promise<boolean>,
  poisoned: (row: Row, error: unknown) => Promise<void>,
): Promise<number> => new Alone(deal, poisoned).all(rows);
