/** The families of rules, and which of them a word may begin. */
import type { Rule } from '../atom.js';
import { COUNTS } from './counts.js';
import { DATES } from './dates.js';
import { HOLIDAYS } from './holidays.js';
import { HOURS } from './hours.js';
import { MARKS } from './prepositions.js';
import { PERIODS } from './periods.js';
import { SEASON } from './stretches.js';
import { STAMPS } from './stamps.js';
import { TIMES } from './times.js';
import { USUAL_TIMES } from './usual-times.js';
import { WEEKDAYS } from './weekdays.js';
import { bare, MONTH } from './words.js';
import { ZONES } from './zones.js';

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day$';
const begins = (words: string) => new RegExp(`^(?:${words})`);

/** Each family of rules and the words that its rules may begin with. The order matters: of two matches that are equally long the earlier rule is taken. */
const FAMILIES: readonly (readonly [RegExp, readonly Rule[]])[] = [
  [begins('\\d|<|(?:this|the|same)$'), STAMPS],
  [begins(`\\d|ides$|the$|next$|${bare(MONTH)}|${DAY}`), DATES],
  [
    begins(`\\d|(?:the|this|next|current|coming|following|last|past|today|tomorrow|week|in)$|${DAY}`),
    WEEKDAYS,
  ],
  [begins('(?:the|next|this|coming|last|past|end)$|holiday:'), HOLIDAYS],
  [
    begins(
      `\\d|end|week|late|fy|rest|(?:the|this|within-the|next|current|coming|following|running|month|quarter|year|decade|century|early|mid|very)$|[qh]\\d|${bare(MONTH)}|${bare(SEASON)}`,
    ),
    PERIODS,
  ],
  [
    begins(
      '\\d|(?:an?|half|quarter|noon|midnight|the|between|from|of|early|late|in|at|during|by|this|morning|lunch|lunchtime|afternoon|evening|night|tonight|dawn|sunset)$|close|market',
    ),
    [...HOURS, ...TIMES, ...USUAL_TIMES],
  ],
  [
    begins(
      '\\d|(?:an?|half|quarter|within|inside|in|over|during|for|less|no|not|the|next|coming|following|last|past|between)$|t-',
    ),
    COUNTS,
  ],
  [begins('\\D'), ZONES],
  [begins('.'), MARKS],
];

const BY_WORD = new Map<string, readonly Rule[]>();
const MOST_WORDS = 2000;

/** The rules that may match where this word begins: most can be told by it. */
export function rulesFor(word: string): readonly Rule[] {
  const key = /^\d/.test(word) ? '0' : word;
  const known = BY_WORD.get(key);
  if (known !== undefined) return known;
  const rules = FAMILIES.flatMap(([first, family]) => (first.test(key) ? family : []));
  if (BY_WORD.size < MOST_WORDS) BY_WORD.set(key, rules);
  return rules;
}
