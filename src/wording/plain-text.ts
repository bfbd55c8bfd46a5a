/** A text without any drawing: for titles, attributes, feeds and other places that take characters only. */
import type { Part, Text } from './parts.js';

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'strong':
    case 'strike':
      return plainText(part.text);
    case 'link':
      return plainText(part.label);
    case 'address':
      return part.url;
    case 'mention':
      return part.id;
    case 'command':
      return `/${part.name}`;
    default:
      return part.text;
  }
}

/** The characters of a text; whoever writes them somewhere escapes them there. */
export function plainText(text: Text): string {
  return text.map(plainPart).join('');
}
