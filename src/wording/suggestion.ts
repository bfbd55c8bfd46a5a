/** Suggestions while someone types: names and ultimatums, each at most 100 characters, as Discord counts. */
import { cleanLine } from '../domain/clean.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { clipped } from './typed.js';
import type { Words } from './index.js';

const LONGEST_SUGGESTION = 100;

/** Cut between characters, to at most `length` UTF-16 units. */
function cutToUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  let points = length;
  while (points > 0 && clipped(text, points).length > length) points -= 1;
  return clipped(text, points);
}

interface Sides {
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
}

/** The names that fit, one at least, then how many more there are. */
function targetsIn({ names: say }: Words, targets: readonly string[], space: number): string {
  for (let count = targets.length; count > 1; count -= 1) {
    const text = say.suggestedTargets(targets.slice(0, count), targets.length - count);
    if (text.length <= space) return text;
  }
  const [first = ''] = targets;
  const more = Math.max(0, targets.length - 1);
  const others = say.suggestedTargets([''], more).length;
  return say.suggestedTargets([cutToUnits(first, space - others)], more);
}

/**
 * An ultimatum as a suggestion: `U-12 Donald Trump to Russia`. The number, the issuer and the targets are all seen,
 * however long the names are: each side has half of the space, and what one side leaves over is the other's.
 */
export function suggestionText(words: Words, number: number, { issuers, targets }: Sides): string {
  const { suggestion } = words.names;
  const subject = ultimatumId(number);
  const from = words.names.suggestedTargets(issuers.map(cleanLine), 0);
  const to = targets.map(cleanLine);
  const space = LONGEST_SUGGESTION - suggestion(subject, '', '').length;
  const all = words.names.suggestedTargets(to, 0);
  const sender = cutToUnits(from, Math.max(Math.floor(space / 2), space - all.length));
  return suggestion(subject, sender, targetsIn(words, to, space - sender.length));
}

/** Whole names for suggestions, cleaned: one that could only come back cut would be another name, and is left out. */
export function nameSuggestions(names: readonly string[], before = '') {
  const whole = names.map((name) => `${before}${cleanLine(name)}`);
  return [...new Set(whole)]
    .filter((name) => name.length <= LONGEST_SUGGESTION && name !== before)
    .map((name) => ({ name, value: name }));
}
