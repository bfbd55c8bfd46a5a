/** A record of random histories, the same in each run. */
import * as fc from 'fast-check';
import type { Entry } from '../../src/domain/entry.js';
import { ok } from '../../src/domain/refusal.js';
import type { Store } from '../../src/store/port/index.js';
import { each, histories } from '../domain/histories.js';
import { valueOf } from '../support/result.js';
import { changing, GUILD } from './founding.js';

/** So many histories are in it; some of them record nothing. */
export const HISTORIES = 16;
const ISSUERS = [['Donald Trump'], ['NATO'], ['US President'], ['Donald Trump', 'NATO']] as const;
/** A joint case of two names that become one issuer. */
const SAME = ['Donald Trump', 'US President'];

const issuersOf = (index: number) => (index === 3 ? SAME : (ISSUERS[index % ISSUERS.length] ?? SAME));

/** The same entries, of other issuers. */
const statedBy = (issuers: readonly string[], entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry) =>
    entry.event.kind === 'recorded' ? { ...entry, event: { ...entry.event, issuers } } : entry,
  );

const sampled = fc.sample(histories, { seed: 19, numRuns: HISTORIES });

/** Changes the record as one of the histories goes; `afterwards` is awaited after each change. */
async function play(
  store: Store,
  steps: (typeof sampled)[number],
  index: number,
  afterwards: () => Promise<void>,
): Promise<void> {
  const changes: { readonly entries: readonly Entry[]; readonly now: number }[] = [];
  each(steps, ({ before, after, now }) => {
    const entries = statedBy(issuersOf(index), after.slice(before.length));
    if (entries.length > 0) changes.push({ entries, now });
  });
  let number: number | null = null;
  for (const { entries, now } of changes) {
    const changed = await store.change(GUILD, number, () => ok(entries), changing(now));
    ({ number } = valueOf(changed));
    await afterwards();
  }
}

/** Plays all histories, one ultimatum after the other. */
export async function playHistories(
  store: Store,
  afterwards: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const [index, steps] of sampled.entries()) await play(store, steps, index, afterwards);
}
