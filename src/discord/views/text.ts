/** Cuts and joins texts for a view. */
import { cleanLine } from '../../domain/clean.js';

/** How many characters of each kind of text are shown; the log has them whole. */
export const SHOWN = { name: 80, text: 200, quote: 300 } as const;

/** At most so many characters in a pushed post. */
export const POST_LIMIT = 1000;

/** One line of visible characters, also of what was recorded before texts were cleaned. */
export const plain = cleanLine;

/** Cut by code points, the ellipsis included. */
export function cut(text: string, max: number): string {
  const points = Array.from(text);
  if (points.length <= max) return text;
  return `${points
    .slice(0, Math.max(0, max - 1))
    .join('')
    // A joiner that joins nothing any more goes too.
    .replace(/[\s\p{Cf}]+$/u, '')}…`;
}

/** Addresses that Discord draws as an invitation, with or without a scheme before them. */
const INVITATION = /\b(discord(?:app)?|dis)\.(?=(?:gg|gd|com|me|io|new)\b)/gi;

/**
 * Written so that Discord draws it as it stands: no markdown, no mention, no time tag, no bare link, no
 * invitation. Beside what is
 * escaped, the shapes a server looks for are broken, because a backslash does not stop it from pinging.
 */
function escape(text: string): string {
  return text
    .replace(/[\\*_~`|[\]]/g, String.raw`\$&`)
    .replace(/<(?=[@#:/]|a:|t:|id:)/gi, '‹')
    .replace(/[<>]/g, String.raw`\$&`)
    .replace(/@(?=everyone|here)/gi, '＠')
    .replaceAll('://', String.raw`\://`)
    .replace(INVITATION, String.raw`$1\.`)
    .replace(/^(?=[#+-])|^(?=\d+\. )/, '\\');
}

/** What somebody typed, fit to stand in a post: one line, `max` characters, nothing that pings or renders. */
export function safe(text: string, max: number): string {
  return escape(cut(plain(text), max));
}

const QUOTE_MARKS = /^["“”„«»]+|["“”„«»]+$/gu;

/** Words as they were said, in quotation marks; marks that were typed around them are not doubled. */
export function quoted(text: string, max: number): string {
  return `"${safe(plain(text).replace(QUOTE_MARKS, ''), max)}"`;
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** First letter large, unless it is no letter. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** `1 day`, `3 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Moved once`, `Not moved so far`. */
export function movedTimes(moves: number): string {
  if (moves === 0) return 'Not moved so far';
  if (moves === 1) return 'Moved once';
  return moves === 2 ? 'Moved twice' : `Moved ${moves} times`;
}

/** Small print: the only place for who, counts and versions. */
export function small(text: string): string {
  return `-# ${text}`;
}
