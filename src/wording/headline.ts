/** Headlines in words, from their codes. */
import type { Headline } from '../domain/headline.js';
import type { HeadlineVerdict } from '../domain/verdict.js';
import { whenWithYear } from './dates.js';
import type { Words } from './index.js';
import { joinTexts, type Text } from './parts.js';
import { subject } from './subject.js';

function verdictText({ headlines }: Words, verdict: HeadlineVerdict): Text {
  const { what, timing, undated, thenWithdrawn } = verdict;
  const bare = headlines.verdicts[what];
  const timed = timing === null ? bare : headlines[timing](bare);
  const measured = undated ? headlines.undated(timed) : timed;
  return thenWithdrawn ? headlines.thenWithdrawn(measured) : measured;
}

/** `; later lifted`, for each kind of reversal. */
function withReversals({ headlines }: Words, headline: Text, { reversed }: HeadlineVerdict): Text {
  return reversed.reduce(
    (said, { what, extent }) => headlines.withReversal(said, headlines.reversed[what][extent]),
    headline,
  );
}

/** `Met (1); Not met, carried out (2)`; a verdict that stands alone is not counted. */
function sharesText(words: Words, parts: Extract<Headline, { kind: 'split' }>['parts']): Text {
  const { headlines } = words;
  const shares = parts.map(({ verdict, targets }) => {
    const text = withReversals(words, verdictText(words, verdict), verdict);
    return parts.length === 1 ? text : headlines.share(text, targets);
  });
  return joinTexts(shares, headlines.betweenShares);
}

/** What was undone since, behind the headline of all targets; of targets that differ each has its own. */
export function headlineReversed(words: Words, text: Text, headline: Headline): Text {
  return headline.kind === 'verdict' ? withReversals(words, text, headline.verdict) : text;
}

/** The headline without the number of moves: `Not met, carried out late`. */
export function bareHeadline(words: Words, headline: Headline): Text {
  const { headlines } = words;
  switch (headline.kind) {
    case 'open':
      return headline.dated ? headlines.open : headlines.openUndated;
    case 'suspended':
      return headlines.suspended(whenWithYear(words, headline.since, headline.zone));
    case 'passed':
      return headlines.passed;
    case 'passed-then-withdrawn':
      return headlines.thenWithdrawn(headlines.passed);
    case 'superseded':
      return headlines.superseded(subject(headline.by));
    case 'incomplete':
      return headlines.incomplete(headline.recorded, headline.targets, sharesText(words, headline.parts));
    case 'verdict':
      return verdictText(words, headline.verdict);
    case 'split':
      return headlines.split(sharesText(words, headline.parts));
  }
}

/** `(after 1 move)`; null where nothing was moved, or where it still runs. */
export function headlineMoves({ headlines }: Words, headline: Headline): Text | null {
  return 'moves' in headline && headline.moves > 0 ? headlines.moves(headline.moves) : null;
}

/** `Not met, partly carried out (after 1 move)`. */
export function headlineText(words: Words, headline: Headline): Text {
  const bare = bareHeadline(words, headline);
  const moves = headlineMoves(words, headline);
  const counted = moves === null ? bare : words.headlines.withMoves(bare, moves);
  return headlineReversed(words, counted, headline);
}
