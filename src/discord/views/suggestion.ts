import { subjectOf } from './about.js';
import { cut, plain } from './text.js';

/** As long as a suggestion may be, counted as Discord's client counts. */
const LONGEST_SUGGESTION = 100;

/** Cut between characters, to at most `length` UTF-16 units. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  let points = length;
  while (points > 0 && cut(text, points).length > length) points -= 1;
  return cut(text, points);
}

interface Sides {
  readonly issuer: string;
  readonly targets: readonly string[];
}

/** The names that fit, one at least, then how many more there are. */
function namesIn(names: readonly string[], room: number): string {
  for (let count = names.length; count > 1; count -= 1) {
    const more = names.length - count;
    const text = names.slice(0, count).join(', ') + (more === 0 ? '' : ` and ${more} more`);
    if (text.length <= room) return text;
  }
  const rest = names.length > 1 ? ` and ${names.length - 1} more` : '';
  return cutTo(names[0] ?? '', room - rest.length) + rest;
}

/**
 * An ultimatum as a suggestion while one types: `U-12 Donald Trump to Russia`, at most 100 characters. The number, who
 * states it and of whom are all seen, however long the names are: each side has half of the room, and what one side
 * leaves over is the other's.
 */
export function suggestionText(number: number, { issuer, targets }: Sides): string {
  const [from, names] = [plain(issuer), targets.map(plain)];
  const room = LONGEST_SUGGESTION - `${subjectOf(number)}  to `.length;
  const all = names.join(', ');
  const half = Math.floor(room / 2);
  const sender = cutTo(from, Math.max(half, room - all.length));
  return `${subjectOf(number)} ${sender} to ${namesIn(names, room - sender.length)}`;
}

/** Whole names for suggestions, cleaned: one that could only come back cut would be another name, and is left out. */
export function nameSuggestions(names: readonly string[], before = '') {
  const whole = names.map((name) => `${before}${plain(name)}`);
  return [...new Set(whole)]
    .filter((name) => name.length <= LONGEST_SUGGESTION && name !== before)
    .map((name) => ({ name, value: name }));
}
