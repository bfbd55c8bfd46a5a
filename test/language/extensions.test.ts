import { describe, expect, it } from 'vitest';
import { isDated, type DatedReading, type ReadResult } from '../../src/domain/reading.js';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';
import { reasonOf } from './say.js';

const ZONE = 'America/New_York';
/** Friday 4 April 2025, 12:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-04-04T16:00:00Z'),
  clock: true,
  zone: ZONE,
  zoneFrom: 'issuer',
};

function dated(words: string, context = SAID): DatedReading {
  const result = readDeadline(words, context);
  if (result.kind !== 'read' || !isDated(result.reading)) throw new Error(`no date: ${words}`);
  return result.reading;
}

const inForce = (words: string): ReadingContext => ({ ...SAID, inForce: dated(words) });
/** The end of Saturday 5 April. */
const DAY = inForce('by 5 April');

function shown(result: ReadResult): string {
  if (result.kind === 'not-a-deadline') return result.reason.kind;
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  const all = readings.map(({ bound, edtf }) => `${bound} ${edtf}`).join(' or ');
  return result.kind === 'read' ? all : `${result.reason.kind}: ${all}`;
}
const read = (words: string, context: ReadingContext = DAY) => shown(readDeadline(words, context));

/** What is added, in how many days after 5 April. */
const COUNTED: readonly (readonly [string, string])[] = [
  ['an additional 75 days', '2025-06-19'],
  ['75 additional days', '2025-06-19'],
  ['75 more days', '2025-06-19'],
  ['a further 75 days', '2025-06-19'],
  ['an extra 75 days', '2025-06-19'],
  ['an extra week', '2025-04-12'],
  ['another 75 days', '2025-06-19'],
  ['a 75-day extension', '2025-06-19'],
  ['an extension of 75 days', '2025-06-19'],
  ["75 days' extension", '2025-06-19'],
  ['an extension of the deadline by two weeks', '2025-04-19'],
  ['pushed back a week', '2025-04-12'],
  ['the deadline was pushed back by one week', '2025-04-12'],
  ['pushing the date out two weeks', '2025-04-19'],
  ['moved back 10 days', '2025-04-15'],
  ['put off for a month', '2025-05-05'],
  ['postponed by 30 days', '2025-05-05'],
  ['the vote is postponed for two weeks', '2025-04-19'],
  ['delayed 30 days', '2025-05-05'],
  ['delaying the tariffs on Canada and Mexico for 30 days', '2025-05-05'],
  ['a delay of 30 days', '2025-05-05'],
  ['30-day pause', '2025-05-05'],
  ['a 90-day pause', '2025-07-04'],
  ['a one-month pause', '2025-05-05'],
  ['paused for 30 days', '2025-05-05'],
  ['put on hold for 30 days', '2025-05-05'],
  ['75-day pause', '2025-06-19'],
  ['a 30-day reprieve', '2025-05-05'],
  ['extended by 90 days', '2025-07-04'],
  ['extended for 90 days', '2025-07-04'],
  ['the deadline is extended 90 days', '2025-07-04'],
  ['the deadline has been extended for 90 days', '2025-07-04'],
  ['We are extending it another 3 months.', '2025-07-05'],
  ['prolonged by three weeks', '2025-04-26'],
  ['extended by one more week', '2025-04-12'],
  ['renewed for 6 months', '2025-10-05'],
  ['75 days from the current deadline', '2025-06-19'],
  ['a week after the original deadline', '2025-04-12'],
  ['30 days beyond the deadline', '2025-05-05'],
  ['a week later than planned', '2025-04-12'],
  ['extended by 10 business days', '2025-04-18'],
  ['an extension of up to 90 days', '2025-07-04'],
  ['will hold the tariffs off for a week', '2025-04-12'],
  ['the tariffs are frozen for 30 days', '2025-05-05'],
  ['stayed for 30 days', '2025-05-05'],
  ['another 10 to 12 days', '2025-04-15/2025-04-17'],
  ['another 48 hours', '2025-04-07'],
];

