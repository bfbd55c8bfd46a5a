/** What people typed, cut to the length that is shown: one line of visible characters. Escaping is left to each surface. */
import { cleanLine } from '../domain/clean.js';
import { said, type Part } from './parts.js';

/** At most `max` code points, the ellipsis included. */
export function clipped(text: string, max: number): string {
  const points = Array.from(text);
  if (points.length <= max) return text;
  const kept = points.slice(0, Math.max(0, max - 1)).join('');
  // A joiner that no longer joins anything goes too.
  return `${kept.replace(/[\s\p{Cf}]+$/u, '')}…`;
}

/** Somebody's text as a part of a line, at most `max` characters. */
export function typed(text: string, max: number): Part {
  return said(clipped(cleanLine(text), max));
}

const QUOTE_MARK = /["“”„«»]/u;
const QUOTE_MARKS = /^["“”„«»]+|["“”„«»]+$/gu;

/** The same without the quotation marks that were typed around it: the catalogue puts its own. */
export function typedQuote(text: string, max: number): Part {
  return said(clipped(cleanLine(text).replace(QUOTE_MARKS, ''), max));
}

/** Whether marks were typed around some of the words only: others around all of them would not pair with those. */
export function quotesInPart(text: string): boolean {
  return QUOTE_MARK.test(cleanLine(text).replace(QUOTE_MARKS, ''));
}
