/** When something was said or done: an instant or a day in a zone. */
import { localTime } from './zone.js';
import type { RecordInstant } from './instant.js';

export { isZone } from './zone.js';

/**
 * When something was said or done: an interval of integer ms UTC. An instant has `start === end`; a day in the
 * issuer's zone has an exclusive `end`. In doubt the earlier reading, `start`, holds (rules 2).
 */
export interface When {
  readonly start: RecordInstant;
  readonly end: RecordInstant;
}

/** An instant, ms UTC, as an interval without length. */
export function at(instant: RecordInstant): When {
  return { start: instant, end: instant };
}

/** Whether only the day is known. */
export function isDay(when: When): boolean {
  return when.end > when.start;
}

/** The local day in `zone` that holds `instant`, its end exclusive. */
export function dayOf(instant: RecordInstant, zone: string): When {
  const start = localTime(instant, zone).startOf('day');
  return { start: start.toMillis(), end: start.plus({ days: 1 }).startOf('day').toMillis() };
}

/** The local date `YYYY-MM-DD` of `instant` in `zone`. */
export function localDate(instant: RecordInstant, zone: string): string {
  return localTime(instant, zone).toFormat('yyyy-MM-dd');
}
