/** What a post about a week says of one ultimatum: that it moved, passed or was closed. */
import { asRecordedBefore } from './as-of.js';
import type { RecordInstant } from './instant.js';
import type { Chain, Ultimatum, Version } from './ultimatum.js';
import { isMove } from './versions.js';
import { localTime } from './zone.js';

/** From `from` to before `on`, record's ms UTC. */
export interface WeekSpan {
  readonly from: RecordInstant;
  readonly on: RecordInstant;
}

/** A deadline that moved within a week: the one that stood before, and the one that stands after. */
export interface MoveInWeek {
  readonly before: Version;
  readonly after: Version;
}

/** The seven days of `zone` (IANA) that end at `on` (record's ms UTC). */
export const weekBefore = (on: RecordInstant, zone: string): WeekSpan => ({
  from: localTime(on, zone).minus({ days: 7 }).toMillis(),
  on,
});

export const isWithin = ({ from, on }: WeekSpan, instant: RecordInstant): boolean =>
  instant >= from && instant < on;

const recordedIn = ({ entries }: Ultimatum, week: WeekSpan, kinds: readonly string[]): boolean =>
  entries.some(({ event, recorded }) => kinds.includes(event.kind) && isWithin(week, recorded));

/** The moves of some targets that were recorded within the week. */
function movesOf({ versions }: Chain, { entries }: Ultimatum, week: WeekSpan): readonly number[] {
  const recorded = new Map(entries.map((entry) => [entry.seq, entry.recorded]));
  return versions.flatMap(({ entry, revision, reading }, index) => {
    const at = recorded.get(entry);
    const moved = isMove(versions[index - 1]?.reading ?? null, revision, reading);
    return moved && at !== undefined && isWithin(week, at) ? [index] : [];
  });
}

/** From the first to the last move within the week; of several targets that moved apart, the first. Null without any. */
export function movedIn(ultimatum: Ultimatum, week: WeekSpan): MoveInWeek | null {
  for (const chain of ultimatum.chains) {
    const moves = movesOf(chain, ultimatum, week);
    const [first, last] = [moves[0], moves.at(-1)];
    const before = first === undefined ? undefined : chain.versions[first - 1];
    const after = last === undefined ? undefined : chain.versions[last];
    if (before !== undefined && after !== undefined) return { before, after };
  }
  return null;
}

/** Whether it passed within the week and is not reviewed. */
export const passedIn = (ultimatum: Ultimatum, week: WeekSpan): boolean =>
  ultimatum.state === 'passed' && recordedIn(ultimatum, week, ['passed']);

const CLOSED: readonly string[] = ['resolved', 'withdrawn', 'superseded'];

/** Whether it was resolved, withdrawn or replaced within the week. */
export const closedIn = (ultimatum: Ultimatum, week: WeekSpan): boolean =>
  CLOSED.includes(ultimatum.state) && recordedIn(ultimatum, week, ['outcome', 'withdrawn', 'superseded']);

const datesOf = ({ reading: { earliest, latest, bound, precision } }: Version) => [
  earliest,
  latest,
  bound,
  precision,
];

/** What the post about a week claims of an ultimatum, with the corrections of today: equal texts for equal claims. */
export function weekClaim({ entries }: Ultimatum, week: WeekSpan): string {
  const then = asRecordedBefore(entries, week.on);
  if (then === null) return '';
  const moved = movedIn(then, week);
  return JSON.stringify([
    moved === null ? null : [datesOf(moved.before), datesOf(moved.after)],
    passedIn(then, week) ? then.versions.at(-1)?.reading.latest : null,
    closedIn(then, week) ? then.headline : null,
  ]);
}
