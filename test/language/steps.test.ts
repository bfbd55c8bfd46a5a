import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDeadlines,
  MAX_PHRASE_LENGTH,
  MAX_POST_LENGTH,
  readDeadline,
  readMoment,
  stepsFor,
  type ReadingContext,
} from '../../src/language/index.js';
import { proposeRecord, proposeUpdate } from '../../src/language/proposal/index.js';
import { lexiconOf } from '../../src/language/lexicon/choose.js';
import { Steps } from '../../src/language/steps.js';
import {
  englishKinds,
  englishWholes,
  prefixesOf,
  representatives,
  RULES,
  vocabulary,
  wholes,
} from './prefixes.js';

const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};

const phraseSteps = (text: string): number => {
  const steps = stepsFor(text);
  readDeadline(text, SAID, steps);
  return steps.taken;
};
const postSteps = (text: string): number => {
  const steps = stepsFor(text);
  findDeadlines(text, SAID, steps);
  return steps.taken;
};

/** As often as it fits twice into `most` characters, once at least, and twice that often. */
function doubled(prefix: string, most: number): readonly [string, string] {
  const once = Math.max(1, Math.floor(most / 2 / (prefix.length + 1)));
  return [`${prefix} `.repeat(once), `${prefix} `.repeat(2 * once)];
}

/** How the work for a prefix grows when the text is twice as long; null where that is by 2.5 or less. */
function growthOf(prefix: string, most: number, stepsOf: (text: string) => number): string | null {
  const [once, twice] = doubled(prefix, most);
  if (twice.length > most) return null;
  // Half a word more can make another language of a mixture, which has other rules to try.
  if (lexiconOf(once, undefined) !== lexiconOf(twice, undefined)) return null;
  const [less, more] = [stepsOf(once), stepsOf(twice)];
  return more > 2.5 * less ? `${prefix}: ${less} to ${more}` : null;
}

/** Those of the prefixes whose work grows by more than that. */
const growing = (
  prefixes: readonly string[],
  most: number,
  stepsOf: (text: string) => number,
): readonly string[] => prefixes.flatMap((prefix) => growthOf(prefix, most, stepsOf) ?? []);

const SHORT_PHRASE = 150;

/** In a short phrase a few words more tell little: what grows there, or does not fit, is looked at in the longest one. */
const growingInPhrase = (prefixes: readonly string[]): readonly string[] =>
  growing(
    prefixes.filter(
      (prefix) =>
        2 * (prefix.length + 1) > SHORT_PHRASE || growthOf(prefix, SHORT_PHRASE, phraseSteps) !== null,
    ),
    MAX_PHRASE_LENGTH,
    phraseSteps,
  );

/** Growth shows in a post of this length as it does in the longest one. */
const SHORT_POST = 1200;
/** Two rules take several turns in it. */
const TURNS = 120;

/** The most steps that any text here may take for each of its characters. */
const MOST_A_CHARACTER = 600;
const costly = (texts: readonly string[], stepsOf: (text: string) => number): readonly string[] =>
  texts.flatMap((text) => {
    const each = stepsOf(text) / text.length;
    return each > MOST_A_CHARACTER ? [`${text.slice(0, 80)}: ${each.toFixed(0)} a character`] : [];
  });

