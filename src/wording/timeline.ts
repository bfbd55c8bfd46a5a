/** The timeline of an ultimatum: each deadline ever set, with what became of it. */
import type { VersionOutcome, Ultimatum, Version } from '../domain/ultimatum.js';
import { replay } from '../domain/corrections.js';
import { isDated } from '../domain/reading.js';
import { standing } from '../domain/standing.js';
import type { When } from '../domain/when.js';
import { subject } from './subject.js';
import { targetsText, yearOf, type About } from './about.js';
import { readingText } from './correction.js';
import { dateOf, onDay, relative, shiftText, shortDay, shownEnd, whenText } from './dates.js';
import { quotation } from './quotation.js';
import type { Words } from './index.js';
import { joinTexts, plain, type Line, type Text } from './parts.js';
import { FULL } from './text-budget.js';
import { typed } from './typed.js';

function movedSentence(words: Words, became: Extract<VersionOutcome, { kind: 'moved' }>, on: Text): Text {
  const { timeline } = words.screens;
  if (became.revision === 'revived') return timeline.revived(on);
  const shift = became.days === 0 ? null : shiftText(words, became.days);
  if (became.revision === 'resumed') {
    return shift === null ? timeline.resumed(on) : timeline.resumedWith(on, shift);
  }
  return shift === null ? timeline.moved(on) : timeline.movedBy(shift, on);
}

function passedSentence(
  words: Words,
  { at, lifted }: Extract<VersionOutcome, { kind: 'passed' }>,
  { reading }: Version,
  { ultimatum, now }: Pick<About, 'ultimatum' | 'now'>,
): Text {
  const { timeline } = words.screens;
  if (!lifted) return timeline.passed(relative(words, shownEnd(reading), now));
  return timeline.lifted(shortDay(words, at, reading.zone, yearOf(ultimatum)));
}

/** What became of a deadline, one sentence. A closed one says it in the headline above. */
function becameSentence(
  words: Words,
  became: VersionOutcome,
  version: Version,
  about: Pick<About, 'ultimatum' | 'now'>,
): Text | null {
  const { timeline } = words.screens;
  const { ultimatum } = about;
  const actor = 'actor' in became ? became.actor : undefined;
  const on = (stated: When) => {
    const day = onDay(words, stated, ultimatum.zone, yearOf(ultimatum));
    return actor === undefined ? day : timeline.by(day, typed(actor, FULL.name));
  };
  switch (became.kind) {
    case 'moved':
      return movedSentence(words, became, on(became.stated));
    case 'made-exact':
      return timeline.narrowed(on(became.stated));
    case 'passed':
      return passedSentence(words, became, version, about);
    case 'suspended':
      return timeline.suspended(on(became.stated));
    case 'withdrawn':
      return timeline.withdrawn(on(became.stated));
    case 'superseded':
      return timeline.replaced(subject(became.by), on(became.stated));
    case 'resolved':
      return null;
  }
}

/** As `becameSentence`; it names the targets where it became this for some of them only. */
export function becameForText(
  words: Words,
  became: VersionOutcome,
  version: Version,
  about: Pick<About, 'ultimatum' | 'now'>,
): Text | null {
  const sentence = becameSentence(words, became, version, about);
  if (sentence === null || became.targets === undefined) return sentence;
  return words.posts.outcome.side(targetsText(words, became.targets, FULL), sentence);
}

/** `Tue 2 Sep 2025, "50 days", stated 14 Jul. Moved 24 days earlier on 28 Jul.` */
function versionSentences(words: Words, version: Version, about: Pick<About, 'ultimatum' | 'now'>): Text {
  const { ultimatum, now } = about;
  const { timeline } = words.screens;
  const { reading, stated, correctedFrom } = version;
  const day = whenText(words, stated, ultimatum.zone, yearOf(ultimatum));
  const spoken = quotation(words, reading.words, FULL.words);
  const running = standing(ultimatum, 'open').some(({ number }) => number === version.number);
  return joinTexts(
    [
      timeline.deadline(dateOf(words, reading), spoken, day),
      correctedFrom === null ? null : timeline.correctedFrom(readingText(words, correctedFrom, FULL)),
      version.targets === null ? null : timeline.onlyFor(targetsText(words, version.targets, FULL)),
      ...version.became.map((became) => becameForText(words, became, version, about)),
      running ? timeline.ends(relative(words, shownEnd(reading), now)) : null,
    ],
    words.space,
  );
}

/** The words with which a deadline was stated before it had a date; null where it has none yet, or always had one. */
function firstUndated(words: Words, ultimatum: Ultimatum): Text | null {
  if (ultimatum.versions.length === 0 || ultimatum.undated !== null) return null;
  const first = replay(ultimatum.entries).find(({ event }) => event.kind === 'recorded');
  const deadline = first?.event.kind === 'recorded' ? first.event.deadline : null;
  if (first === undefined || deadline === null || isDated(deadline)) return null;
  const on = onDay(words, first.stated, ultimatum.zone, yearOf(ultimatum));
  return words.screens.timeline.undatedFirst(on, quotation(words, deadline.words, FULL.words));
}

interface Told extends Pick<About, 'now'> {
  readonly words: Words;
  readonly lines: readonly Line[];
}

/** What was last told of an ultimatum: a page tells it in its card, its picture, its preview and its table. */
const TOLD = new WeakMap<Ultimatum, Told>();

/** One line for each deadline ever set, oldest first, after the words that had no date yet. */
export function timelineLines(words: Words, about: Pick<About, 'ultimatum' | 'now'>): readonly Line[] {
  const { ultimatum, now } = about;
  const told = TOLD.get(ultimatum);
  if (told?.words === words && told.now === now) return told.lines;
  const lines = tell(words, about);
  TOLD.set(ultimatum, { words, now, lines });
  return lines;
}

function tell(words: Words, about: Pick<About, 'ultimatum' | 'now'>): readonly Line[] {
  const undated = firstUndated(words, about.ultimatum);
  const dated = about.ultimatum.versions.map((version) =>
    plain(words.screens.timeline.numbered(version.number, versionSentences(words, version, about))),
  );
  return undated === null ? dated : [plain(undated), ...dated];
}

/** `Overall: 25 days earlier than first stated.`; null where there is only one deadline. */
export function overallText(words: Words, { slip, versions }: Ultimatum): Text | null {
  if (slip === null || versions.length < 2) return null;
  const { timeline } = words.screens;
  return slip === 0 ? timeline.overallSame : timeline.overall(shiftText(words, slip));
}
