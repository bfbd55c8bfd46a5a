/** The table of deadlines: each ever set, with the words as spoken and what became of it. */
import { daysBetween } from '../../domain/calendar-days.js';
import { standing } from '../../domain/standing.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { targetsText, yearOf, type About } from '../about.js';
import { readingText, undatedText } from '../correction.js';
import { dateAndPlace, relative, shiftText, shownEnd, whenText } from '../dates.js';
import { headlineText } from '../headline.js';
import type { Words } from '../index.js';
import { strong, type Text } from '../parts.js';
import { quotation } from '../quotation.js';
import { textOf } from '../text.js';
import { becameForText } from '../timeline.js';
import { PAGE } from './budget.js';

/** How it stands with a deadline, for the small mark that repeats it. */
export type DeadlineMark = 'replaced' | 'passed' | 'running';

export interface DeadlineRow {
  readonly version: Version;
  readonly date: Text;
  /** How it ends, and where. */
  readonly place: Text;
  readonly spoken: Text;
  readonly notes: readonly Text[];
  readonly stated: Text;
  readonly became: readonly Text[];
  /** Calendar days to the deadline after it, with their sign; null for the last one. */
  readonly days: Text | null;
  readonly mark: DeadlineMark;
}

/** `−24`, `+90`, `0`, with a real minus. */
export function signedDays(days: number): Text {
  if (days === 0) return textOf('0');
  return textOf(days < 0 ? `−${-days}` : `+${days}`);
}

function markOf(version: Version, running: boolean): DeadlineMark {
  if (running) return 'running';
  const over = version.became.some(
    (became) => became.kind === 'resolved' || (became.kind === 'passed' && !became.lifted),
  );
  return over ? 'passed' : 'replaced';
}

/** The deadline that followed for all targets; null where none did, or where they went apart. */
function nextOf({ versions, chains }: Ultimatum, version: Version): Version | null {
  if (chains.length > 1) return null;
  return versions.find(({ number }) => number === version.number + 1) ?? null;
}

/** What a deadline came to, then what became of it on the way, a sentence each. */
function becameTexts(words: Words, version: Version, about: About, running: boolean): readonly Text[] {
  const { timeline } = words.screens;
  const verdicts = version.became.flatMap((became): readonly Text[] =>
    became.kind === 'resolved' ? [[strong(headlineText(words, became.headline))]] : [],
  );
  const sentences = version.became.map((became) => becameForText(words, became, version, about));
  const ends = running ? timeline.ends(relative(words, shownEnd(version.reading), about.now)) : null;
  return [...verdicts, ...sentences, ends].filter((text) => text !== null);
}

function notesOf(words: Words, { correctedFrom, targets }: Version): readonly Text[] {
  const { timeline } = words.screens;
  return [
    ...(correctedFrom === null ? [] : [timeline.correctedFrom(readingText(words, correctedFrom, PAGE))]),
    ...(targets === null ? [] : [timeline.onlyFor(targetsText(words, targets, PAGE))]),
  ];
}

/** One row for each deadline ever set, oldest first. */
export function deadlineRows(words: Words, about: About): readonly DeadlineRow[] {
  const { ultimatum } = about;
  const open = new Set(standing(ultimatum, 'open').map(({ number }) => number));
  return ultimatum.versions.map((version) => {
    const { reading, stated } = version;
    const running = open.has(version.number);
    const next = nextOf(ultimatum, version);
    return {
      version,
      ...dateAndPlace(words, reading),
      spoken: quotation(words, reading.words, PAGE.words),
      notes: notesOf(words, version),
      stated: whenText(words, stated, ultimatum.zone, yearOf(ultimatum)),
      became: becameTexts(words, version, about, running),
      days: next === null ? null : signedDays(daysBetween(reading, next.reading, reading.zone)),
      mark: markOf(version, running),
    };
  });
}

/** `Last deadline against first: 25 days earlier`, with the days; null where there is only one deadline. */
export function overallRow(
  words: Words,
  { slip, versions }: Ultimatum,
): { readonly text: Text; readonly days: Text } | null {
  if (slip === null || versions.length < 2) return null;
  const { overall, overallSame } = words.pages.ultimatum;
  return { text: slip === 0 ? overallSame : overall(shiftText(words, slip)), days: signedDays(slip) };
}

/** The words of a deadline without a date; null where the last one has a date, or none was stated. */
export function undatedRow(words: Words, { undated }: Ultimatum): Text | null {
  return undated === null ? null : undatedText(words, undated, PAGE);
}
