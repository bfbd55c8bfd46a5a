/** What a reading says in English, as plain text. */
import { plainText } from '../../src/wording/plain-text.js';
import type { ReadResult } from '../../src/domain/reading.js';
import { english } from '../../src/wording/index.js';
import {
  ambiguityText,
  assumptionsText,
  noDeadlineText,
  readingSummary,
} from '../../src/wording/readings.js';

/** `end of Fri 8 Aug 2025, Washington, in 2 days`; `now` in ms UTC. */
export const summaryOf = (result: ReadResult, now: number): string =>
  plainText(readingSummary(english, result, now));

/** What was assumed, or why it is a question; why it is none for words that are no deadline. */
export function reasonOf(result: ReadResult): string {
  if (result.kind === 'read') return plainText(assumptionsText(english, result.reading));
  const text =
    result.kind === 'ambiguous'
      ? ambiguityText(english, result.reason)
      : noDeadlineText(english, result.reason);
  return plainText(text);
}
