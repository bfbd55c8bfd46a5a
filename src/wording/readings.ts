/** Says how words were read as a deadline, from the codes of a reading. */
import { isDated, type DatedReading, type Reading, type ReadResult } from '../domain/reading.js';
import type { AmbiguityReason, Assumption, NoDeadlineReason, ReadFault } from '../domain/reading-facts.js';
import { localDate } from '../domain/when.js';
import { isMidnight, placeText } from './dates.js';
import type { Words } from './index.js';
import { joinTexts, type Text } from './parts.js';
import { relativeTime } from './relative-time.js';
import { sentenceOf } from './sentences.js';
import { t, textOf } from './text.js';
import { typed } from './typed.js';
import type { RecordInstant } from '../domain/instant.js';

/** Code points of the words of a deadline that are shown beside its reading. */
const MOST_WORDS = 60;

/** What was assumed: a part of a sentence, without a full stop. */
export const assumptionText = ({ readings }: Words, assumption: Assumption): Text =>
  sentenceOf<Assumption, Assumption['kind']>(readings.assumptions, assumption.kind, assumption);

/** What was assumed for a reading, in one line; empty where nothing was. */
export const assumptionsText = (words: Words, { assumed }: Reading): Text =>
  joinTexts(
    assumed.map((assumption) => assumptionText(words, assumption)),
    t`; `,
  );

/** Why it is asked which reading is meant, as a sentence. */
export const ambiguityText = ({ readings }: Words, reason: AmbiguityReason): Text =>
  sentenceOf<AmbiguityReason, AmbiguityReason['kind']>(readings.ambiguities, reason.kind, reason);

/** Why something can't be read, as a sentence. */
export const faultText = ({ readings }: Words, fault: ReadFault): Text =>
  sentenceOf<ReadFault, ReadFault['kind']>(readings.faults, fault.kind, fault);

/** Why words are no deadline, as a sentence. */
export const noDeadlineText = ({ readings }: Words, reason: NoDeadlineReason): Text =>
  sentenceOf<NoDeadlineReason, NoDeadlineReason['kind']>(readings.noDeadline, reason.kind, reason);

/** The date of a reading: `end of Fri 8 Aug 2025`, `7 to 9 Aug 2025`, `Fri 8 Aug 2025 20:00`. */
function readingDateText({ readings: { dates }, dates: { about } }: Words, reading: Reading): Text {
  if (!isDated(reading)) return dates.none;
  const date = exactDateText(dates, reading);
  return reading.approximate === true ? about(date) : date;
}

function exactDateText(dates: Words['readings']['dates'], reading: DatedReading): Text {
  const { earliest, latest, precision, bound, zone } = reading;
  if (precision === 'instant')
    return bound === 'before' ? dates.beforeMinute(latest, zone) : dates.minute(latest, zone);
  if (bound === 'before') return dates.before(latest, zone);
  if (bound === 'effective') return dates.from(latest, zone);
  const last = latest - 1;
  if (precision === 'month') return dates.endOfMonth(last, zone);
  if (precision === 'window' && !(isMidnight(earliest, zone) && isMidnight(latest, zone)))
    return reading.openBeginning ? dates.minute(latest, zone) : dates.hours(earliest, latest, zone);
  const oneDay = precision === 'day' || localDate(earliest, zone) === localDate(last, zone);
  return oneDay ? dates.endOfDay(last, zone) : dates.span(earliest, last, zone);
}

/** The reading beside what is typed: `end of Fri 8 Aug 2025, Washington, in 2 days`. `now` in ms UTC. */
export function readingSummary(words: Words, result: ReadResult, now: RecordInstant): Text {
  if (result.kind === 'not-a-deadline') return noDeadlineText(words, result.reason);
  if (result.kind === 'ambiguous')
    return words.readings.question(result.candidates.map((reading) => readingDateText(words, reading)));
  const { reading } = result;
  const date = t`${readingDateText(words, reading)}, ${placeText(words, reading.zone)}`;
  return reading.latest === null ? date : t`${date}, ${textOf(relativeTime(words, reading.latest, now))}`;
}

/** Words and their reading in one line: `Friday → end of Fri 8 Aug 2025, Washington, in 2 days`. */
export function readingLine(words: Words, reading: Reading, now: RecordInstant): Text {
  const shown = typed(reading.words, MOST_WORDS);
  return t`${shown} → ${readingSummary(words, { kind: 'read', reading }, now)}`;
}
