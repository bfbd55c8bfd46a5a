import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline, readMoment, type ReadingContext } from '../../src/language/index.js';
import type { ReadResult } from '../../src/domain/reading.js';
import { FRENCH } from './languages/french.js';
import { GERMAN } from './languages/german.js';
import { RUSSIAN } from './languages/russian.js';
import { SPANISH } from './languages/spanish.js';
import { UKRAINIAN } from './languages/ukrainian.js';

const SAID: ReadingContext = {
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

describe('a count from an event that has no date', () => {
  it.each([
    ['30 Tage nach Unterzeichnung', 'Unterzeichnung'],
    ['binnen 10 Tagen ab Zustellung', 'Zustellung'],
    ['30 jours après la signature', 'signature'],
    ['dans un délai de 30 jours à compter de la signature', 'signature'],
    ['30 días después de la firma', 'firma'],
    ['протягом 10 днів з дня отримання', 'отримання'],
    ['в течение 30 дней со дня подписания', 'подписания'],
  ])('is asked about: %s', (words, event) => {
    const result = readDeadline(words, SAID);
    expect(result).toMatchObject({ kind: 'ambiguous', reason: { kind: 'event', event } });
  });
});

describe('a day gone by', () => {
  it.each([
    ['gestern', '2025-08-05'],
    ['hier', '2025-08-05'],
    ['ayer', '2025-08-05'],
    ['вчера', '2025-08-05'],
    ['вчора', '2025-08-05'],
    ['vor 3 Tagen', '2025-08-03'],
    ['il y a 3 jours', '2025-08-03'],
    ['hace tres días', '2025-08-03'],
    ['3 дня назад', '2025-08-03'],
    ['три дні тому', '2025-08-03'],
    ['letzten Freitag', '2025-08-01'],
    ['vendredi dernier', '2025-08-01'],
    ['el viernes pasado', '2025-08-01'],
    ['в прошлую пятницу', '2025-08-01'],
    ['минулої п’ятниці', '2025-08-01'],
    ['Montag', '2025-08-04'],
    ['28.7.', '2025-07-28'],
    ['am 28. Juli', '2025-07-28'],
    ['le 28 juillet', '2025-07-28'],
    ['28 липня', '2025-07-28'],
  ])('%s was %s', (words, day) => {
    const moment = readMoment(words, { now: SAID.at, zone: 'UTC', locale: 'de' });
    expect(moment.kind === 'read' && new Date(moment.when.start).toISOString().slice(0, 10)).toBe(day);
  });
});

describe('weeks and months to come without a number', () => {
  it.each([
    'in the coming weeks',
    'over the next months',
    'in den nächsten Monaten',
    'dans les mois à venir',
  ])('are no date: %s', (words) => {
    expect(readDeadline(words, SAID).kind).toBe('not-a-deadline');
  });
});
