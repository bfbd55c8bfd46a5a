// C0 but the newline, DEL, C1, and what turns the direction of text round: terminals obey them.
const CONTROLS = /[^\n\P{Cc}]|\p{Bidi_Control}/gu;

/**
 * Text that is safe to print: control characters become `\u001b` and the like, which is also how JSON writes them, so a
 * line of JSON keeps its meaning. Everything that people wrote passes here on its way to a terminal.
 */
export function visible(text: string): string {
  return text.replaceAll(CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
