/** Counts and words that are tied to an event: "72 hours after acceptance", "when the talks fail" (rules 12). */
import type { Assumption } from '../domain/reading-facts.js';
import type { Reading, ReadResult } from '../domain/reading.js';
import { anchorAt } from './anchor.js';
import { isoDay, zoneNamed } from './calendar.js';
import { AWAITED, EVENT_END } from './lexicon/events.js';
import type { NormalizedText } from './normalized-text.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { readPhrase, withoutPast, type PhraseResult } from './read-phrase.js';
import { undatedReading } from './refuse.js';
import { ambiguous } from './resolve-reading.js';

/** What leads from a count to the event it is counted from. */
const LINK = /^(?:of|from|after|following|effective|once|upon|when)$/;
/** May stand between that and the event. */
const BESIDE = /^(?:of|the|its|their|his|her|this|an?|any|such|la|le|el|los|las)$/;
/** Leads to a whole clause, which is kept as it is. */
const CLAUSE = /^(?:when|once)$/;
const NAME = /^_?[\p{L}'-]+$/u;
/** An event in UTF-16 units: longer is a story. */
const MOST_EVENT = 120;

/** The event at the beginning of a text, to the end of its clause. */
const clauseOf = (text: string): string => {
  const whole = text.slice(0, MOST_EVENT);
  const end = whole.search(EVENT_END);
  return (end === -1 ? whole : whole.slice(0, end)).trim();
};

/** Where the event begins behind the link at `link`: a clause is kept whole, a name without its article. */
function eventIndex(link: number, wordAt: (index: number) => string): number {
  const clause = [link, link + 1].findLast((place) => CLAUSE.test(wordAt(place)));
  if (clause !== undefined) return clause + 1;
  let index = link + 1;
  while (index < link + 4 && BESIDE.test(wordAt(index))) index += 1;
  return index;
}

/** "Within 30 days of receipt": the event that a count is counted from, where the words give that no date. */
export function eventOf(
  { count, base, days, instant }: Phrase,
  { words, written }: NormalizedText,
): string | null {
  if (count === null || base !== null || instant !== null || days.length > 0) return null;
  const wordAt = (index: number) => words[index]?.word ?? '';
  const link = wordAt(count.end);
  const within = count.count.open || /^(?:in|within)$/.test(wordAt(count.start));
  if (!LINK.test(link) || (link === 'of' && !within)) return null;
  const index = eventIndex(count.end, wordAt);
  const first = words[index];
  if (first === undefined || !NAME.test(first.word)) return null;
  const event = clauseOf(written.slice(first.start));
  return event === '' ? null : event;
}

/** A day that the calendar does not know, or not by that name: "polling day", "the 20th prox.", "Diwali". */
const UNKNOWN_DAY =
  /^,? on (?:the )?(?<day>(?:day|eve|morning) of [^,.;:!?]{2,60}|\d{1,2}(?:st|nd|rd|th) \p{L}+|\p{Ll}[\p{L}-]* day|(?:Diwali|Holi|Eid|Nowruz|Vesak|Songkran|Navratri|Dussehra)\p{L}*)(?!\p{L})/u;

/** "By noon on polling day": the day that a time without one is said to be of; null where there is none such. */
export function unknownDayOf(
  { time, days, count, base, instant, end }: Phrase,
  { words, written }: NormalizedText,
): string | null {
  if (time === null || count !== null || base !== null || instant !== null || days.length > 0) return null;
  const from = words[end - 1]?.end ?? written.length;
  return UNKNOWN_DAY.exec(written.slice(from, from + MOST_EVENT))?.groups?.['day'] ?? null;
}

/** What words such as "when the talks fail" wait for; null where they name nothing. */
export function awaitedEvent(words: string): string | null {
  const found = AWAITED.exec(words.trim());
  const event = found === null ? '' : clauseOf(words.trim().slice(found.index + found[0].length));
  return event === '' ? null : event;
}

/** The reading of a count as a question: from the statement it is no more than a guess, and it may have no date yet. */
export function withUnknownEvent(result: ReadResult, event: string): ReadResult {
  if (result.kind !== 'read') return result;
  return ambiguous(
    [result.reading, { ...undatedReading(result.reading, 'none'), event: { what: event, counted: true } }],
    {
      kind: 'event',
      event,
    },
  );
}

/** The phrase counted from its event, where that has a date; null where it has none. */
export function countedFromEvent(phrase: Phrase, event: string, input: ReadInput): PhraseResult | null {
  const { context, steps, order, words } = input;
  const { event: happened, zone, zoneFrom } = context;
  const known = zoneNamed(phrase.zone?.zone ?? zone);
  if (happened === undefined || known === null) return null;
  const read = readPhrase(phrase, { ...input, context: { ...context, ...happened } });
  if (read === null) return null;
  const { today, seconds } = anchorAt(happened.at, known, {
    clock: happened.clock,
    order,
    back: false,
    steps,
  });
  const from: Assumption = {
    kind: 'event-dated',
    event,
    from: isoDay(today),
    time: happened.clock ? seconds : null,
  };
  const counted = (reading: Reading): Reading => ({ ...reading, assumed: [...reading.assumed, from] });
  const { result } = read;
  const said =
    result.kind === 'read'
      ? ({ kind: 'read', reading: counted(result.reading) } as const)
      : result.kind === 'ambiguous'
        ? { ...result, candidates: result.candidates.map(counted) }
        : result;
  return { ...read, result: withoutPast(said, { words, zone, zoneFrom }, context.at) };
}
