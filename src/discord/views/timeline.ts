import type { Became, Ultimatum, Version } from '../../domain/ultimatum.js';
import { subjectOf, yearOf } from './about.js';
import { dateOf, relative, shift, shortDay, shownEnd } from './dates.js';
import { readingText } from './entry.js';
import { FULL } from './text-budget.js';
import { quoted } from './text.js';
import type { When } from '../../domain/when.js';

function movedText(became: Extract<Became, { kind: 'moved' }>, day: string): string {
  if (became.revision === 'revived') return `A new one followed on ${day}, after it had passed.`;
  const by = became.days === 0 ? '' : ` ${shift(became.days)}`;
  return became.revision === 'resumed'
    ? `Resumed on ${day}${by === '' ? '' : `, ${by.trim()}`}.`
    : `Moved${by} on ${day}.`;
}

/** What became of a deadline, one sentence. A closed one says it in the headline above. */
function becameText(became: Became, version: Version, ultimatum: Ultimatum): string | null {
  const day = (stated: When) => shortDay(stated.start, ultimatum.zone, yearOf(ultimatum));
  switch (became.kind) {
    case 'moved':
      return movedText(became, day(became.stated));
    case 'made-exact':
      return `Made exact on ${day(became.stated)}.`;
    case 'passed':
      return became.lifted
        ? `Its passing on ${shortDay(became.at, version.reading.zone, yearOf(ultimatum))} was lifted by what had been stated before.`
        : `Passed ${relative(shownEnd(version.reading))}.`;
    case 'suspended':
      return `Paused on ${day(became.stated)}.`;
    case 'withdrawn':
      return `Withdrawn on ${day(became.stated)}.`;
    case 'superseded':
      return `Replaced by ${subjectOf(became.by)} on ${day(became.stated)}.`;
    case 'resolved':
      return null;
  }
}

/** `Tue 2 Sep 2025, "50 days", stated 14 Jul. Moved 24 days earlier on 28 Jul.` */
function timelineText(version: Version, ultimatum: Ultimatum): string {
  const { reading, stated, correctedFrom } = version;
  const day = shortDay(stated.start, ultimatum.zone, yearOf(ultimatum));
  const became = version.became
    .map((one) => becameText(one, version, ultimatum))
    .filter((one) => one !== null);
  const running = ultimatum.state === 'open' && ultimatum.inForce === version;
  const sentences = [
    `${dateOf(reading)}, ${quoted(reading.words, FULL.words)}, stated ${day}.`,
    correctedFrom === null ? null : `Corrected from ${readingText(correctedFrom, FULL)}.`,
    ...became,
    running ? `Ends ${relative(shownEnd(reading))}.` : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** Each deadline ever set, with what became of it. */
export function timelineLines(ultimatum: Ultimatum): readonly string[] {
  return ultimatum.versions.map((version) => `${version.number}. ${timelineText(version, ultimatum)}`);
}

/** `Last against first: 25 days earlier.`, where there is more than one. */
export function slipLine({ slip, versions }: Ultimatum): string | null {
  return slip === null || versions.length < 2 ? null : `Last against first: ${shift(slip)}.`;
}
