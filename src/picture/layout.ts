/** Where things stand in a picture: its size, its margins, and the line of time. */
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';
import type { Ultimatum, Version } from '../domain/ultimatum.js';

export const WIDTH = 1200;
export const HEIGHT = 630;
/** The margins of all texts. */
export const LEFT = 70;
export const RIGHT = 1130;
/** The line that the letters at the foot stand on. */
export const FOOT_Y = 602;

export const COLORS = {
  ground: '#fff',
  ink: '#15181d',
  soft: '#4f5661',
  accent: '#00566b',
  rule: '#c9ced6',
  band: '#dce8ec',
} as const;

/** A part of the picture, px. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A deadline on the line of time; places in px. */
export interface PictureLane {
  readonly version: Version;
  readonly y: number;
  /** Where it was stated, and until when it was in force. */
  readonly from: number;
  readonly until: number;
  /** The box: as wide as the words were. */
  readonly left: number;
  readonly right: number;
  readonly mark: 'replaced' | 'over' | 'running';
  /** The numbers of the deadlines that took its place: several where the targets went apart. */
  readonly to: readonly number[];
}

const NARROWEST = 16;

/** The first and the last instant that are shown; now only where it is not far from them. */
function rangeOf(versions: readonly Version[], now: RecordInstant) {
  const from = Math.min(...versions.map(({ stated, reading }) => Math.min(stated.start, reading.latest)));
  const to = Math.max(
    ...versions.map(({ stated, reading }) => Math.max(stated.start, reading.latest)),
    from + DAY,
  );
  const near = now > to && now <= to + (to - from) / 4;
  return { from, to: near ? now : to };
}

/** Until when a deadline was in force: the next one, its own end, or now. */
function endOf({ became, reading }: Version, now: RecordInstant): RecordInstant {
  const [ended] = became.flatMap((outcome) => ('stated' in outcome ? [outcome.stated.start] : []));
  return Math.min(reading.latest, ended ?? now);
}

function markOf({ became }: Version): PictureLane['mark'] {
  const over = became.some(
    (outcome) => outcome.kind === 'resolved' || (outcome.kind === 'passed' && !outcome.lifted),
  );
  if (over) return 'over';
  return became.length === 0 ? 'running' : 'replaced';
}

/** One lane for each of `shown`, at the places `ys`; the line of time holds all of `versions`. */
export function lanesOf(
  { versions }: Pick<Ultimatum, 'versions'>,
  shown: readonly { readonly version: Version; readonly y: number }[],
  { left, right }: Area,
  now: RecordInstant,
): readonly PictureLane[] {
  const { from, to } = rangeOf(versions, now);
  const x = (instant: RecordInstant) =>
    left + ((right - left) * (Math.min(Math.max(instant, from), to) - from)) / (to - from);
  return shown.map(({ version, y }) => {
    const { reading, stated, became } = version;
    const open = reading.openBeginning || reading.precision === 'instant' || reading.bound !== 'by';
    const end = x(reading.latest);
    const begin = open ? end : Math.max(x(reading.earliest), left);
    const wide = Math.max(end - begin, NARROWEST);
    const middle = (begin + end) / 2;
    return {
      version,
      y,
      from: x(stated.start),
      until: x(endOf(version, now)),
      left: middle - wide / 2,
      right: middle + wide / 2,
      mark: markOf(version),
      to: became.flatMap((outcome) => ('to' in outcome ? [outcome.to] : [])),
    };
  });
}
