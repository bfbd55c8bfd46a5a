/** Ultimatums as the lists show them, folded once for each state of their ledger. */
import { foldOrNull } from '../../../domain/fold.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import type { ListRow, ReadStore } from '../../../store/port/index.js';
import type { Numbered } from '../../../wording/about.js';
import { Kept } from '../kept.js';

/** About 20 kB each at most. */
const MOST_KEPT = 2000;

/** What tells one state of a ledger from every other. */
export type LedgerState = Pick<ListRow, 'number' | 'lastSeq' | 'recorded'>;

/** After a server was erased its numbers begin again: only the instant tells the new record from the old one. */
export const ledgerKey = (guild: string, { number, lastSeq, recorded }: LedgerState): string =>
  `${guild}/${number}/${lastSeq}/${recorded}`;

/** Keeps folds by the last entry of their ledger, so that a list reads only what has changed. */
export class FoldCache {
  readonly #folds = new Kept<Ultimatum | null>(MOST_KEPT);

  constructor(private readonly store: Pick<ReadStore, 'shownEntries'>) {}

  /** The ultimatums of these rows, in their order; one that cannot be folded is left out. */
  async of(guild: string, rows: readonly LedgerState[]): Promise<readonly Numbered[]> {
    const keyed = rows.map((row) => ({ ...row, key: ledgerKey(guild, row) }));
    const lacking = keyed.filter(({ key }) => this.#folds.get(key) === undefined);
    const read = await this.store.shownEntries(
      guild,
      lacking.map(({ number }) => number),
    );
    const fresh = new Map(read.map(({ number, entries }) => [number, foldOrNull(entries)]));
    const folds = keyed.map(({ key, number }) => ({
      number,
      ultimatum: this.#folds.get(key) ?? fresh.get(number) ?? null,
    }));
    for (const { key, number } of lacking) this.#folds.set(key, fresh.get(number) ?? null);
    return folds.flatMap(({ number, ultimatum }) =>
      ultimatum === null || ultimatum.hidden !== null ? [] : [{ number, ultimatum }],
    );
  }
}
