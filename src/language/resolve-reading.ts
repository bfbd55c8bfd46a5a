/** From a phrase to a reading, or to a question with several readings. */
import type { AmbiguityReason, Assumption } from '../domain/reading-facts.js';
import type { Reading, ReadResult } from '../domain/reading.js';
import type { Anchor } from './anchor.js';
import { instantAt, readingOfDays, readingOfInstants, type ReadingFrame } from './build.js';
import { instantOf, type Day } from './calendar.js';
import type { Phrase } from './phrase.js';
import { phraseTimeOf } from './resolve.js';
import { exchangeTimes } from './rules/usual-times.js';
import { spansOf, type DaySpan, type TimeOfDay } from './span.js';

const MOST_CANDIDATES = 4;

interface PossibleReadings {
  readonly readings: readonly Reading[];
  /** Why there is more than one; null where there is one. */
  readonly reason: AmbiguityReason | null;
}

export const ambiguous = (
  candidates: readonly Reading[],
  reason: AmbiguityReason,
): Extract<ReadResult, { kind: 'ambiguous' }> => ({
  kind: 'ambiguous',
  candidates: candidates.slice(0, MOST_CANDIDATES),
  reason,
});

const EVENING = 12 * 3600;
const EVENING_MEANT: Assumption = { kind: 'evening' };
const SEVERAL: AmbiguityReason = { kind: 'several-readings' };
const HALF_OF_DAY: AmbiguityReason = { kind: 'half-of-day' };

/** The times that an open one may be: morning or evening, the start or the end of a day. */
function possibleTimes(
  time: TimeOfDay,
  phrase: Phrase,
  isOver: boolean,
): { readonly of: readonly TimeOfDay[]; readonly reason: AmbiguityReason | null } {
  if (time.midnight && !isTonight(phrase)) {
    return {
      of: [{ ...time, seconds: 0 }, time],
      reason: { kind: 'midnight' },
    };
  }
  const { part } = phrase;
  if (time.evening === true && part !== null && part.part.name !== 'morning')
    return { of: [{ ...time, seconds: time.seconds + EVENING }], reason: null };
  if (time.evening === true && part === null && isOver)
    return { of: [{ ...inTheEvening(time), assumed: [...time.assumed, EVENING_MEANT] }], reason: null };
  if (!time.open) return { of: [time], reason: null };
  const evening = { ...time, seconds: time.seconds + EVENING };
  if (part !== null) return { of: [part.part.name === 'morning' ? time : evening], reason: null };
  return { of: [time, evening], reason: HALF_OF_DAY };
}

/** "Midnight tonight", "by midnight": the end of the day of the statement. */
const isTonight = ({ days, part }: Phrase) =>
  days.length === 0 || part?.today === true || (part?.part.name === 'night' && days.length === 0);

function atTimes(frame: ReadingFrame, days: DaySpan, phrase: Phrase, anchor: Anchor): PossibleReadings {
  const { time, toTime, part } = phrase;
  const day: Day = days.last;
  if (time === null) {
    if (part === null) return { readings: [readingOfDays(frame, days, anchor)], reason: null };
    const [from, to] = [part.part.from, part.part.to].map((seconds) => instantOf(day, seconds, anchor.zone));
    const { name, ...hours } = part.part;
    const assumed = [...days.assumed, { kind: 'part-of-day', part: name, ...hours } as const];
    // "Before lunch on Friday" is over when that begins.
    const begin = frame.bound === 'before' ? from : null;
    const ends = [begin ?? from ?? 0, begin ?? to ?? 0] as const;
    return { readings: [readingOfInstants(frame, ...ends, anchor, false, assumed)], reason: null };
  }
  if (toTime !== null) return timeWindows(frame, days, timeRanges(time.time, toTime, phrase), anchor);
  // "5:30 today", said at ten: the morning's is over.
  const isOver = day === anchor.today && time.time.seconds <= anchor.seconds;
  const exchange = exchangeTimes(time.time, anchor.zone.name);
  const { of, reason } =
    exchange === null
      ? possibleTimes(time.time, phrase, isOver)
      : { of: exchange, reason: exchange.length > 1 ? SEVERAL : null };
  const readings = of.map((possible) => {
    const { at, assumed } = instantAt(day, possible, anchor);
    return readingOfInstants(frame, at, at, anchor, false, [...days.assumed, ...assumed]);
  });
  return { readings, reason };
}

type TimeRange = readonly [TimeOfDay, TimeOfDay];

const inTheEvening = (time: TimeOfDay): TimeOfDay => ({
  ...time,
  seconds: time.seconds + EVENING,
  open: false,
});
/** Whether it may be of the evening as well. */
const mayBeEvening = ({ open, evening, seconds }: TimeOfDay) =>
  (open || evening === true) && seconds < EVENING;