describe('the work of reading, in counted steps', () => {
  it('has rules to try', () => {
    expect(RULES.length).toBeGreaterThan(150);
    expect(vocabulary.length).toBeGreaterThan(5000);
  });

  it('at most doubles when the beginning of any rule is repeated twice as often', () => {
    expect(growingInPhrase([...new Set(RULES.flatMap(prefixesOf))])).toEqual([]);
  });

  it('at most doubles for what each rule matches, in every language', () => {
    expect(growing(wholes, MAX_PHRASE_LENGTH, phraseSteps)).toEqual([]);
    // In a longer text the words of every language come to the same words of the rules.
    expect(growing(englishWholes, SHORT_POST, postSteps)).toEqual([]);
  });

  it('at most doubles when any word of a lexicon is repeated twice as often', () => {
    expect(growingInPhrase(representatives)).toEqual([]);
  });

  it.each([
    'the day after',
    'the day before',
    'the day following',
    'the week of',
    'the weekend after the day before',
    'am Tag nach',
    'am Tag vor',
    'le jour après',
    'le lendemain de',
    'el día después de',
    'за день після',
    'за день после',
    '3 days before',
    'two weeks from',
    'from 5 pm until',
    'from 5 pm Friday to 6 pm',
    'Europe/Kyiv',
    '5 pm Mars/Phobos',
    '<t:1754517600:R>',
    '1:',
    '12:12:',
    '1-1-1-',
    'a.b.c',
    "'",
    '((((',
    '…',
    '\u{FDFA}',
    '½',
    '…!?',
    'https://a.b',
    'by 5 March 20266',
  ])('at most doubles for %j without an end', (prefix) => {
    for (const length of [150, MAX_PHRASE_LENGTH]) expect(growing([prefix], length, phraseSteps)).toEqual([]);
    for (const length of [1000, MAX_POST_LENGTH]) expect(growing([prefix], length, postSteps)).toEqual([]);
    // Without a space between them as well.
    const glued = [1, 2].map((times) => phraseSteps(prefix.repeat(times * Math.floor(140 / prefix.length))));
    expect(glued[1] ?? 0).toBeLessThanOrEqual(2.5 * (glued[0] ?? 0));
  });

  it('stays within a bound for each character when any two rules take turns', () => {
    const pairs = englishWholes.flatMap((one) => englishKinds.map((other) => `${one} ${other} `));
    const texts = pairs.map((pair) => pair.repeat(Math.ceil(TURNS / pair.length)).slice(0, TURNS));
    expect(costly(texts, phraseSteps)).toEqual([]);
  });

  it('stays within a bound for each character of any vocabulary in any order', () => {
    const pieces = fc.constantFrom(
      ...RULES.flatMap(prefixesOf),
      ...wholes,
      ...vocabulary,
      ',',
      '.',
      '(',
      ')',
      '-',
    );
    const joints = fc.constantFrom(' ', ' ', ' ', '', ', ', '\n');
    const texts = (most: number) =>
      fc
        .array(fc.tuple(pieces, joints), { minLength: most / 10, maxLength: most / 4 })
        .map((all) => all.flat().join('').slice(0, most));
    const options = { seed: 13, endOnFailure: true } as const;
    fc.assert(
      fc.property(texts(MAX_PHRASE_LENGTH), (text) => {
        expect(costly([text], phraseSteps)).toEqual([]);
      }),
      { ...options, numRuns: 600 },
    );
    fc.assert(
      fc.property(texts(MAX_POST_LENGTH), (text) => {
        expect(costly([text], postSteps)).toEqual([]);
      }),
      { ...options, numRuns: 30 },
    );
  });

  it('is the same each time the same words are read', () => {
    const [first, second] = [1, 2].map(() => phraseSteps('noon on the day after the last Friday of October'));
    expect(first).toBe(second);
    expect(first).toBeGreaterThan(0);
  });
});

describe('the bounds of what is read', () => {
  const long = `by Friday ${'the day after '.repeat(1000)}`;
  const unreadable = (text: string, steps?: Steps) => {
    const result = readDeadline(text, SAID, steps);
    return result.kind === 'not-a-deadline' ? result.reason : result.kind;
  };

  it('refuses a deadline of more than 300 characters', () => {
    expect(unreadable(`by Friday${'.'.repeat(291)}`)).toBe('read');
    expect(unreadable(`by Friday${'.'.repeat(292)}`)).toEqual({ kind: 'too-long', length: 301, max: 300 });
    expect(unreadable(`by Friday${' '.repeat(10_000)}`)).toBe('read');
  });

  it('refuses a moment of more than 300 characters', () => {
    expect(readMoment(long, { now: SAID.at, zone: 'UTC' })).toEqual({
      kind: 'unreadable',
      reason: { kind: 'too-long', length: long.trim().length, max: 300 },
    });
  });

  it('reads only the first 4,000 characters of a post', () => {
    const at = (length: number) => `${'x '.repeat(length / 2 - 5)}by Friday.`;
    expect(findDeadlines(at(MAX_POST_LENGTH), SAID)).toHaveLength(1);
    expect(findDeadlines(at(MAX_POST_LENGTH + 20), SAID)).toHaveLength(0);
    expect(proposeRecord(at(MAX_POST_LENGTH + 20), SAID).deadline).toBeNull();
    expect(proposeUpdate(`${'x '.repeat(2000)} extended to Friday`, SAID).happened).toBe('source');
    expect(postSteps('by Friday '.repeat(100_000))).toBe(postSteps('by Friday '.repeat(400)));
  });

  it('gives up a reading that takes more steps than allowed', () => {
    expect(unreadable('by noon on Friday', new Steps(50))).toEqual({ kind: 'too-complex' });
    expect(readMoment('noon on Friday', { now: SAID.at, zone: 'UTC' }, new Steps(50))).toEqual({
      kind: 'unreadable',
      reason: { kind: 'too-complex' },
    });
    expect(findDeadlines('by noon on Friday', SAID, new Steps(50))).toEqual([]);
    expect(proposeRecord('Trump gives Iran until Friday to leave.', SAID, new Steps(5)).deadline).toBeNull();
  });

  it('counts days from one another four levels deep and refuses more', () => {
    const chain = (times: number) => `${'the day after '.repeat(times)}Friday`;
    expect(unreadable(chain(4))).toBe('read');
    expect(unreadable(chain(5))).toEqual({ kind: 'nested-too-deep' });
    expect(unreadable('the day after '.repeat(20))).not.toBe('read');
  });
});
