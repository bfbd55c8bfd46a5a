/** How the catalogue writes its texts. Only `src/wording` uses this file: words for people stand nowhere else. */
import type { Part, Text } from './parts.js';

/** What may stand in a text of the catalogue. A bare string may not: it could be what a person typed. */
export type Value = number | Part | Text;

const isText = (value: Part | Text): value is Text => Array.isArray(value);

function partsOf(value: Value): Text {
  if (typeof value === 'number') return [{ kind: 'text', text: String(value) }];
  return isText(value) ? value : [value];
}

/** Neighbouring words as one part, so that texts that read the same are the same. */
function merged(parts: Text): Text {
  const text: Part[] = [];
  for (const part of parts) {
    const before = text.at(-1);
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && before?.kind === 'text')
      text.splice(-1, 1, { kind: 'text', text: before.text + part.text });
    else text.push(part);
  }
  return text;
}

/** A text of the catalogue: t`Deadline moved: ${issuer} to ${targets}`. */
export function t(words: TemplateStringsArray, ...values: readonly Value[]): Text {
  return merged(
    words.flatMap((word, index): Text => {
      const value = values[index];
      return [{ kind: 'text', text: word }, ...(value === undefined ? [] : partsOf(value))];
    }),
  );
}

/** Words that a function of the catalogue made, such as a date. Never for what a person typed: that is `said`. */
export function textOf(words: string): Text {
  return words === '' ? [] : [{ kind: 'text', text: words }];
}

/** The first letter large, where the text begins with words. */
export function capitalized(text: Text): Text {
  const [first, ...rest] = text;
  if (first === undefined || (first.kind !== 'text' && first.kind !== 'said')) return text;
  const [letter = ''] = first.text;
  return [{ ...first, text: letter.toUpperCase() + first.text.slice(letter.length) }, ...rest];
}
