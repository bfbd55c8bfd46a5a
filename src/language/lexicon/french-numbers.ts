/** French numbers of several words. */
import { counted } from './lexicon.js';

/** "Vingt et un", "soixante-dix-huit", "quatre-vingt-douze": what several words say of one number. */
export function compounds(): Record<string, string> {
  const ones =
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
  const teens = [...ones, 'dix sept', 'dix huit', 'dix neuf'];
  const made: [string, number][] = [
    ['dix sept', 17],
    ['dix huit', 18],
    ['dix neuf', 19],
    ['soixante et onze', 71],
    ['quatre vingts', 80],
  ];
  for (const [ten, value, all] of [
    ['vingt', 20, ones.slice(0, 9)],
    ['trente', 30, ones.slice(0, 9)],
    ['quarante', 40, ones.slice(0, 9)],
    ['cinquante', 50, ones.slice(0, 9)],
    ['soixante', 60, teens],
    ['quatre vingt', 80, teens],
  ] as const) {
    made.push([ten === 'quatre vingt' ? ten : `${ten} et un`, ten === 'quatre vingt' ? 80 : value + 1]);
    for (const [index, unit] of all.entries()) made.push([`${ten} ${unit}`, value + index + 1]);
    made.push([`${ten} et une`, value + 1]);
  }
  return Object.fromEntries(made.map(([name, value]) => [name, `#${value}`]));
}

/** Number words of one word and their values. */
export const FRENCH_NUMBERS = new Map([
  ...counted('zéro', 0),
  ...counted('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2),
  ...counted('vingt trente quarante cinquante soixante', 20, 10),
  ...counted('septante octante nonante', 70, 10),
  ...counted('cent', 100),
  ...counted('premier/-/s première/-/s', 1, 0, 'th'),
  ...counted('deuxième troisième quatrième', 2, 1, 'th'),
  ...counted('second', 2, 1, 'th'),
]);

/** Whether a word counts something. */
export const isNumber = (word: string) => /^\d+$/.test(word) || FRENCH_NUMBERS.has(word);
