/** What is shown before anything is saved: how a deadline was read, and where it will be posted. */
import { isDated, type Reading } from '../domain/reading.js';
import type { AmbiguityReason } from '../domain/reading-facts.js';
import { deadlineText, shownEnd, timePart } from './dates.js';
import { quotation } from './quotation.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { ambiguityText, assumptionsText } from './readings.js';
import { joinTexts, type Part, type Text } from './parts.js';
import type { RecordInstant } from '../domain/instant.js';

/** Words with several readings. */
export interface Question {
  readonly words: string;
  /** `said-otherwise`: a correction gives the words another date; the first candidate is the one on record. */
  readonly reason: AmbiguityReason | { readonly kind: 'said-otherwise' };
  readonly candidates: readonly Reading[];
}

/** At most this many readings are offered. */
export const MOST_ANSWERS = 4;

/** When a reading ends in the reader's own zone, and how far off that is; null where it has no date. */
function ownTime(words: Words, reading: Reading, now: RecordInstant): readonly [Part, Part] | null {
  if (!isDated(reading)) return null;
  const end = shownEnd(reading);
  return [timePart(words, end, 'full', now), timePart(words, end, 'relative', now)];
}

/** The deadline in the reader's own time zone; null where it has no date. `now` is ms UTC. */
export function ownTimeText(words: Words, reading: Reading | null, now: RecordInstant): Text | null {
  const own = reading === null ? null : ownTime(words, reading, now);
  return own === null ? null : words.screens.preview.inYourZone(...own);
}

/** The question, and each answer in the order of the buttons, in the reader's own time zone. */
export function questionTexts(
  words: Words,
  { words: spoken, reason, candidates }: Question,
  now: RecordInstant,
): readonly Text[] {
  const { preview } = words.screens;
  const answers = candidates.slice(0, MOST_ANSWERS).flatMap((candidate, index) => {
    const own = ownTime(words, candidate, now);
    return own === null ? [] : [preview.answer(index + 1, ...own)];
  });
  const said = quotation(words, spoken, 80);
  return [
    reason.kind === 'said-otherwise'
      ? preview.saidOtherwise(said)
      : preview.question(said, ambiguityText(words, reason)),
    answers.length === 0 ? preview.which : preview.whichInYourZone,
    ...answers,
    ...(reason.kind === 'several-dates' ? [preview.eachItsOwn] : []),
  ];
}

/** `Fri 8 Aug 2025, end of day in Washington`, or its own words where it has no date. */
export function candidateText(words: Words, reading: Reading): Text {
  return isDated(reading) ? deadlineText(words, reading) : [typed(reading.words, 80)];
}

/** What was assumed: of the draft, as given, then of the reading. Null where nothing was. */
export function assumedText(
  words: Words,
  assumptions: readonly Text[],
  reading: Reading | null,
): Text | null {
  const { preview } = words.screens;
  const all = reading === null ? assumptions : [...assumptions, assumptionsText(words, reading)];
  const shown = joinTexts(all, preview.between);
  return shown.length === 0 ? null : preview.assumed(shown);
}
