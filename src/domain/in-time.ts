/** What is in time and what is late (rules 1). */
import type { DatedReading } from './reading.js';
import type { When } from './when.js';

/** Whether `latest` is no part of the deadline any more (rules 1). */
export function isExclusive(reading: DatedReading): boolean {
  return reading.precision !== 'instant' || reading.bound === 'before';
}

/** Whether something done at `done` was in time; in doubt the earlier reading holds (rules 1, 2). */
export function inTime(done: When, reading: DatedReading): boolean {
  if (done.start < reading.latest) return true;
  return done.start === reading.latest && !isExclusive(reading);
}
