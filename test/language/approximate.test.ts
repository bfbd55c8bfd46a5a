import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../src/codec/reading.js';
import { readDeadline } from '../../src/language/index.js';
import { ends, SAID } from './ends.js';
import { summaryOf } from './say.js';

const flagOf = (words: string) => {
  const result = readDeadline(words, SAID);
  return result.kind === 'read' ? (result.reading.approximate ?? false) : result.kind;
};

/** The words, and the same without what makes them approximate. */
const APPROXIMATE: readonly (readonly [string, string])[] = [
  ['in about two weeks', 'in two weeks'],
  ['about 30 days', '30 days'],
  ['approximately 48 hours', '48 hours'],
  ['around 20 August', '20 August'],
  ['by around Friday', 'by Friday'],
  ['roughly 10 days', '10 days'],
  ['circa 15 August', '15 August'],
  ['some 30 days', '30 days'],
  ['some three weeks', 'three weeks'],
  ['within some 30 days', 'within 30 days'],
  ['on or about August 20', 'August 20'],
  ['Friday at about 8 pm', 'Friday at 8 pm'],
  ['Friday around 20:00', 'Friday at 20:00'],
  ['30 days or so', '30 days'],
  ['two weeks, give or take', 'two weeks'],
  ['~2 weeks', '2 weeks'],
  ['in ~48 hours', 'in 48 hours'],
  ['a couple of weeks', '2 weeks'],
  ['around the end of the month', 'the end of the month'],
  ['around Thanksgiving', 'Thanksgiving'],
  ['nearly three weeks', 'three weeks'],
  ['in etwa zwei Wochen', 'in zwei Wochen'],
  ['ungefähr 30 Tage', '30 Tage'],
  ['rund 48 Stunden', '48 Stunden'],
  ['am Freitag gegen 20 Uhr', 'am Freitag um 20 Uhr'],
  ['dans environ deux semaines', 'dans deux semaines'],
  ['vendredi vers 20 h', 'vendredi à 20 h'],
  ['dans à peu près deux semaines', 'dans deux semaines'],
  ['aux alentours du 20 août', 'le 20 août'],
  ['en aproximadamente dos semanas', 'en dos semanas'],
  ['en unos 30 días', 'en 30 días'],
  ['alrededor del 20 de agosto', 'el 20 de agosto'],
  ['приблизно 30 днів', '30 днів'],
  ['близько двох тижнів', 'два тижні'],
  ['примерно 30 дней', '30 дней'],
  ['около двух недель', 'две недели'],
];

describe('a deadline that is approximate', () => {
  it.each(APPROXIMATE)('is kept as approximate, with the same instants: %s', (words, plain) => {
    expect(flagOf(words)).toBe(true);
    expect(ends(words)).toBe(ends(plain));
    expect(flagOf(plain)).toBe(false);
  });

  it.each([
    'by Friday',
    'The talks about Friday end in 30 days',
    'some of the troops must leave within 30 days',
    'an announcement about tariffs is due on Friday',
  ])('is not assumed without such words: %s', (words) => {
    expect(flagOf(words)).toBe(false);
  });

  it('is shown while typing, and kept', () => {
    const result = readDeadline('Friday at about 8 pm', SAID);
    expect(summaryOf(result, SAID.at)).toBe('about Fri 8 Aug 2025 20:00, Washington, in 2 days');
    if (result.kind !== 'read') throw new Error('not read');
    expect(readingSchema.parse(JSON.parse(JSON.stringify(result.reading)))).toEqual(result.reading);
    const { approximate: _, ...older } = result.reading;
    expect(readingSchema.parse(older)).toEqual(older);
  });
});