/** Both times of a range, of the morning or the evening as their order and the words beside them say. */
function timeRanges(from: TimeOfDay, to: TimeOfDay, { part }: Phrase): readonly TimeRange[] {
  const late = part !== null && part.part.name !== 'morning';
  if (late && mayBeEvening(to)) return [[mayBeEvening(from) ? inTheEvening(from) : from, inTheEvening(to)]];
  const ends =
    mayBeEvening(to) && to.seconds <= from.seconds && to.seconds + EVENING > from.seconds
      ? inTheEvening(to)
      : to;
  if (from.open && to.open && part === null && ends === to)
    return [
      [from, to],
      [inTheEvening(from), inTheEvening(to)],
    ];
  const begins =
    from.open && ends.seconds >= EVENING && from.seconds + EVENING <= ends.seconds
      ? inTheEvening(from)
      : from;
  return [[begins, ends]];
}

/** A window of times; an end before its beginning is that of the next day. */
function timeWindows(
  frame: ReadingFrame,
  { last, assumed }: DaySpan,
  both: readonly TimeRange[],
  anchor: Anchor,
): PossibleReadings {
  const readings = both.map(([first, end]) => {
    const [from, to] = [instantAt(last, first, anchor), instantAt(last, end, anchor)];
    const after = to.at < from.at ? instantAt(last + 1, end, anchor) : to;
    return readingOfInstants(frame, from.at, after.at, anchor, false, [...assumed, ...after.assumed]);
  });
  return { readings, reason: readings.length > 1 ? HALF_OF_DAY : null };
}

/** From the beginning of one reading to the end of the other; of an open end what comes after the beginning. */
function resolveRange(phrase: Phrase, till: Phrase, frame: ReadingFrame, anchor: Anchor): ReadResult | null {
  const range = { ...frame, bound: 'by' } as const;
  const [begin, end] = [
    resolveReading({ ...phrase, till: null }, range, anchor),
    resolveReading(till, range, anchor),
  ];
  if (begin?.kind !== 'read' || end === null || end.kind === 'not-a-deadline') return end;
  const from = begin.reading.latest ?? 0;
  const ends = (end.kind === 'read' ? [end.reading] : end.candidates).filter(
    ({ latest }) => (latest ?? 0) > from,
  );
  const windows = ends.map(({ latest, assumed }) =>
    readingOfInstants(range, from, latest ?? from, anchor, false, assumed),
  );
  const [only] = windows;
  if (only === undefined) return end;
  return windows.length === 1 || end.kind === 'read'
    ? { kind: 'read', reading: only }
    : ambiguous(windows, end.reason);
}

/** The reading, or the question, that a phrase comes to; null where it names no day. */
export function resolveReading(phrase: Phrase, frame: ReadingFrame, anchor: Anchor): ReadResult | null {
  if (phrase.till !== null) return resolveRange(phrase, phrase.till, frame, anchor);
  const when = phraseTimeOf(phrase, anchor);
  if (when === null) return null;
  if (when.kind === 'elapsed') {
    const { from, to, open, assumed } = when;
    return { kind: 'read', reading: readingOfInstants(frame, from, to, anchor, open, assumed) };
  }
  const days = spansOf(when.interpretation);
  const asked = days.map((span) =>
    atTimes(frame, { ...span, assumed: [...span.assumed, ...when.assumed] }, phrase, anchor),
  );
  const exact = days.flatMap((span) => atStatementHour(frame, span, phrase, anchor));
  const readings = distinct([...asked.flatMap((span) => span.readings), ...exact]);
  const [only] = readings;
  if (only === undefined) return null;
  if (readings.length === 1) return { kind: 'read', reading: only };
  const reasons = [
    when.interpretation.kind === 'choice' ? when.interpretation.reason : null,
    ...asked.map((span) => span.reason),
  ];
  return ambiguous(readings, reasons.find((reason) => reason !== null) ?? { kind: 'several-readings' });
}

/** "5 days from now": the day, and the very hour of the statement on it. */
function atStatementHour(
  frame: ReadingFrame,
  { last }: DaySpan,
  { count, base, time }: Phrase,
  anchor: Anchor,
): readonly Reading[] {
  const same = JSON.stringify(count?.count.low) === JSON.stringify(count?.count.high);
  if (count?.count.exact !== true || !same || base !== null || time !== null || !anchor.clock) return [];
  const at = instantOf(last, anchor.seconds, anchor.zone);
  return [readingOfInstants(frame, at, at, anchor, count.count.open, [])];
}

const distinct = (readings: readonly Reading[]): readonly Reading[] => [
  ...new Map(readings.map((reading) => [`${reading.earliest} ${reading.latest}`, reading])).values(),
];