describe('a length of time that is added to the deadline in force', () => {
  it.each(COUNTED)('%s', (words, edtf) => {
    expect(read(words)).toBe(`by ${edtf}`);
  });

  it.each(COUNTED)('is refused if no deadline is known: %s', (words) => {
    expect(read(words, SAID)).toBe('extension');
  });

  it('says what it was counted from', () => {
    const result = readDeadline('an additional 75 days', DAY);
    expect(result).toMatchObject({
      reading: {
        assumed: [{ kind: 'from-deadline', way: 'after', from: '2025-04-05', time: null }],
      },
    });
    expect(reasonOf(result)).toBe('75 days after 5 Apr 2025');
    expect(reasonOf(readDeadline('another 10 to 12 days', DAY))).toBe('10 days to 12 days after 5 Apr 2025');
  });

  it('keeps the hour and the bound of the deadline in force', () => {
    const hour = inForce('effective 8 April 2025 at 00:01');
    expect(read('a 90-day pause', hour)).toBe('effective 2025-07-07T00:01:00-04:00');
    expect(reasonOf(readDeadline('a 90-day pause', hour))).toBe('90 days after 8 Apr 2025, 00:01');
    expect(read('another 36 hours', hour)).toBe('effective 2025-04-09T12:01:00-04:00');
    expect(read('another month', inForce('starting 8 April'))).toMatch(/effective 2025-05-08/);
    expect(read('extended by a week', inForce('before 8 April'))).toBe('before ../2025-04-14');
    expect(read('extended by 12 hours')).toBe('by 2025-04-06T12:00:00-04:00');
    expect(read('extended by a week', inForce('7 to 9 April'))).toBe('by 2025-04-16');
  });

  it('counts in the time zone of the deadline in force', () => {
    const kyiv = inForce('8 April, noon Kyiv time');
    expect(read('extended by a week', kyiv)).toBe('by 2025-04-15T12:00:00+03:00');
  });

  it.each([
    'extended the April 5 deadline by 75 days',
    'the 5 April deadline was extended by 75 days',
    'the deadline, which was 5 April, is pushed back 75 days',
  ])('counts from a deadline that the words name: %s', (words) => {
    expect(read(words)).toBe('by 2025-06-19');
    expect(read(words, SAID)).toBe('by 2025-06-19');
  });

  it.each([
    ['You have until Friday 11 April, and no delay of 30 days', 'by 2025-04-11'],
    ['The summit is on 11 April. The tariffs are delayed by 30 days.', 'announcement'],
  ])('counts from no other date: %s', (words, expected) => {
    expect(read(words, SAID)).toBe(expected);
  });

  it('asks once the deadline has passed', () => {
    const late = { ...DAY, at: Date.parse('2025-04-20T16:00:00Z') };
    expect(read('an additional 75 days', late)).toBe('extension: by 2025-06-19 or by 2025-07-04');
  });
});

describe('a length of time that is taken from the deadline in force', () => {
  const june = inForce('by 30 June');
  const earlier: readonly (readonly [string, string])[] = [
    ['moved up by 10 days', '2025-06-20'],
    ['will be moved up 10 days', '2025-06-20'],
    ['brought forward by a week', '2025-06-23'],
    ['shortened by 10 days', '2025-06-20'],
    ['cut by ten days', '2025-06-20'],
    ['10 days earlier', '2025-06-20'],
    ['10 days sooner', '2025-06-20'],
    ['speed it up by 10 days', '2025-06-20'],
    ['a week earlier than planned', '2025-06-23'],
  ];
  it.each(earlier)('%s', (words, edtf) => {
    expect(read(words, june)).toBe(`by ${edtf}`);
    expect(reasonOf(readDeadline(words, june))).toMatch(/ before 30 Jun 2025$/);
  });

  it('asks which way "moved forward" goes', () => {
    expect(read('moved forward by 10 days', june)).toBe('extension-way: by 2025-06-20 or by 2025-07-10');
  });
});

describe('a length of time that may be added or counted from now', () => {
  const asked: readonly (readonly [string, string, string])[] = [
    ['one more week', '2025-04-12', '2025-04-11'],
    ['another week', '2025-04-12', '2025-04-11'],
    ['a week longer', '2025-04-12', '2025-04-11'],
    ['a final 30 days', '2025-05-05', '2025-05-04'],
    ['one last week', '2025-04-12', '2025-04-11'],
    ['a final week', '2025-04-12', '2025-04-11'],
    ['They have two more weeks', '2025-04-19', '2025-04-18'],
    ['I am giving Iran 10 more days', '2025-04-15', '2025-04-14'],
    ['in another two weeks', '2025-04-19', '2025-04-18'],
  ];
  it.each(asked)('%s', (words, added, fromNow) => {
    expect(read(words)).toBe(`extension: by ${added} or by ${fromNow}`);
    expect(read(words, SAID)).toBe(`extension-unknown: by ${fromNow}`);
  });
});

