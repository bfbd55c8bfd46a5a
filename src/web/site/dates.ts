/** Dates for machines: the `datetime` of a deadline, as precise as it was stated. */
import type { DatedReading } from '../../domain/reading.js';
import { localTime } from '../../domain/zone.js';
import type { Text } from '../../wording/parts.js';
import { namedInstant } from '../../wording/dates.js';
import { html, say, type Html } from '../markup.js';

/** `2025-09-02`, `2025-09`, or an instant in UTC where an hour was named. */
function machineDate(reading: DatedReading): string {
  const named = namedInstant(reading);
  if (reading.precision === 'instant') return new Date(named).toISOString();
  return localTime(named, reading.zone).toFormat(reading.precision === 'month' ? 'yyyy-MM' : 'yyyy-MM-dd');
}

/** The date of a deadline; the script adds the reader's own time where an hour was named. */
export function dateElement(reading: DatedReading, text: Text): Html {
  const kind = reading.precision === 'instant' ? 'at' : 'on';
  return html`<time class="${kind}" datetime="${machineDate(reading)}">${say(text)}</time>`;
}
