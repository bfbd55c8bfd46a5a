/** One time told by two clocks: "10 a.m. (0800 GMT) on Monday". The first holds; where the two disagree it is asked. */
import type { Reading, ReadResult } from '../domain/reading.js';
import { DAY, HOUR, MINUTE } from '../domain/durations.js';
import { anchorAt, type Anchor } from './anchor.js';
import { instantOf, localDay, zoneNamed, type Day } from './calendar.js';
import type { Phrase, SecondClock } from './phrase.js';
import { ambiguous } from './resolve-reading.js';
import { spansOf } from './span.js';

const DAY_SECONDS = 86_400;
/** Clocks of the world are at most so far behind and ahead of UTC. */
const BEHIND = 12 * HOUR;
const AHEAD = 14 * HOUR;
const QUARTER = HOUR / 4;

/** Whether the clock shows the time at an instant (ms UTC). */
function shows({ time, zone, days }: SecondClock, at: number, anchor: Anchor): boolean {
  const there = zoneNamed(zone.zone);
  if (there === null) return false;
  const { seconds, day } = localDay(at, there);
  const wanted = time.time.seconds % DAY_SECONDS;
  const half = DAY_SECONDS / 2;
  const same = time.time.open ? seconds % half === wanted % half : seconds === wanted;
  if (!same || days === null) return same;
  const named = days.resolve(anchorAt(anchor.at, there, anchor));
  const ends = time.time.midnight ? [day, day - 1] : [day];
  return named !== null && spansOf(named).some(({ last }) => ends.includes(last));
}

/** Whether some place on earth reads its clock so far from UTC. */
const isPlace = (offset: number): boolean => offset >= -BEHIND && offset <= AHEAD && offset % QUARTER === 0;

/**
 * The instant of the second clock that lies nearest to the first reading; null where there is none. `anyPlace`: the first is
 * the clock of a place that the words don't name, so that it may be as far off as some place is.
 */
function instantThere(
  { time, zone, days }: SecondClock,
  at: number,
  anchor: Anchor,
  anyPlace: boolean,
): number | null {
  const there = zoneNamed(zone.zone);
  if (there === null) return null;
  const named = days?.resolve(anchorAt(anchor.at, there, anchor)) ?? null;
  const near = localDay(at, there).day;
  const all: readonly Day[] =
    named === null ? [near - 1, near, near + 1] : spansOf(named).map(({ last }) => last);
  const local = at + anchor.zone.offset(at) * MINUTE;
  const instants = all.map((day) => instantOf(day, time.time.seconds, there));
  const likely = instants.filter((instant) => anyPlace && isPlace(local - instant));
  const sorted = (likely.length > 0 ? likely : instants).toSorted(
    (a, b) => Math.abs(a - at) - Math.abs(b - at),
  );
  return sorted[0] ?? null;
}

const withInstant = (reading: Reading, at: number, edtf: string): Reading => ({
  ...reading,
  earliest: at,
  latest: at,
  edtf,
});

/** A result with the readings on which both clocks of the phrase agree; a question where none does. */
export function agreeingClocks(result: ReadResult, phrase: Phrase, anchor: Anchor): ReadResult {
  const [clock] = phrase.clocks;
  if (clock === undefined || result.kind === 'not-a-deadline') return result;
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  const fitting = readings.filter(({ latest }) => latest !== null && shows(clock, latest, anchor));
  const [only, more] = fitting;
  if (only !== undefined)
    return more === undefined ? { kind: 'read', reading: only } : ambiguous(fitting, { kind: 'two-clocks' });
  const [first] = readings;
  if (first === undefined || first.latest === null) return result;
  const there = instantThere(clock, first.latest, anchor, phrase.zone === null);
  if (there === null || Math.abs(there - first.latest) > DAY) return result;
  const utc = first.latest + anchor.zone.offset(first.latest) * MINUTE - there;
  const edtf = `${new Date(there).toISOString().slice(0, 19)}Z`;
  const second = withInstant(first, there, edtf);
  // The hour of some place that the words don't name: the other clock says which moment it is.
  if (phrase.zone === null && isPlace(utc))
    return { kind: 'read', reading: { ...second, zone: clock.zone.zone, zoneFrom: 'stated' } };
  return ambiguous([first, second, ...readings.slice(1)], { kind: 'two-clocks' });
}
