import { DateTime } from 'luxon';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';

const ZONE = 'America/New_York';
/** Wednesday 6 August 2025, 18:00 in Washington. */
export const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: ZONE,
  zoneFrom: 'issuer',
};

/** Where each reading ends, in local time: a date where it ends with the day; `no date` for one without. */
export function ends(words: string): string {
  const result = readDeadline(words, SAID);
  if (result.kind === 'not-a-deadline') return result.why;
  return (result.kind === 'read' ? [result.reading] : result.candidates)
    .map(({ latest, precision }) => {
      if (latest === null) return 'no date';
      const at = DateTime.fromMillis(latest, { zone: ZONE });
      const whole = precision !== 'instant' && at.hour === 0 && at.minute === 0;
      return whole ? at.minus(1).toISODate() : at.toFormat("yyyy-MM-dd'T'HH:mm");
    })
    .join(' or ');
}
