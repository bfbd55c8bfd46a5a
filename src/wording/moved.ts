/** A new deadline: moved, narrowed, set, resumed or revived, beside the one that it follows. */
import { daysBetween } from '../domain/calendar-days.js';
import type { Ultimatum, Version } from '../domain/ultimatum.js';
import { isMove } from '../domain/versions.js';
import { statementsOf, versionNumbered, yearOf, type About } from './about.js';
import type { CardOptions } from './card.js';
import { dateOf, endText, relative, shiftText, shownEnd, whenText } from './dates.js';
import { quotation } from './quotation.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { headText, type PostText } from './post.js';
import { sourcesText } from './sources.js';
import type { TextBudget } from './text-budget.js';

/** `Tue 2 Sep 2025 ("50 days", stated 14 Jul)`. */
export function versionText(
  words: Words,
  { reading, stated }: Version,
  ultimatum: Ultimatum,
  budget: TextBudget,
): Text {
  const day = whenText(words, stated, ultimatum.zone, yearOf(ultimatum));
  const spoken = quotation(words, reading.words, budget.words);
  return words.posts.moved.version(dateOf(words, reading), spoken, day);
}

/** Which move this version was, counted from 1; 0 where it was none. */
function moveNumber({ versions }: Ultimatum, version: Version): number {
  const isMoved = ({ revision, reading }: Version, index: number) =>
    isMove(versions[index - 1]?.reading ?? null, revision, reading);
  const index = versions.indexOf(version);
  const moved = index >= 0 && isMoved(version, index);
  return moved ? versions.slice(0, index + 1).filter(isMoved).length : 0;
}

function countsText({ posts }: Words, ultimatum: Ultimatum, version: Version): Text {
  if (version.revision === 'clarified') return posts.moved.narrowed;
  const count = moveNumber(ultimatum, version);
  if (count > 0) return posts.moved.move(count);
  return version.revision === 'set' ? posts.moved.noneBefore : posts.moved.sameDeadline;
}

function nowText(
  words: Words,
  ultimatum: Ultimatum,
  old: Version | null,
  next: Version,
  budget: TextBudget,
): Text {
  const { now, shifted } = words.posts.moved;
  const text = versionText(words, next, ultimatum, budget);
  if (old === null || next.revision === 'clarified') return now(text);
  const zone = ultimatum.versions[0]?.reading.zone ?? ultimatum.zone;
  return now(shifted(text, shiftText(words, daysBetween(old.reading, next.reading, zone))));
}

/** A new deadline with the one that it follows. */
export function movedText(
  words: Words,
  about: About,
  version: Version,
  budget: TextBudget,
  { undecided = false }: CardOptions = {},
): PostText {
  const { ultimatum, now } = about;
  const { moved } = words.posts;
  const { reading, revision } = version;
  const old = versionNumbered(ultimatum, version.number - 1);
  const kept = revision === 'resumed' || revision === 'revived' || revision === 'set';
  const what = undecided && !kept ? moved.undecided : moved.revisions[revision];
  const ends = endText(words, reading, 'runsUntil', { year: false });
  const decidedLines = [
    nowText(words, ultimatum, old, version, budget),
    words.dates.countdown(ends, [relative(words, shownEnd(reading), now)]),
  ];
  return {
    head: headText(words, what, about, budget),
    body: [
      old === null ? null : moved.was(versionText(words, old, ultimatum, budget)),
      ...(undecided ? [] : decidedLines),
      sourcesText(words, statementsOf(ultimatum, version.entry), budget),
    ],
    small: undecided ? [] : [countsText(words, ultimatum, version), old === null ? null : moved.earlierStays],
  };
}
