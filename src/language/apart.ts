/** A time of day and the day that it belongs to, with other words between them: "by 5 p.m. at the embassy on Friday". */
import { CLAUSE_STEPS, textBetween } from './clause.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { isAnnouncement } from './tense/announcement.js';
import { isPastEvent } from './tense/past-event.js';

/** A time whose day stands elsewhere in its sentence. */
export interface TimeApart {
  /** The time on that day. */
  readonly dated: Phrase;
  readonly day: Phrase;
  /** Whether the day says nothing more by itself. */
  readonly consumed: boolean;
}

/** They lie no farther apart than this, in UTF-16 units. */
const REACH = 120;
/** Another clause may have a day of its own. */
const ALSO =
  /(?<!\p{L})(?:and|or|but|while|und|oder|aber|et|ou|mais|y|o|pero|і|й|та|або|але|и|или|но)(?!\p{L})|[;:]/u;

const isPlain = ({
  bound,
  lower,
  past,
  repeated,
  count,
  base,
  instant,
  offset,
  till,
  fault,
}: Phrase): boolean =>
  bound !== 'effective' &&
  !lower &&
  !past &&
  !repeated &&
  [count, base, instant, offset, till, fault].every((part) => part === null);

const isBareTime = (phrase: Phrase): boolean =>
  isPlain(phrase) && phrase.time !== null && phrase.days.length === 0 && phrase.part === null;

const isBareDay = (phrase: Phrase): boolean =>
  isPlain(phrase) &&
  !phrase.limits &&
  phrase.days.length > 0 &&
  phrase.days.every(({ of }) => /^(?:weekday|day|date|ordinal)$/.test(of)) &&
  phrase.time === null &&
  phrase.part === null &&
  phrase.to === null;

/** What stands between two phrases; null where they are not in one sentence, or far apart. */
function between(one: Phrase, other: Phrase, input: ReadInput): string | null {
  const words = textBetween(one, other, input, REACH);
  return words === null || /[!?\n"“”«»]|\p{L}{3,}\.\s/u.test(words) ? null : words;
}

/**
 * The times among some phrases that have no day of their own, where one stands beside them in their sentence and tells
 * neither of the past nor of something that is only announced.
 */
export function timesApart(phrases: readonly Phrase[], input: ReadInput): ReadonlyMap<Phrase, TimeApart> {
  const found = new Map<Phrase, TimeApart>();
  for (const [index, phrase] of phrases.entries()) {
    if (!isBareTime(phrase)) continue;
    for (const day of [phrases[index + 1], phrases[index - 1]]) {
      if (day === undefined || !isBareDay(day)) continue;
      const words = between(phrase, day, input);
      if (words === null || !input.steps.take(2 * CLAUSE_STEPS)) continue;
      if (isPastEvent(day, input) || isAnnouncement(day, input)) continue;
      found.set(phrase, { dated: { ...phrase, days: day.days }, day, consumed: !ALSO.test(words) });
      break;
    }
  }
  return found;
}
