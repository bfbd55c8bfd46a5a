/** Names and readings as drawn strings, for screens that are not composed of lines yet. */
import { isDated, type Reading } from '../../domain/reading.js';
import type { TextBudget } from '../../wording/text-budget.js';
import { inWords } from './dates.js';
import { listed, quoted, safe } from './text.js';

/** The names of the targets; where they are too many for the room, two and how many more. */
export function targetsText(targets: readonly string[], room: TextBudget): string {
  const shown = targets.length > room.targets ? targets.slice(0, 2) : targets;
  const names = shown.map((name) => safe(name, room.name));
  const more = targets.length - shown.length;
  return more === 0 ? listed(names) : listed([...names, `${more} more`]);
}

/** `Donald Trump to Russia`. */
export function parties(
  { issuer, targets }: { readonly issuer: string; readonly targets: readonly string[] },
  room: TextBudget,
): string {
  return `${safe(issuer, room.name)} to ${targetsText(targets, room)}`;
}

/** A reading in words; its own words where it has no date. */
export function readingText(reading: Reading | null, room: TextBudget): string {
  if (reading === null) return 'none';
  return isDated(reading) ? inWords(reading) : `no date (${quoted(reading.words, room.words)})`;
}
