/** Draws lines of parts as Discord's markdown. The only place where texts are escaped for Discord. */
import type { Line, Part, Text } from '../wording/parts.js';

/** Whatever is escaped below contains one of these; most texts contain none. */
const SPECIAL = /[\\*_~`|[\]<>@]|:\/\/|\.(?:gg|gd|com|me|io|new)/i;
/** Addresses that Discord draws as an invitation, with or without a scheme before them. */
const INVITATION = /\b(discord(?:app)?|dis)\.(?=(?:gg|gd|com|me|io|new)\b)/gi;

/**
 * Written so that Discord draws it as it stands: no markdown, no mention, no time tag, no bare link, no invitation.
 * Beside what is escaped, the shapes a server looks for are broken, because a backslash does not stop it from pinging.
 */
function escapeMarkup(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/[\\*_~`|[\]]/g, String.raw`\$&`)
    .replace(/<(?=[@#:/]|a:|t:|id:)/gi, '‹')
    .replace(/[<>]/g, String.raw`\$&`)
    .replace(/@(?=everyone|here)/gi, '＠')
    .replaceAll('://', String.raw`\://`)
    .replace(INVITATION, String.raw`$1\.`);
}

/** What a person typed; a sign that begins a heading or a list is escaped wherever the part stands. */
const escapeSaid = (text: string) => escapeMarkup(text).replace(/^(?=[#+-])|^(?=\d+\. )/, '\\');

const TIME_STYLES = { relative: 'R', full: 'F' } as const;
const MENTIONS = { channel: '#', role: '@&', user: '@' } as const;

function drawPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return escapeMarkup(part.text);
    case 'said':
      return escapeSaid(part.text);
    case 'strong':
      return `**${drawText(part.text)}**`;
    case 'strike':
      return `~~${drawText(part.text)}~~`;
    case 'time':
      return `<t:${Math.floor(part.instant / 1000)}:${TIME_STYLES[part.style]}>`;
    case 'link':
      return `[${drawText(part.label)}](${part.url})`;
    case 'address':
      return `<${part.url}>`;
    case 'mention':
      return `<${MENTIONS[part.of]}${part.id}>`;
    case 'command':
      return `/${part.name}`;
    case 'code':
      return `\`${part.text.replaceAll('`', "'")}\``;
  }
}

/** A run of parts as markdown, without a line style. */
export function drawText(text: Text): string {
  return text.map(drawPart).join('');
}

/** One line as Discord's markdown, its text escaped. */
export function drawLine({ style, text }: Line): string {
  const drawn = drawText(text);
  switch (style) {
    case 'plain':
      return drawn;
    case 'head':
      return `**${drawn}**`;
    case 'title':
      return `### ${drawn}`;
    case 'small':
      return `-# ${drawn}`;
    case 'item':
      return `- ${drawn}`;
  }
}

/** Lines as the content of a message or a text component; a null is a line that is missing. */
export function drawLines(lines: readonly (Line | null)[]): string {
  return lines.flatMap((line) => (line === null ? [] : [drawLine(line)])).join('\n');
}