describe('a length of time that a move adds, and a new record counts from now', () => {
  it.each([
    ['a week later', '2025-04-12', '2025-04-11'],
    ['a 30-day grace period', '2025-05-05', '2025-05-04'],
    ['a moratorium of 30 days', '2025-05-05', '2025-05-04'],
  ])('%s', (words, added, fromNow) => {
    expect(read(words)).toBe(`extension: by ${added} or by ${fromNow}`);
    expect(read(words, SAID)).toBe(`by ${fromNow}`);
  });
});

describe('what is no extension', () => {
  it.each([
    ['within 30 days', 'by 2025-05-04'],
    ['30 days', 'by 2025-05-04'],
    ['extended by a week, to 14 April', 'by 2025-04-14'],
    ['extended until 9 July', 'by 2025-07-09'],
    ['moved from 5 April to 9 July', 'by 2025-07-09'],
    ['the deadline was moved from 5 April to 9 July 2026', 'by 2026-07-09'],
    ['shortened from 2 September to 8 August', 'by 2025-08-08'],
    ['verschoben vom 5. April auf den 9. Juli', 'by 2025-07-09'],
    ['reporté du 5 avril au 9 juillet', 'by 2025-07-09'],
    ['aplazado del 5 de abril al 9 de julio', 'by 2025-07-09'],
    ['перенесено з 5 квітня на 9 липня', 'by 2025-07-09'],
    ['перенесён с 5 апреля на 9 июля', 'by 2025-07-09'],
    ['the window is from 5 April to 9 July', 'by 2025-04-05/2025-07-09'],
    ['pushed back to 19 June', 'by 2025-06-19'],
    ['an extension of 30 days from today', 'by 2025-05-04'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});

describe('in other languages', () => {
  it.each([
    ['weitere 30 Tage', 'by 2025-05-05'],
    ['zusätzliche 30 Tage', 'by 2025-05-05'],
    ['um 30 Tage verlängert', 'by 2025-05-05'],
    ['die Frist wird um zwei Wochen verschoben', 'by 2025-04-19'],
    ['verlängert die Frist um 30 Tage', 'by 2025-05-05'],
    ['eine Verlängerung um 30 Tage', 'by 2025-05-05'],
    ['90-tägige Pause', 'by 2025-07-04'],
    ['für 90 Tage ausgesetzt', 'by 2025-07-04'],
    ['noch eine Woche', 'extension: by 2025-04-12 or by 2025-04-11'],
    ['30 jours supplémentaires', 'by 2025-05-05'],
    ['prolongé de 30 jours', 'by 2025-05-05'],
    ['le délai est reporté de deux semaines', 'by 2025-04-19'],
    ['une pause de 90 jours', 'by 2025-07-04'],
    ['encore une semaine', 'extension: by 2025-04-12 or by 2025-04-11'],
    ['otros 30 días', 'by 2025-05-05'],
    ['30 días más', 'by 2025-05-05'],
    ['prorrogado por 30 días', 'by 2025-05-05'],
    ['una prórroga de 30 días', 'by 2025-05-05'],
    ['aplazado dos semanas', 'by 2025-04-19'],
    ['una pausa de 90 días', 'by 2025-07-04'],
    ['una semana más', 'extension: by 2025-04-12 or by 2025-04-11'],
    ['на 30 днів продовжено', 'by 2025-05-05'],
    ['додаткові 30 днів', 'by 2025-05-05'],
    ['відкладено на тиждень', 'by 2025-04-12'],
    ['пауза на 90 днів', 'by 2025-07-04'],
    ['ще 30 днів', 'extension: by 2025-05-05 or by 2025-05-04'],
    ['ще тиждень', 'extension: by 2025-04-12 or by 2025-04-11'],
    ['продлён на 30 дней', 'by 2025-05-05'],
    ['отсрочка на 30 дней', 'by 2025-05-05'],
    ['дополнительные 30 дней', 'by 2025-05-05'],
    ['отложено на неделю', 'by 2025-04-12'],
    ['ещё неделя', 'extension: by 2025-04-12 or by 2025-04-11'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each([
    ['die Frist wird um 10 Tage verkürzt', 'by 2025-06-20'],
    ['avancé de 10 jours', 'by 2025-06-20'],
    ['adelantado 10 días', 'by 2025-06-20'],
    ['скорочено на 10 днів', 'by 2025-06-20'],
    ['сокращён на 10 дней', 'by 2025-06-20'],
  ])('%s', (words, expected) => {
    expect(read(words, inForce('by 30 June'))).toBe(expected);
  });
});
