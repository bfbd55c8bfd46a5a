/** Number words as digits: "twenty-four" is 24. */
import type { Word } from './tokens.js';

interface NumberValue {
  readonly value: number;
  readonly ordinal: boolean;
}

const NUMBER = /^#(\d+)(th)?$/;

function valueOf(word: Word | undefined): NumberValue | null {
  const match = NUMBER.exec(word?.word ?? '');
  return match === null ? null : { value: Number(match[1]), ordinal: match[2] !== undefined };
}

/** "Twenty four", "two hundred and ten"; null where the two are no one number ("one thirty"). */
function joined(left: NumberValue, right: NumberValue): NumberValue | null {
  if (left.ordinal) return null;
  const { value, ordinal } = right;
  if (left.value % 100 >= 20 && left.value % 10 === 0 && value > 0 && value < 10)
    return { value: left.value + value, ordinal };
  if (left.value % 100 === 0 && left.value > 0 && value < 100) return { value: left.value + value, ordinal };
  if (value === 100 && left.value < 10) return { value: left.value * 100, ordinal };
  return null;
}

/** "Thirty (30) days": lawyers write a number twice. */
const withoutEchoes = (words: readonly Word[]): readonly Word[] =>
  words.filter((_, index) => !isEcho(words, index) && !isEcho(words, index - 1) && !isEcho(words, index - 2));

const isEcho = (words: readonly Word[], index: number): boolean =>
  words[index]?.word === '(' &&
  words[index + 2]?.word === ')' &&
  /^\d+$/.test(words[index + 1]?.word ?? '') &&
  words[index + 1]?.word === words[index - 1]?.word;

/** Number words as digits, several of one number as one: `twenty` `fourth` is `24th`. */
export const mergeNumbers = (words: readonly Word[]): readonly Word[] => withoutEchoes(merged(words));

function merged(words: readonly Word[]): readonly Word[] {
  const made: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (first === undefined) break;
    let value = valueOf(first);
    let last = first;
    while (value !== null) {
      const skipped = words[index + 1]?.word === 'and' ? 2 : 1;
      const next = words[index + skipped];
      const nextValue = valueOf(next);
      const sum: NumberValue | null = nextValue === null ? null : joined(value, nextValue);
      if (sum === null || next === undefined) break;
      value = sum;
      last = next;
      index += skipped;
    }
    made.push(
      value === null
        ? first
        : { ...first, end: last.end, word: `${value.value}${value.ordinal ? 'th' : ''}` },
    );
  }
  return made;
}
