import type { Outcome } from './world.js';

/** How a world that was killed differs from one that was not; all empty when nothing does. */
export interface Difference {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Posted, and by the run without kills not: of a superseded deadline, or of a change that was made twice. */
  readonly stray: readonly string[];
  /** Same post, other words in the end. */
  readonly reworded: readonly string[];
  /** The ledger or the end of a planned post. */
  readonly record: readonly string[];
}

const headOf = (text: string) => text.split('\n')[0] ?? '';

export function differenceOf(killed: Outcome, whole: Outcome): Difference {
  const posts = [...killed.posts];
  const expected = [...whole.posts];
  const rows = [...whole.rows].filter(([nonce, status]) => killed.rows.get(nonce) !== status);
  return {
    lost: expected.filter(([marker]) => !killed.posts.has(marker)).map(([, { text }]) => headOf(text)),
    doubled: posts.filter(([, { count }]) => count > 1).map(([, { text }]) => headOf(text)),
    stray: posts.filter(([marker]) => !whole.posts.has(marker)).map(([, { text }]) => headOf(text)),
    reworded: posts
      .filter(([marker, { text }]) => (whole.posts.get(marker)?.text ?? text) !== text)
      .map(([, { text }]) => text),
    record: [
      ...rows.map(([nonce, status]) => `${nonce} ${status}, after kills ${killed.rows.get(nonce) ?? 'none'}`),
      ...whole.entries.filter((entry) => !killed.entries.includes(entry)).map((entry) => `no entry ${entry}`),
      ...killed.entries.filter((entry) => !whole.entries.includes(entry)).map((entry) => `extra ${entry}`),
    ],
  };
}

export const NO_DIFFERENCE: Difference = { lost: [], doubled: [], stray: [], reworded: [], record: [] };

export function together(differences: readonly Difference[]): Difference {
  const all = (key: keyof Difference) => differences.flatMap((one) => one[key]);
  return {
    lost: all('lost'),
    doubled: all('doubled'),
    stray: all('stray'),
    reworded: all('reworded'),
    record: all('record'),
  };
}
