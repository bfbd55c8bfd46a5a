/** A new deadline: moved, narrowed, set, resumed or revived, beside the one that it follows. */
import { daysBetween } from '../domain/calendar-days.js';
import { scopeIn } from '../domain/entry.js';
import type { Chain, Ultimatum, Version } from '../domain/ultimatum.js';
import { isMove } from '../domain/versions.js';
import { effectiveEntry, statementsOf, targetsText, yearOf, type About } from './about.js';
import type { CardOptions } from './card.js';
import { dateOf, endText, relative, shiftText, shownEnd, whenText } from './dates.js';
import { quotation } from './quotation.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { headText, type PostText } from './post.js';
import { sourcesText } from './sources.js';
import { scopeTexts } from './targets.js';
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
function moveNumber({ versions }: Pick<Chain, 'versions'>, { number }: Version): number {
  const isMoved = ({ revision, reading }: Version, index: number) =>
    isMove(versions[index - 1]?.reading ?? null, revision, reading);
  const index = versions.findIndex((candidate) => candidate.number === number);
  const version = versions[index];
  return version !== undefined && isMoved(version, index)
    ? versions.slice(0, index + 1).filter(isMoved).length
    : 0;
}

function countsText({ posts }: Words, history: Pick<Chain, 'versions'>, version: Version): Text {
  if (version.revision === 'clarified') return posts.moved.narrowed;
  const count = moveNumber(history, version);
  if (count > 0) return posts.moved.move(count);
  return version.revision === 'set' ? posts.moved.noneBefore : posts.moved.sameDeadline;
}

/** The last deadline that was stated later and recorded earlier than this one; null where there is none. */
function laterThan({ chains }: Pick<Ultimatum, 'chains'>, { number, entry }: Version): Version | null {
  const after = chains.flatMap(({ versions }) => {
    const index = versions.findIndex((version) => version.number === number);
    return index < 0 ? [] : versions.slice(index + 1);
  });
  return after.findLast((version) => version.entry < entry) ?? null;
}

/** Until when it runs; of a deadline that was learned of late, the one that holds since. */
function endsTexts(words: Words, { ultimatum, now }: About, version: Version): readonly (Text | null)[] {
  const later = laterThan(ultimatum, version);
  const inForce = later === null ? version : ultimatum.inForce;
  if (inForce === null) return [];
  const { reading } = inForce;
  const ends =
    later === null
      ? endText(words, reading, 'runsUntil', { year: false })
      : words.posts.moved.inForce(dateOf(words, reading));
  return [words.dates.countdown(ends, [relative(words, shownEnd(reading), now)])];
}

function nowText(
  words: Words,
  ultimatum: Ultimatum,
  old: Version | null,
  next: Version,
  budget: TextBudget,
): Text {
  const { now, meanwhile, shifted } = words.posts.moved;
  const label = laterThan(ultimatum, next) === null ? now : meanwhile;
  const text = versionText(words, next, ultimatum, budget);
  if (old === null || next.revision === 'clarified') return label(text);
  const zone = ultimatum.versions[0]?.reading.zone ?? ultimatum.zone;
  return label(shifted(text, shiftText(words, daysBetween(old.reading, next.reading, zone))));
}

/** The deadline that a new one follows, with the targets that had it. */
interface Followed {
  readonly old: Version;
  readonly targets: readonly string[];
}

/** The deadlines that a new one follows, each once: of targets with chains of their own these can be several. */
function followedBy({ chains }: Ultimatum, { number }: Version): readonly Followed[] {
  const pairs = chains.flatMap(({ targets, versions }) => {
    const index = versions.findIndex((version) => version.number === number);
    const old = versions[index - 1];
    return old === undefined ? [] : [{ old, targets }];
  });
  const numbers = [...new Set(pairs.map(({ old }) => old.number))];
  return numbers.flatMap((one) => {
    const same = pairs.filter(({ old }) => old.number === one);
    return same.slice(0, 1).map(({ old }) => ({ old, targets: same.flatMap(({ targets }) => targets) }));
  });
}

function wasTexts(
  words: Words,
  ultimatum: Ultimatum,
  followed: readonly Followed[],
  budget: TextBudget,
): readonly Text[] {
  const { was, wasFor } = words.posts.moved;
  return followed.map(({ old, targets }) => {
    const version = versionText(words, old, ultimatum, budget);
    return followed.length < 2 ? was(version) : wasFor(targetsText(words, targets, budget), version);
  });
}

/** A new deadline with the one that it follows. */
export function movedText(
  words: Words,
  about: About,
  version: Version,
  budget: TextBudget,
  { undecided = false }: CardOptions = {},
): PostText {
  const { ultimatum } = about;
  const { moved } = words.posts;
  const { revision } = version;
  const followed = followedBy(ultimatum, version);
  // Beside several earlier deadlines no one distance can be said.
  const old = followed.length === 1 ? (followed[0]?.old ?? null) : null;
  const holds = ({ versions }: Chain) => versions.some(({ number }) => number === version.number);
  const history = ultimatum.chains.find(holds) ?? ultimatum;
  const event = effectiveEntry(ultimatum, version.entry)?.event ?? {};
  const kept = revision === 'resumed' || revision === 'revived' || revision === 'set';
  const what = undecided && !kept ? moved.undecided : moved.revisions[revision];
  const decidedLines = [nowText(words, ultimatum, old, version, budget), ...endsTexts(words, about, version)];
  return {
    head: headText(words, what, about, budget),
    body: [
      ...scopeTexts(words, scopeIn(event), budget),
      ...wasTexts(words, ultimatum, followed, budget),
      ...(undecided ? [] : decidedLines),
      sourcesText(words, statementsOf(ultimatum, version.entry), budget),
    ],
    small: undecided
      ? []
      : [
          countsText(words, history, version),
          laterThan(ultimatum, version) === null ? null : moved.learnedLate,
          followed.length === 0 ? null : moved.earlierStays,
        ],
  };
}
