/** Every issuer of a record side by side, in words. */
import { FEWEST_FOR_A_SHARE, type Proportion } from '../domain/figures/proportion.js';
import type { Leaderboard, Tally } from '../domain/figures/tally.js';
import { percentOf } from './figures.js';
import type { Words } from './index.js';
import { item, joinTexts, plain, small, strong, type Line, type Text } from './parts.js';
import { SHOWN } from './text-budget.js';
import { typed } from './typed.js';

/** `3 of 6, 50%`; under five cases no share. */
function shortShare({ figures }: Words, { count, n }: Proportion): Text {
  const counts = figures.counts(count, n);
  return n < FEWEST_FOR_A_SHARE ? counts : figures.shortShare(counts, percentOf(count / n));
}

/** The three shares of a leaderboard in one text. */
function tallyText(words: Words, { cases, met, moved, carriedOut }: Tally): Text {
  const { figures } = words;
  const { leaderboard } = figures;
  const shares = [
    leaderboard.met(shortShare(words, met)),
    leaderboard.moved(shortShare(words, moved)),
    leaderboard.carriedOut(shortShare(words, carriedOut)),
  ];
  return leaderboard.shares(figures.cases(cases), joinTexts(shares, leaderboard.between));
}

/** A line for the whole record, what is left out of it, and a line for each issuer. */
export function leaderboardLines(words: Words, { issuers, all, leftOut }: Leaderboard): readonly Line[] {
  const { leaderboard, leftOut: without, hidden, row } = words.figures;
  const left = [
    small(without(leftOut.unsourced)),
    ...(leftOut.hidden === 0 ? [] : [small(hidden(leftOut.hidden))]),
  ];
  if (all.cases === 0) return [plain(leaderboard.empty), ...left];
  return [
    small(leaderboard.order),
    plain(row([strong(leaderboard.all)], tallyText(words, all))),
    ...left,
    ...issuers.map((issuer) =>
      item(leaderboard.row([strong([typed(issuer.name, SHOWN.name)])], tallyText(words, issuer))),
    ),
  ];
}
