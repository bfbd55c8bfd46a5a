/** German numbers, which are written as one word. */
import { counted } from './lexicon.js';

const ONES =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig';
const SMALL = 'ein zwei drei vier fünf sechs sieben acht neun';
const FIRST =
  'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt';

/** "Vierundzwanzig" and its like, and their ordinals. */
function compounds(): [string, string][] {
  return TENS.split(' ').flatMap((ten, tens) =>
    SMALL.split(' ').flatMap((unit, ones): [string, string][] => {
      const value = (tens + 2) * 10 + ones + 1;
      const name = `${unit}und${ten}`;
      return [
        [name, `${value}`],
        ...endingsOf(`${name}st`).map((form): [string, string] => [form, `${value}th`]),
      ];
    }),
  );
}

const endingsOf = (stem: string) => ['e', 'en', 'er', 'es', 'em'].map((end) => stem + end);

/** Number words and their values. */
export const GERMAN_NUMBERS = new Map([
  ...counted(ONES, 0),
  ...counted(TENS, 20, 10),
  ...compounds(),
  ...counted('zwo', 2),
  ...counted('dreissig', 30),
  ...FIRST.split(' ').flatMap((stem, index) =>
    endingsOf(stem).map((form): [string, string] => [form, `${index + 1}th`]),
  ),
  ...['zwanzigst', 'dreißigst'].flatMap((stem, index) =>
    endingsOf(stem).map((form): [string, string] => [form, `${index * 10 + 20}th`]),
  ),
  ...counted('hundert einhundert', 100, 0),
  ...counted('zweihundert', 200),
]);

/** "Zweiwöchige", "dreitägiges", "48-stündige": a count and its unit in one word. */
export function spans(): Record<string, string> {
  const units = { tägig: 'day', wöchig: 'week', stündig: 'hour', monatig: 'month' };
  const counts = [...counted(ONES, 0), ...counted(TENS, 20, 10), ...compounds(), ['ein', '1'] as const];
  return Object.fromEntries(
    counts
      .filter(([, value]) => /^\d+$/.test(value))
      .flatMap(([name, value]) =>
        Object.entries(units).flatMap(([stem, unit]) =>
          endingsOf(name + stem).map((form) => [form, `${value} ${unit}`]),
        ),
      ),
  );
}

/** Whether a word counts something. */
export const isNumber = (word: string) =>
  /^\d+$/.test(word) || GERMAN_NUMBERS.has(word) || /^ein(?:e[mnr]?)?$/.test(word);
