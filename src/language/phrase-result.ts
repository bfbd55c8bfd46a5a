/** What a time expression comes to in its sentence. */
import type { ReadResult } from '../domain/reading.js';
import { DAY } from '../domain/durations.js';
import { isDuration } from './ambiguities.js';
import type { TimeApart } from './apart.js';
import { withApproximation } from './approximation.js';
import { spanOf } from './clause.js';
import type { CountStart } from './count-start.js';
import { countedFromEvent, eventOf, unknownDayOf, withUnknownEvent } from './event.js';
import { isNewLength, readExtension, withoutOrigin } from './extension.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { faultless, readingsOf, readPhrase, type PhraseResult } from './read-phrase.js';
import { ANNOUNCEMENT, PAST_EVENT, rejected } from './refuse.js';
import { ambiguous } from './resolve-reading.js';
import { untilThen } from './staying.js';
import { isAnnouncement } from './tense/announcement.js';
import { isLasting, isLately, isPastEvent, isTravelTime, wasGiven } from './tense/past-event.js';

/** A day without a year that is farther ahead than its last one is behind may be that: "on July 14", said in August. */
const HALF_A_YEAR_MS = 183 * DAY;

/** A day of the year that was less than half a year ago, and is read as that of the next. */
export function isFar(result: ReadResult, phrase: Phrase, { text, normalized, context }: ReadInput): boolean {
  const [earliest] = readingsOf(result);
  const span = spanOf(phrase, normalized);
  return (
    phrase.count === null &&
    (earliest?.latest ?? 0) - context.at > HALF_A_YEAR_MS &&
    span !== null &&
    !/\d{4}/.test(text.slice(...span))
  );
}

const A_YEAR_MS = 365 * DAY;
/** So long ago, a day of the year is meant as the last one where it was given in the past. */
const LATELY_MS = 75 * DAY;

/** A day of the year that was weeks ago, and is read as that of the next. */
const wasLately = (result: ReadResult, phrase: Phrase, input: ReadInput): boolean =>
  isFar(result, phrase, input) &&
  input.context.at + A_YEAR_MS - (readingsOf(result)[0]?.latest ?? 0) < LATELY_MS;

const refuse = ({ words, context: { zone, zoneFrom } }: ReadInput, why: typeof PAST_EVENT): PhraseResult =>
  faultless(rejected({ words, zone, zoneFrom }, why));

/** What a phrase comes to; null for what is no time to come, and for how long something lasts. */
function resultOf(whole: Phrase, input: ReadInput): PhraseResult | null {
  const { normalized, text } = input;
  const phrase = withoutOrigin(untilThen(whole, input), input);
  if (phrase === null || isTravelTime(phrase, input)) return null;
  const extension = isLasting(phrase, input) ? null : readExtension(phrase, input);
  if (extension !== null) return faultless(withApproximation(extension, phrase, input));
  if (isDuration(phrase, normalized, text)) return null;
  if (isPastEvent(phrase, input)) return refuse(input, PAST_EVENT);
  if (isAnnouncement(phrase, input)) return refuse(input, ANNOUNCEMENT);
  const event = eventOf(phrase, normalized) ?? unknownDayOf(phrase, normalized);
  const dated = event === null ? null : countedFromEvent(phrase, event, input);
  const read = dated ?? readPhrase(phrase, input);
  if (read === null) return null;
  if (isFar(read.result, phrase, input) && isLately(phrase, input)) return refuse(input, PAST_EVENT);
  if (wasLately(read.result, phrase, input) && wasGiven(phrase, input)) return refuse(input, PAST_EVENT);
  const result = withApproximation(read.result, phrase, input);
  return { ...read, result: event === null || dated !== null ? result : withUnknownEvent(result, event) };
}

/** What a phrase comes to, counted from the date that its sentence names as its beginning. */
function resultFrom(phrase: Phrase, start: CountStart | undefined, input: ReadInput): PhraseResult | null {
  if (start === undefined) return resultOf(phrase, input);
  const whole = isNewLength(phrase, input);
  if (!whole && (isLasting(phrase, input) || readExtension(phrase, input) !== null))
    return resultOf(phrase, input);
  const counted = readPhrase(start.counted, input);
  if (counted === null || counted.result.kind === 'not-a-deadline') return resultOf(phrase, input) ?? counted;
  if (start.sure || whole) return counted;
  const stated = resultOf(phrase, input)?.result;
  if (stated?.kind !== 'read' || counted.result.kind !== 'read') return counted;
  if (counted.result.reading.latest === stated.reading.latest) return faultless(stated);
  return faultless(ambiguous([counted.result.reading, stated.reading], { kind: 'count-start' }));
}

/** What a time comes to whose day stands elsewhere in the sentence: it is asked whether it belongs to that day. */
function resultApart(phrase: Phrase, { dated }: TimeApart, input: ReadInput): PhraseResult | null {
  const alone = resultOf(phrase, input);
  const whole = resultOf(dated, input);
  const readings = [...readingsOf(whole?.result ?? null), ...readingsOf(alone?.result ?? null)];
  const several = readings.filter(
    ({ latest }, index) => readings.findIndex((other) => other.latest === latest) === index,
  );
  if (whole === null || alone === null || several.length < 2) return alone;
  return faultless(ambiguous(several, { kind: 'several-dates' }));
}

/** What a phrase comes to, with the beginning and the day that its sentence names for it elsewhere. */
export const resultWith = (
  phrase: Phrase,
  start: CountStart | undefined,
  apart: TimeApart | undefined,
  input: ReadInput,
): PhraseResult | null =>
  apart === undefined ? resultFrom(phrase, start, input) : resultApart(phrase, apart, input);
