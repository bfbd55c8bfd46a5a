/** What is suggested for a day or a deadline while a person types: the words beside how they are read. */
import type { Context } from '../discord/command.js';
import { plainText } from '../wording/plain-text.js';
import type { Suggestion } from '../discord/option.js';
import { ok, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { dayOf, isDayKnown, isInterval, localDate, type When } from '../domain/when.js';
import { readDeadline } from '../language/index.js';
import { placeText, timeOfDay, whenText } from '../wording/dates.js';
import type { Words } from '../wording/index.js';
import { faultText, readingSummary } from '../wording/readings.js';
import { deadlineBefore } from './in-force.js';
import { momentOf, readWords, readingContextOf } from './moment.js';
import { numberIn, type SuggestionInput } from './suggestions.js';
import { chooseZone, type ZoneChoice } from './zone.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

const ARROW = ' → ';
/** Discord's limit for the visible text and for the value of a suggestion. */
const MAX_LENGTH = 100;
/** A reading that has less room than this is left out. */
const MIN_READING = 10;

/** The words that were typed, out of the visible text of a suggestion: some phones send it back whole. */
export const typedWords = (text: string): string => text.split(ARROW)[0] ?? text;

/** Suggests the words themselves, with their reading beside them as far as there is room. */
function suggestReading(words: string, reading: string): readonly Suggestion[] {
  // Longer words would come back cut: without a suggestion they are sent as typed.
  if (words.length > MAX_LENGTH) return [];
  const room = MAX_LENGTH - words.length - ARROW.length;
  const shown = reading.length <= room ? reading : `${reading.slice(0, room - 1).trimEnd()}…`;
  return [{ name: room < MIN_READING ? words : `${words}${ARROW}${shown}`, value: words }];
}

/** The ultimatum that was named; null also where it is hidden. */
async function namedUltimatum(
  { ultimatum }: SuggestionInput,
  { record }: Context,
): Promise<Ultimatum | null> {
  const number = numberIn(ultimatum ?? '');
  const known = number === null ? null : await record.ultimatum(number);
  return known?.hidden === null ? known : null;
}

/** The entry that is corrected, by its number. */
const entryNumber = ({ entry = '' }: SuggestionInput): number | null => {
  const digits = /\d+/.exec(entry)?.[0];
  return digits === undefined ? null : Number(digits);
};

/** Whose days they are, by the ultimatum and the other options that were typed so far. */
function zoneFor(
  { zone, issuer: issuers }: SuggestionInput,
  ultimatum: Ultimatum | null,
  context: Context,
): Promise<Result<ZoneChoice>> {
  return chooseZone({ typed: zone, ultimatum, issuers }, context);
}

/** When the words of a deadline were said: as typed, when the entry to correct was stated, else today. */
async function statedFor(given: SuggestionInput, zone: string, context: Context): Promise<Result<When>> {
  const { stated = '', ultimatum = '' } = given;
  if (stated.trim() !== '') {
    const moment = momentOf('stated', typedWords(stated), zone, context);
    return moment.ok ? ok(moment.value.when) : moment;
  }
  const [number, seq] = [numberIn(ultimatum), entryNumber(given)];
  const entries = number === null || seq === null ? [] : await context.record.entries(number);
  const corrected = entries.find((known) => known.seq === seq);
  return ok(corrected?.stated ?? dayOf(context.now, zone));
}

/** `Friday → end of Fri 8 Aug 2025, Washington, in 2 days`. */
export async function suggestDeadline(
  typed: string,
  given: SuggestionInput,
  context: Context,
): Promise<readonly Suggestion[]> {
  const words = typedWords(typed).trim();
  if (words === '') return [];
  const { suggestions } = context.words.ultimatum;
  const ultimatum = await namedUltimatum(given, context);
  const zone = await zoneFor(given, ultimatum, context);
  if (!zone.ok) return suggestReading(words, suggestions.badZone(given.zone ?? ''));
  const stated = await statedFor(given, zone.value.zone, context);
  if (!stated.ok) return suggestReading(words, suggestions.badStated);
  const inForce = deadlineBefore(ultimatum, stated.value, entryNumber(given));
  const result = readDeadline(words, readingContextOf(stated.value, zone.value, context, { inForce }));
  return suggestReading(words, plainText(readingSummary(context.words, result, context.now)));
}

/** How many days lie between now and a moment by the calendar of the zone: `today`, `2 days ago`. */
function distance(words: Words, { start }: When, zone: string, now: RecordInstant): string {
  const { suggestions } = words.ultimatum;
  const days = Math.round((Date.parse(localDate(start, zone)) - Date.parse(localDate(now, zone))) / DAY);
  if (days === 0) return start > now ? suggestions.laterToday : suggestions.today;
  if (days === -1) return suggestions.yesterday;
  if (days === 1) return suggestions.tomorrow;
  return days < 0 ? suggestions.daysAgo(-days) : suggestions.inDays(days);
}

/** `Mon 4 Aug 2025, 2 days ago`, with the time of day where it is known; `July 2025` as it is. */
function momentText(words: Words, when: When, zone: string, now: RecordInstant): string {
  const { suggestions } = words.ultimatum;
  const date = plainText(whenText(words, when, zone));
  if (!isDayKnown(when)) return date;
  const time = plainText(timeOfDay(words, when.start, zone));
  const shown = isInterval(when) ? date : suggestions.time(date, time, plainText(placeText(words, zone)));
  return suggestions.moment(shown, distance(words, when, zone, now));
}

/** `Monday → Mon 4 Aug 2025, 2 days ago`; with nothing typed yet, today and yesterday. */
export async function suggestMoment(
  typed: string,
  given: SuggestionInput,
  context: Context,
): Promise<readonly Suggestion[]> {
  const { now, words } = context;
  const zone = await zoneFor(given, await namedUltimatum(given, context), context);
  const spoken = typedWords(typed).trim();
  return (spoken === '' ? ['today', 'yesterday'] : [spoken]).flatMap((phrase) => {
    if (!zone.ok) return suggestReading(phrase, words.ultimatum.suggestions.badZone(given.zone ?? ''));
    const moment = readWords(phrase, zone.value.zone, context);
    const reading =
      moment.kind === 'read'
        ? momentText(words, moment.when, zone.value.zone, now)
        : plainText(faultText(words, moment.reason));
    return suggestReading(phrase, reading);
  });
}
