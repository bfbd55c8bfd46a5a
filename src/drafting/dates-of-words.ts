/** Every date that words of a deadline can mean, read as they were said. */
import type { Context } from '../discord/command.js';
import type { DatedReading, Reading } from '../domain/reading.js';
import type { When } from '../domain/when.js';
import { readDeadline } from '../language/index.js';
import { readingContextOf } from './moment.js';
import type { ZoneChoice } from './zone.js';

/** The readings of `words` said at `stated`, counted from `inForce` where they add to it; none where they name no date. */
export function datesOf(
  words: string,
  stated: When,
  zone: ZoneChoice,
  inForce: DatedReading | null,
  context: Context,
): readonly Reading[] {
  const result = readDeadline(words, readingContextOf(stated, zone, context, { inForce }));
  if (result.kind === 'read') return [result.reading];
  return result.kind === 'not-a-deadline' ? [] : result.candidates;
}
