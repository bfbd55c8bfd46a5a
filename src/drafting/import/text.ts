/** The text of a file that somebody gave. */

/** UTF-8 without what no text holds; null where it is none, as a zip or a table in an older encoding. */
export function textIn(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
