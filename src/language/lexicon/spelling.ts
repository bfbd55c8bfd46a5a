/** Forgives misspelt words. */

/** Shorter words are too near to others. */
const LEAST = 6;

/** What slips of the pen leave of a word: its consonants, none of them twice. */
const skeleton = (word: string): string =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replaceAll(/[aeiou]/g, '')
    .replaceAll(/(.)\1+/g, '$1');

/** Finds the word meant by one that is misspelt ("tommorow", "febuary"): the same beginning, end and consonants. */
export function spelling(
  names: Readonly<Record<string, string>>,
  slips: Readonly<Record<string, string>>,
): (word: string) => string | undefined {
  const known = new Map(
    Object.entries(names).flatMap(([name, meaning]) =>
      name.length < LEAST ? [] : [[name.slice(0, 2) + skeleton(name), { name, meaning }] as const],
    ),
  );
  return (word) => {
    if (word.length < LEAST) return undefined;
    if (Object.hasOwn(slips, word)) return slips[word];
    const found = known.get(word.slice(0, 2) + skeleton(word));
    const like = found?.name.at(-1) === word.at(-1) && Math.abs((found?.name.length ?? 0) - word.length) < 3;
    return like ? found?.meaning : undefined;
  };
}
