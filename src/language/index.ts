import { DateTime } from 'luxon';
import type { Reading, ReadResult, ZoneOrigin } from '../domain/reading.js';
import { readingAt, readingOfDays, readingOfElapsed, type Said } from './build.js';
import { takeTime, type TimeOfDay } from './clock.js';
import { findDate, type Anchor } from './dates.js';
import { recognised } from './recognised.js';
import { knownNo, no, type Undated } from './refuse.js';
import { findRelative } from './relative.js';
import { oneDay, type Choice, type Days, type Found } from './span.js';
import { plainWords } from './words.js';
import { takeZone } from './zones.js';

export { describeReading } from './describe.js';
export { readMoment } from './moment.js';
export { findZone, suggestZones } from './zones.js';

/** When and where the words were said. */
export interface Saying {
  /** ms UTC. */
  readonly at: number;
  /** Whether the hour of saying is known; else only its day counts, and "within 48 hours" is a day. */
  readonly clock: boolean;
  /** IANA. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
}

/** Longer than any deadline ever stated; the rest would only cost time. */
const MAX_WORDS = 1000;
const MOST_CANDIDATES = 4;
const UNREAD = 'No date was recognised in these words.';

const BEFORE = /\b(?:before|prior to|ahead of)\b/;
const EFFECTIVE =
  /\b(?:starting|beginning|effective|as of|takes? effect|from)\b(?! (?:today|now|this|that|the date))/;
const OR_SOONER = /,?\s*\bor (?:sooner|earlier|before)\b/;

/** Ways to name a time that are not read yet: better refused than read in part, which would be silently wrong. */
const NOT_READ = [
  /\b(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th) last) (?!quarter)[a-z-]+(?: end)? (?:of|in|after)\b/,
  /\b(?:quarter|half|minutes) (?:past|to)\b|\band (?:a |an |1 )?half\b|\b\d{1,2}h\d{2}\b/,
  /\b(?:(?:days?|months?) from|after) (?:tomorrow|yesterday|(?:this |the )?next|(?!today)[a-z]+day)\b/,
  /\b(?:years?|months?) 1? ?\d* (?:months?|days?)\b|\b(?:twenty|thirty) (?:1|2|3|4|5|6|7|8|9|[a-z]+th|[a-z]+nd|[a-z]+st)\b/,
];

/** Reads a stated deadline. Total: any string gives a value (rules 1 to 7). Instants ms UTC, `latest` exclusive for days. */
export function readDeadline(words: string, saying: Saying): ReadResult {
  const whole = plainWords(words.slice(0, MAX_WORDS));
  const text = whole.replace(OR_SOONER, '');
  const stated = takeZone(text);
  const zone = stated?.zone ?? saying.zone;
  const base: Undated = { words, zone, zoneFrom: stated === null ? saying.zoneFrom : 'stated' };
  const refused = knownNo(text, base);
  if (refused !== null) return refused;
  if (NOT_READ.some((pattern) => pattern.test(text))) return no(base, 'unreadable', UNREAD);
  const said: Said = {
    ...base,
    bound: boundOf(text),
    orSooner: OR_SOONER.test(whole),
    assumed: stated?.assumed ?? [],
  };
  const anchor = { said: DateTime.fromMillis(saying.at, { zone }), clock: saying.clock };
  return notPast(read(stated?.rest ?? text, said, anchor), base, saying.at);
}

function boundOf(text: string): Said['bound'] {
  if (BEFORE.test(text)) return 'before';
  return EFFECTIVE.test(text) && !/\d+ (?:day|hour|week|month|year|minute)s? from\b/.test(text)
    ? 'effective'
    : 'by';
}

function read(text: string, said: Said, anchor: Anchor): ReadResult {
  const counted = countedFromDate(text, said, anchor);
  if (counted !== null) return counted;
  const { time, rest } = takeTime(text);
  const date = findDate(rest, anchor);
  if (date !== null) {
    const beside = findRelative(date.rest, anchor);
    return settle(said, date.found, time, beside !== null && counts(date.rest) ? [STATED_DATE] : []);
  }
  const found =
    findRelative(rest, anchor) ?? (time === null ? null : today(time, anchor)) ?? recognised(rest, anchor);
  return found === null ? no(said, 'unreadable', UNREAD) : settle(said, found, time, []);
}

