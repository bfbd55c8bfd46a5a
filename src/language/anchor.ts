/** When and where the words were said: what "Friday" and "in two days" are counted from. */
import type { Zone } from 'luxon';
import { localDay, type Day } from './calendar.js';
import type { Steps } from './steps.js';
import type { RecordInstant } from '../domain/instant.js';

/** In which order a date of three numbers is written; null where nobody said. */
export type DateOrder = 'day-month' | 'month-day' | null;

/** When and where it was said, in the local calendar of the words. */
export interface Anchor {
  /** ms UTC. */
  readonly at: RecordInstant;
  readonly zone: Zone;
  readonly today: Day;
  /** Seconds of the local day. */
  readonly seconds: number;
  /** Whether the hour of saying is known. */
  readonly clock: boolean;
  readonly order: DateOrder;
  /** Whether it looks back: the last Friday and not the next one. */
  readonly back: boolean;
  /** Counts the work. */
  readonly steps: Steps;
}

/** The anchor of an instant in a zone. */
export function anchorAt(
  at: RecordInstant,
  zone: Zone,
  rest: Pick<Anchor, 'clock' | 'order' | 'back' | 'steps'>,
): Anchor {
  const { day, seconds } = localDay(at, zone);
  return { at, zone, today: day, seconds, ...rest };
}
