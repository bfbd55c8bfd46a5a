/** When the event of a deadline begins and ends. */
import { HOUR } from './durations.js';
import type { RecordInstant } from './instant.js';
import type { DatedReading } from './reading.js';
import { standing } from './standing.js';
import type { Ultimatum } from './ultimatum.js';
import { localTime } from './zone.js';

/** Both in ms UTC of the record's clock; `ends` is exclusive. */
export interface EventTimes {
  readonly starts: RecordInstant;
  readonly ends: RecordInstant;
}

/** An instant lasts an hour; of a day, a window or a month it is the last day, from midnight to midnight in its zone. */
function timesOf({ precision, latest, zone }: DatedReading): EventTimes {
  if (precision === 'instant') return { starts: latest, ends: latest + HOUR };
  return {
    starts: localTime(latest - 1, zone)
      .startOf('day')
      .toMillis(),
    ends: latest,
  };
}

/** The event of the nearest deadline that runs and is not over by `now`; null where there is none, or all is hidden. */
export function eventTimes(ultimatum: Ultimatum, now: RecordInstant): EventTimes | null {
  const running = standing(ultimatum, 'open').filter(({ reading }) => reading.latest > now);
  const [nearest] = running.toSorted((a, b) => a.reading.latest - b.reading.latest);
  return nearest === undefined ? null : timesOf(nearest.reading);
}
