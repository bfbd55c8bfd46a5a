/** A person's words between the quotation marks of the language. */
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { typedQuote } from './typed.js';

/** At most `max` characters; marks that were typed around the words are not doubled. */
export function quotation({ names }: Words, text: string, max: number): Text {
  return names.quotation(typedQuote(text, max));
}
