/** A person's words between the quotation marks of the language. */
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { quotesInPart, typed, typedQuote } from './typed.js';

/**
 * At most `max` characters. Marks that were typed around the words are not doubled; words that were quoted in part stay
 * as they were typed.
 */
export function quotation({ names }: Words, text: string, max: number): Text {
  if (quotesInPart(text)) return [typed(text, max)];
  return names.quotation(typedQuote(text, max));
}
