/** Draws lines of parts as HTML. The only place where texts are escaped for it. */
import type { Line, Part, Text } from '../wording/parts.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** Addresses are checked when they are typed; a page still never links to anything but the web. */
function linkTo(url: string, label: string): string {
  if (!/^https?:\/\//i.test(url)) return label;
  return `<a href="${escapeHtml(url)}" rel="nofollow noopener">${label}</a>`;
}

function drawPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return escapeHtml(part.text);
    case 'said':
      // Isolated, so that a name from right to left leaves the words around it in their order.
      return `<bdi>${escapeHtml(part.text)}</bdi>`;
    case 'strong':
      return `<strong>${drawText(part.text)}</strong>`;
    case 'strike':
      return `<s>${drawText(part.text)}</s>`;
    case 'time':
      return `<time datetime="${new Date(part.instant).toISOString()}">${escapeHtml(part.text)}</time>`;
    case 'link':
      return linkTo(part.url, drawText(part.label));
    case 'address':
      return linkTo(part.url, escapeHtml(part.url));
    case 'mention':
      return escapeHtml(part.id);
    case 'command':
      return `<code>/${escapeHtml(part.name)}</code>`;
    case 'code':
      return `<code>${escapeHtml(part.text)}</code>`;
  }
}

/** A run of parts as HTML, every text escaped. */
export function drawText(text: Text): string {
  return text.map(drawPart).join('');
}

const ELEMENTS = { plain: 'p', head: 'h3', title: 'h2', item: 'li' } as const;

/** One line as the HTML element of its style. */
export function drawLine({ style, text }: Line): string {
  const drawn = drawText(text);
  if (style === 'small') return `<p><small>${drawn}</small></p>`;
  return `<${ELEMENTS[style]}>${drawn}</${ELEMENTS[style]}>`;
}
