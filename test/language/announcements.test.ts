import { describe, expect, it } from 'vitest';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';

const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};

const comesTo = (text: string): string => {
  const result = readDeadline(text, SAID);
  if (result.kind === 'read') return result.reading.edtf;
  return result.kind === 'not-a-deadline' ? result.reason.kind : result.kind;
};

describe('what is only announced for a day', () => {
  it.each([
    // What will be, what is, and what happens, of somebody who is only spoken of.
    'Ukraine will mark 34 years of independence on 24 August.',
    "The Pope's trip to Lebanon is planned for late November.",
    'Registration for the marathon opens on Friday at noon.',
    'Voters go to the polls in Norway on 8 September.',
    // A state that lasts until the day, and what is foretold for it.
    'The bridge will be closed until 15 September for repairs.',
    'The pool is open until 22 August.',
    "They're in Oslo until Friday.",
    'The heat will ease by Thursday, forecasters say.',
    'Half of the reservoirs could be dry by 2030, a study says.',
    'Die Autobahn bleibt bis Ende Oktober gesperrt.',
    'La exposición puede verse hasta el 30 de noviembre.',
    // The same in the other languages.
    'Das Finale wird am Samstag um 20:15 Uhr übertragen.',
    'Les négociations reprendront la semaine prochaine à Genève.',
    'El ministro viajará a Pekín el próximo martes.',
    'Рада збереться в четвер.',
    'Фестиваль пройдёт с 14 по 17 августа.',
  ])('is no deadline: %s', (text) => {
    expect(comesTo(text)).toBe('announcement');
  });

  it.each([
    // Somebody who speaks or is spoken to, a rule, a condition, a truce, a day that is referred to.
    ['We open the gates on Friday.', '2025-08-08'],
    ['From 1 September, any ship without a permit will be turned away.', '2025-09-01/..'],
    ['They will be fired on 15 August.', '2025-08-15/..'],
    ['The truce expires on 12 August.', '2025-08-12'],
    ['Fifteen days from now, the accounts will be frozen.', 'ambiguous'],
    ['The king has until 8 p.m. on Saturday to sign.', '2025-08-09T20:00:00-04:00'],
    ["Kick-off is at 3 p.m. Saturday; pay us before then or we don't play.", '2025-08-09T15:00:00-04:00'],
    ["They're to report back in 15 days.", '2025-08-21'],
    ["She's to hand over the keys by Friday.", '2025-08-08'],
    ['Entries are accepted until August 22.', '2025-08-22'],
    ['Late bids will be accepted until Friday.', '2025-08-08'],
    ['Dans trois jours, le gaz sera coupé.', '2025-08-09'],
    ['Через три дня газ отключат.', '2025-08-09'],
  ])('is one where somebody is concerned: %s', (text, expected) => {
    expect(comesTo(text)).toBe(expected);
  });
});

describe('a deadline in an unusual place', () => {
  it.each([
    ["give us '48 hours' to leave", '2025-08-08T18:00:00-04:00'],
    ['"two weeks", he said', '2025-08-20'],
    ['Those here after Friday will be expelled.', '2025-08-08'],
    ['Wer nach Freitag noch hier ist, wird verhaftet.', '2025-08-08'],
    ['30 days after the order of 13 August every NGO has to leave.', '2025-09-12'],
    ['Die Mieter haben den ganzen September Zeit.', '2025-09'],
    ['They have all of September to leave.', '2025-09'],
  ])('is read: %s', (text, expected) => {
    expect(comesTo(text)).toBe(expected);
  });

  it.each([
    'He said "no" on Friday.',
    'Talks after Friday will be held in Geneva.',
    '"A day late," said the leader.',
  ])('is none: %s', (text) => {
    expect(readDeadline(text, SAID).kind).toBe('not-a-deadline');
  });
});
