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
import { prefixesOf, RULES, vocabulary, wholes } from '../language/prefixes.js';
import { endsWithin } from '../support/within.js';
import { fuzzRuns } from './runs.js';
import { summaryOf } from '../language/say.js';

/** A text that has not come back after a minute never does. */
const HANGS = 60_000;

const prefix = fc.constantFrom(...RULES.flatMap(prefixesOf), ...wholes, ...vocabulary);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    ' ',
    ', ',
    '\n',
    '“',
    '(',
    ' - ',
    ': ',
    '. ',
    '\u{FDFA}',
    '<t:1754517600:R>',
    'https://a.b',
  ),
);
const repeated = fc
  .tuple(prefix, fc.constantFrom('', ' ', ', '), fc.integer({ min: 1, max: 60 }))
  .map(([one, joint, times]) => `${one}${joint}`.repeat(times));
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: repeated }, { weight: 2, arbitrary: noise }), { maxLength: 12 })
  .map((parts) => parts.join(''));
const locale = fc.constantFrom('en-US', 'en-GB', 'de', 'fr', 'es-ES', 'uk', 'ru', 'ja');
const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC+5:45',
  '?',
);
const at = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('reading words of every kind', { timeout: 3_600_000 }, () => {
  const saying = fc
    .record({ at, zone, locale, clock: fc.boolean() })
    .map((one): ReadingContext => ({ ...one, zoneFrom: 'server' }));

  it('returns a value for a deadline within its steps', () => {
    fc.assert(
      fc.property(text, saying, (words, said) => {
        const phrase = words.slice(0, MAX_PHRASE_LENGTH);
        const steps = stepsFor(phrase);
        const result = endsWithin(HANGS, () => readDeadline(phrase, said, steps));
        expect(['read', 'ambiguous', 'not-a-deadline']).toContain(result.kind);
        expect(steps.exhausted).toBe(false);
        expect(summaryOf(result, said.at)).not.toBe('');
        const moment = readMoment(phrase, { now: said.at, zone: said.zone });
        expect(['read', 'unreadable']).toContain(moment.kind);
      }),
      fuzzRuns(1500),
    );
  });

  it('returns a value for a post within its steps', () => {
    fc.assert(
      fc.property(text, saying, (words, said) => {
        const steps = stepsFor(words);
        const found = endsWithin(HANGS, () => findDeadlines(words, said, steps));
        expect(steps.exhausted).toBe(false);
        for (const { start, end } of found) expect(end <= MAX_POST_LENGTH && start <= end).toBe(true);
        const { quote } = endsWithin(HANGS, () => proposeRecord(words, said));
        expect(quote?.length ?? 0).toBeLessThanOrEqual(1000);
        expect(endsWithin(HANGS, () => proposeUpdate(words, said)).happened).not.toBe('');
      }),
      fuzzRuns(500),
    );
  });
});
