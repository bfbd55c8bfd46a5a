/** Finds the elements of one large array in a JSON text, so that each of them can be parsed by itself and let go. */

const [QUOTE, BACKSLASH] = ['"', '\\'].map((sign) => sign.charCodeAt(0));
const OPENING = new Set(['{', '['].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set(['}', ']'].map((sign) => sign.charCodeAt(0)));

/** Where the string that begins at `from` ends; the end of the text where it does not. */
function endOfString(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) return at;
    if (sign === BACKSLASH) at += 1;
  }
  return json.length;
}

export interface SplitJson {
  /** The text with `0` in the place of each element. */
  readonly rest: string;
  /** Where each element begins and, exclusively, ends. */
  readonly elements: readonly (readonly [number, number])[];
}

/**
 * Splits a JSON object at the arrays and objects in its array of this name. It parses nothing: of a text that is no JSON,
 * `rest` or one of the elements is none either.
 */
export function splitArray(json: string, name: string): SplitJson {
  const elements: [number, number][] = [];
  const pieces: string[] = [];
  let [depth, cut, from] = [0, 0, 0];
  let [key, inside] = ['', false];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) {
      const end = endOfString(json, at);
      if (depth === 1) key = json.slice(at + 1, end);
      at = end;
    } else if (OPENING.has(sign)) {
      if (depth === 1) inside = key === name;
      if (depth === 2) from = at;
      depth += 1;
    } else if (CLOSING.has(sign)) {
      depth -= 1;
      if (depth !== 2 || !inside) continue;
      elements.push([from, at + 1]);
      pieces.push(json.slice(cut, from), '0');
      cut = at + 1;
    }
  }
  return { rest: [...pieces, json.slice(cut)].join(''), elements };
}