const STATED_DATE = 'the date named holds, not the count of days beside it';
const counts = (text: string) => /\d+[ -](?:day|week|month|hour)s?\b/.test(text);

/** A time alone is today's, or tomorrow's where that is over. */
function today(time: TimeOfDay, { said }: Anchor): Days {
  const at = said.startOf('day').set({ hour: time.hour % 24, minute: time.minute });
  const over = time.hour < 24 && at <= said;
  return oneDay(
    over ? said.plus({ days: 1 }) : said,
    over ? ['that time was over, so it is the next day'] : [],
  );
}

/** "Ten days from 2400 GMT on 10 February": counted from the date named and not from the statement. */
function countedFromDate(text: string, said: Said, anchor: Anchor): ReadResult | null {
  const match = /^(.*\b\d+ (?:hour|day|week|month|year)s?) (?:from|after|following|of) (.+)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const { time, rest } = takeTime(match[2]);
  const start = findDate(rest, anchor)?.found;
  if (start?.kind !== 'days') return null;
  const from = time === null ? start.first : start.first.plus({ hours: time.hour, minutes: time.minute });
  const found = findRelative(match[1], { said: from, clock: time !== null });
  if (found === null) return null;
  const at = { hour: from.hour, minute: from.minute, second: 0, open: false, midnight: false, assumed: [] };
  return settle(said, found, time === null ? null : at, []);
}

/** Puts a day and a time together; what is left open becomes a question. */
function settle(said: Said, found: Found, time: TimeOfDay | null, assumed: readonly string[]): ReadResult {
  if (found.kind === 'elapsed') return { kind: 'read', reading: readingOfElapsed(said, found) };
  if (found.kind === 'choice') return chosen(said, found, time, assumed);
  if (time === null) {
    const reading = readingOfDays(said, found);
    return { kind: 'read', reading: { ...reading, assumed: [...reading.assumed, ...assumed] } };
  }
  const last = found.last;
  if (time.midnight && !isTonight(said)) {
    const both = [{ ...time, hour: 0 }, time].map((one) => readingAt(said, last, one, found.assumed));
    return ask(both, 'Midnight is the start of that day for some and its end for others.');
  }
  if (time.open) {
    const both = [time, { ...time, hour: time.hour + 12 }].map((one) =>
      readingAt(said, last, one, found.assumed),
    );
    return ask(both, 'Morning or evening was not said.');
  }
  return { kind: 'read', reading: readingAt(said, last, time, [...found.assumed, ...assumed]) };
}

/** "Midnight tonight", "by midnight": the end of the day of the statement. */
const isTonight = ({ words }: Said) =>
  /midnight (?:tonight|today)|^(?:by |until |at |before )?midnight(?:,? .* time)?$/i.test(words.trim());

function chosen(
  said: Said,
  { of, reason }: Choice,
  time: TimeOfDay | null,
  assumed: readonly string[],
): ReadResult {
  const readings = of.flatMap((days): readonly Reading[] => {
    const one = settle(said, days, time, assumed);
    return one.kind === 'read' ? [one.reading] : one.kind === 'ambiguous' ? one.candidates : [];
  });
  return ask(readings, reason);
}

function ask(candidates: readonly Reading[], reason: string): ReadResult {
  return { kind: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES), reason };
}

/** What was over when it was said is no deadline. */
function notPast(result: ReadResult, base: Undated, said: number): ReadResult {
  const over = (reading: Reading) => reading.latest !== null && reading.latest <= said;
  const past = () => no(base, 'past', 'That was over when it was said. Check the year, or when it was said.');
  if (result.kind === 'read') return over(result.reading) ? past() : result;
  if (result.kind !== 'ambiguous') return result;
  const left = result.candidates.filter((reading) => !over(reading));
  const [only, other] = left;
  if (only === undefined) return past();
  return other === undefined ? { kind: 'read', reading: only } : { ...result, candidates: left };
}
