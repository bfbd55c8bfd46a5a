/** Comments cite rules by number; each number is a heading of docs/rules.md. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourcesOf } from './sources.js';

const CITATION = /\brules? (\d+(?:(?:, | and | to )\d+)*)\b/g;

/** The numbers that a text cites: `rules 1, 2`, `rules 1 to 7`. */
function cited(text: string): readonly number[] {
  return [...text.matchAll(CITATION)].flatMap(([, list = '']) => {
    const numbers = list.split(/\D+/).map(Number);
    const [from = 0, to = from] = numbers;
    return list.includes(' to ')
      ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
      : numbers;
  });
}

it('every rule that a comment cites stands in docs/rules.md', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const known = new Set([...page.matchAll(/^## (\d+)\. \S/gm)].map(([, number]) => Number(number)));
  const sources = sourcesOf('src', 'commands', 'migrations', 'test');
  const missing = sources.flatMap(({ file, text }) =>
    cited(text)
      .filter((number) => !known.has(number))
      .map((number) => `${file}: rules ${number}`),
  );
  expect(missing).toEqual([]);
  expect(known.size).toBeGreaterThan(20);
});
