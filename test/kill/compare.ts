import type { Outcome } from './world.js';

/** How a world that was killed differs from one that was not; all empty when nothing does. */
export interface Difference {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Posted, and by the run without kills not: of a superseded deadline, or of a change that was made twice. */
  readonly stray: readonly string[];
  /** Same post, other words in the end. */
  readonly reworded: readonly string[];
  /** The ledger, the end of a planned post, what was set up, or what a press says. */
  readonly record: readonly string[];
  /** Presses that are open, or gone with their preview, and did nothing. */
  readonly lostPresses: readonly string[];
  /** Presses that are used, and did nothing. */
  readonly doneWithoutAct: readonly string[];
  /** Presses that did more than without kills. */
  readonly actedTwice: readonly string[];
}

const headOf = (text: string) => text.split('\n')[0] ?? '';

type Presses = Pick<Difference, 'lostPresses' | 'doneWithoutAct' | 'actedTwice'>;

function pressesOf(killed: Outcome, whole: Outcome): Presses {
  const keys = [...whole.presses.keys()];
  const acts = (outcome: Outcome, key: string) => outcome.presses.get(key)?.acts ?? 0;
  const missing = keys.filter((key) => acts(killed, key) < acts(whole, key));
  const isUsed = (key: string) => ['true', 'untrue'].includes(killed.presses.get(key)?.state ?? 'gone');
  return {
    lostPresses: missing.filter((key) => !isUsed(key)),
    doneWithoutAct: missing.filter(isUsed),
    actedTwice: keys.filter((key) => acts(killed, key) > acts(whole, key)),
  };
}

/** What the one has and the other has not. */
const without = (all: readonly string[], others: readonly string[]) =>
  all.filter((one) => !others.includes(one));

export function differenceOf(killed: Outcome, whole: Outcome): Difference {
  const posts = [...killed.posts];
  const expected = [...whole.posts];
  const rows = [...whole.rows].filter(([nonce, status]) => killed.rows.get(nonce) !== status);
  const presses = [...whole.presses].filter(([key, { state }]) => killed.presses.get(key)?.state !== state);
  return {
    lost: expected.filter(([marker]) => !killed.posts.has(marker)).map(([, { text }]) => headOf(text)),
    doubled: posts.filter(([, { count }]) => count > 1).map(([, { text }]) => headOf(text)),
    stray: posts.filter(([marker]) => !whole.posts.has(marker)).map(([, { text }]) => headOf(text)),
    reworded: posts
      .filter(([marker, { text }]) => (whole.posts.get(marker)?.text ?? text) !== text)
      .map(([, { text }]) => text),
    record: [
      ...rows.map(([nonce, status]) => `${nonce} ${status}, after kills ${killed.rows.get(nonce) ?? 'none'}`),
      ...without(whole.entries, killed.entries).map((entry) => `no entry ${entry}`),
      ...without(killed.entries, whole.entries).map((entry) => `extra ${entry}`),
      ...without(whole.kept, killed.kept).map((kept) => `no ${kept}`),
      ...without(killed.kept, whole.kept).map((kept) => `extra ${kept}`),
      ...presses.map(([key, { state }]) => `${key} ${state}, after kills ${killed.presses.get(key)?.state}`),
    ],
    ...pressesOf(killed, whole),
  };
}

export const NO_DIFFERENCE: Difference = {
  lost: [],
  doubled: [],
  stray: [],
  reworded: [],
  record: [],
  lostPresses: [],
  doneWithoutAct: [],
  actedTwice: [],
};

export function together(differences: readonly Difference[]): Difference {
  const all = (key: keyof Difference) => differences.flatMap((one) => one[key]);
  return {
    lost: all('lost'),
    doubled: all('doubled'),
    stray: all('stray'),
    reworded: all('reworded'),
    record: all('record'),
    lostPresses: all('lostPresses'),
    doneWithoutAct: all('doneWithoutAct'),
    actedTwice: all('actedTwice'),
  };
}
