/** Draws lines of parts for a terminal: plain text, without a sign that a terminal would obey. */
import type { Line, Part, Text } from '../wording/parts.js';
import { visible } from './visible.js';

function drawPart(part: Part): string {
  switch (part.kind) {
    case 'strong':
      return drawText(part.text);
    case 'strike':
      // A terminal gets no sign to obey, so the marks of Markdown stand for the stroke.
      return `~~${drawText(part.text)}~~`;
    case 'link':
      return `${drawText(part.label)} (${visible(part.url)})`;
    case 'address':
      return visible(part.url);
    case 'mention':
      return `${part.of === 'channel' ? '#' : '@'}${visible(part.id)}`;
    case 'command':
      return `/${part.name}`;
    default:
      return visible(part.text);
  }
}

/** A run of parts as one line of the terminal, without control characters. */
export function drawText(text: Text): string {
  return text.map(drawPart).join('');
}

/** One line; an item of a list gets its dash. */
export function drawLine({ style, text }: Line): string {
  return style === 'item' ? `- ${drawText(text)}` : drawText(text);
}
