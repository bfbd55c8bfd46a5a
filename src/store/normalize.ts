/** How names and words are compared and found. */
import { foldName } from '../domain/names.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Ultimatum } from '../domain/ultimatum.js';

/** Longer ones are cut, so that nobody makes a key that PostgreSQL cannot hold. */
const LONGEST = 64;

/** One letter of a script that is written without spaces, else a run of letters and digits. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu');

/** The words of a text as they are compared, each once. `U-12` is one word; any other sign is a space. */
export function wordsIn(text: string): readonly string[] {
  const found = foldName(text)
    .replaceAll(/\bu-(?=\d)/g, 'u')
    .match(WORD);
  return [...new Set((found ?? []).map((word) => word.slice(0, LONGEST)))];
}

/** What an ultimatum is found by: names whole, anything said of it word by word. */
export interface Term {
  readonly field: 'issuer' | 'target' | 'tag' | 'word';
  readonly term: string;
}

/** A name as somebody typed it. */
export interface Name {
  readonly field: 'issuer' | 'target' | 'tag';
  readonly name: string;
}

/** The names of an ultimatum as they were typed: issuer, targets and tags. */
export function namesIn(it: Ultimatum): readonly Name[] {
  return [
    ...it.issuers.map((name): Name => ({ field: 'issuer', name })),
    ...it.targets.map((name): Name => ({ field: 'target', name })),
    ...it.tags.map((name): Name => ({ field: 'tag', name })),
  ];
}

/** All words by which it can be found. */
export function wordsOf(number: number, it: Ultimatum): readonly string[] {
  const quotes = it.statements.map((statement) => statement.quote ?? '');
  const names = [...it.issuers, ...it.targets, ...it.tags];
  const undated = it.undated?.words ?? '';
  return wordsIn([ultimatumId(number), ...names, it.demand, it.threat ?? '', undated, ...quotes].join(' '));
}

/** Nothing leads to a hidden one. */
export function termsOf(number: number, it: Ultimatum | null): readonly Term[] {
  if (it === null || it.hidden !== null) return [];
  const names = namesIn(it).map(({ field, name }): Term => ({ field, term: foldName(name) }));
  const words = wordsOf(number, it).map((term): Term => ({ field: 'word', term }));
  const unique = new Map([...names, ...words].map((one) => [`${one.field} ${one.term}`, one]));
  return [...unique.values()];
}
