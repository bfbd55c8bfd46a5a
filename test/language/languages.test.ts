import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline, type Saying } from '../../src/language/index.js';
import type { ReadResult } from '../../src/domain/reading.js';
import { FRENCH } from './tongues/french.js';
import { GERMAN } from './tongues/german.js';
import { RUSSIAN } from './tongues/russian.js';
import { SPANISH } from './tongues/spanish.js';
import { UKRAINIAN } from './tongues/ukrainian.js';

const SAID: Saying = {
  at: Date.parse('2025-08-06T16:00:00Z'),
  clock: true,
  zone: 'Europe/Berlin',
  zoneFrom: 'server',
};
const NUMERIC = /^\d[\d./]+$/;

function edtf(result: ReadResult): string {
  if (result.kind === 'not-a-deadline') return result.why;
  return result.kind === 'read' ? result.reading.edtf : result.candidates.map((one) => one.edtf).join(' or ');
}

describe.each([GERMAN, FRENCH, SPANISH, UKRAINIAN, RUSSIAN])(
  'in $language',
  ({ language, forms, sentences, none }) => {
    it.each(forms)('%s: %s', (words, expected) => {
      const saying = NUMERIC.test(words) ? { ...SAID, locale: language } : SAID;
      expect(edtf(readDeadline(words, saying))).toBe(expected);
    });

    it.each(forms)('%s means the same to a member of that language', (words, expected) => {
      expect(edtf(readDeadline(words, { ...SAID, locale: language }))).toBe(expected);
    });

    it.each(sentences)('%s', (text, words, expected) => {
      const [first] = findDeadlines(text, SAID);
      expect(first?.words).toBe(words);
      expect(first === undefined ? null : edtf(first.result)).toBe(expected);
    });

    it.each(none)('%s: no deadline, %s', (text, why) => {
      expect(edtf(readDeadline(text, SAID))).toBe(why);
    });
  },
);

describe('the language of a text', () => {
  it.each([
    ['08/09/2025', 'de', '2025-09-08'],
    ['08/09/2025', 'en-US', '2025-08-09'],
    ['08/09/2025', 'en-GB', '2025-09-08'],
    ['08/09/2025', undefined, '2025-09-08 or 2025-08-09'],
    ['am 8.', 'de', '2025-08-08'],
    ['до пятницы', 'uk', '2025-08-08'],
    ["до п'ятниці", 'ru', '2025-08-08'],
    ['по 10 серпня', 'ru', '2025-08-10'],
    ['by Friday', 'de', '2025-08-08'],
    ['before Friday', 'fr', '../2025-08-07'],
    ['on Friday at 6 pm', 'fr', '2025-08-08T18:00:00+02:00'],
    ['the tariffs hit on the 15th', 'es', '2025-08-15'],
    ['vor Freitag', 'en-US', '../2025-08-07'],
    ['avant vendredi', 'de', '../2025-08-07'],
    ['antes del viernes', 'fr', '../2025-08-07'],
    ['через час', 'ru', '2025-08-06T19:00:00+02:00'],
    ['за годину', 'ru', '2025-08-06T19:00:00+02:00'],
    ['morgen', 'en-US', '2025-08-07'],
    ['Friday', 'uk', '2025-08-08'],
    ['In den USA gilt die Frist bis Freitag', 'en-US', '2025-08-08'],
    ['He may march on Kyiv, they said', 'de', 'unreadable'],
    ['The war is on and they die in vain', 'de', 'unreadable'],
  ])('%s with the locale %s: %s', (text, locale, expected) => {
    expect(edtf(readDeadline(text, locale === undefined ? SAID : { ...SAID, locale }))).toBe(expected);
  });
});
