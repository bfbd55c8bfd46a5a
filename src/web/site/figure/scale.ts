/** The line of time of a picture: from instants to places in per cent, and the marks of its axis. */
import { DAY } from '../../../domain/durations.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { localTime } from '../../../domain/zone.js';
import type { TickUnit } from '../../../wording/pages/figure.js';

/** Room left and right of the first and the last instant, per cent. */
const MARGIN = 3;
const MOST_TICKS = 9;

export interface Scale {
  /** Where an instant (ms UTC) lies, per cent from the left. */
  readonly x: (instant: RecordInstant) => number;
  readonly ticks: readonly { readonly at: RecordInstant; readonly unit: TickUnit }[];
}

type TickStep = readonly [unit: TickUnit, count: number, days: number];

const STEPS: readonly TickStep[] = [
  ['day', 1, 1],
  ['day', 2, 2],
  ['day', 7, 7],
  ['day', 14, 14],
  ['month', 1, 30],
  ['month', 3, 91],
  ['month', 6, 182],
  ['year', 1, 365],
  ['year', 2, 730],
  ['year', 5, 1826],
  ['year', 20, 7305],
  ['year', 100, 36_525],
];
const RAREST: TickStep = ['year', 1000, 365_250];

function ticksOf(from: RecordInstant, to: RecordInstant, zone: string): Scale['ticks'] {
  const days = (to - from) / DAY;
  const [unit, count] = STEPS.find(([, , length]) => days / length < MOST_TICKS) ?? RAREST;
  const ticks: { at: RecordInstant; unit: TickUnit }[] = [];
  let next = localTime(from, zone).startOf(unit);
  while (next.toMillis() <= to && ticks.length < MOST_TICKS) {
    if (next.toMillis() >= from) ticks.push({ at: next.toMillis(), unit });
    next = next.plus({ [unit]: count });
  }
  return ticks;
}

/** A line that holds both instants (ms UTC); its marks begin days, months or years of `zone`. */
export function scaleOf(from: RecordInstant, to: RecordInstant, zone: string): Scale {
  const length = Math.max(to - from, DAY);
  const x = (instant: RecordInstant) =>
    Math.round((MARGIN + ((100 - 2 * MARGIN) * (instant - from)) / length) * 100) / 100;
  return { x, ticks: ticksOf(from, from + length, zone) };
}
