/** A catalogue whose texts are longer by 40 %, accented and in brackets: it shows what does not come from the catalogue. */
import { english, type Words } from '../../src/wording/index.js';
import type { Part } from '../../src/wording/parts.js';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
};

/** Text that is in brackets already, or the text between two such. */
const SEGMENT = /⟦[^⟦⟧]*⟧|[^⟦⟧]+/g;

function lengthened(text: string): string {
  if (text.startsWith('⟦') || !/\p{L}/u.test(text)) return text;
  const accented = text.replace(/[aeiouycn]/g, (letter) => ACCENTS[letter] ?? letter);
  return `⟦${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}⟧`;
}

/** `⟦Détáíls~~~⟧`; what is in brackets already stays as it is. */
const pseudoText = (text: string): string => text.replace(SEGMENT, lengthened);

const isPart = (value: object): value is Part => 'kind' in value && typeof value.kind === 'string';

/** Maps what a catalogue holds or what one of its functions answers. */
function pseudoValue(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (Array.isArray(value)) return value.map(pseudoValue);
  if (typeof value === 'function')
    return (...given: readonly unknown[]): unknown => pseudoValue(Reflect.apply(value, undefined, given));
  if (typeof value !== 'object' || value === null) return value;
  if (!isPart(value)) return pseudoRecord(value);
  if (value.kind === 'text') return { ...value, text: pseudoText(value.text) };
  if (value.kind === 'strong' || value.kind === 'strike') return { ...value, text: pseudoValue(value.text) };
  return value.kind === 'link' ? { ...value, label: pseudoValue(value.label) } : value;
}

function pseudoRecord(record: object): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, pseudoValue(value)]));
}

/** Whether a mapped catalogue still has every key of the catalogue that it was made of. */
function hasShapeOf(mapped: object, original: Words): mapped is Words {
  return Object.keys(original).every((key) => key in mapped);
}

/** Every text in brackets; the language stays, because dates and plurals are those of English. */
export function pseudoLocale(words: Words = english): Words {
  const mapped = { ...pseudoRecord(words), language: words.language };
  if (!hasShapeOf(mapped, words)) throw new Error('The catalogue lost a key');
  return mapped;
}
