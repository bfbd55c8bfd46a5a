import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline, type ReadingContext } from '../../src/language/index.js';

/** Wednesday 6 August 2025, 18:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};
const edtf = (text: string) => {
  const result = readDeadline(text, SAID);
  if (result.kind === 'not-a-deadline') return result.why;
  return result.kind === 'read' ? result.reading.edtf : result.candidates.map((one) => one.edtf).join(' or ');
};

describe('the deadline of a sentence', () => {
  it.each([
    [
      'President Donald Trump warned severe tariffs will hit Russia on Friday if the fighting continues.',
      'Friday',
      '2025-08-08',
    ],
    ['Trump gave Moscow a 50-day deadline to agree a ceasefire', '50-day', '2025-09-25'],
    [
      'He will set a new deadline of about 10 or 12 days from today',
      '10 or 12 days from today',
      '2025-08-16/2025-08-18',
    ],
    [
      'The union said members will walk off the job at 11:59 p.m. Thursday if no agreement is reached.',
      '11:59 p.m. Thursday',
      '2025-08-07T23:59:00-04:00',
    ],
    [
      'Hamas has until 6 P.M., Washington, D.C. time, on Sunday to accept the deal.',
      'until 6 P.M., Washington, D.C. time, on Sunday',
      '2025-08-10T18:00:00-04:00',
    ],
    [
      'Canada must drop the tax by noon on Friday; talks resume Monday.',
      'by noon on Friday',
      '2025-08-08T12:00:00-04:00',
    ],
    [
      'Employees who do not respond by 11:59 p.m. EST on Monday will be considered to have resigned.',
      'by 11:59 p.m. EST on Monday',
      '2025-08-11T23:59:00-04:00',
    ],
    [
      'Ecowas gave the junta one week to reinstate the president or face the use of force.',
      'one week',
      '2025-08-13',
    ],
    [
      'More than 30 countries must sign by the end of the year; 12 already have.',
      'by the end of the year',
      '2025-12-31',
    ],
    [
      'He had previously set September 2 as the deadline, but on Tuesday moved it up to August 8.',
      'to August 8',
      '2025-08-08',
    ],
    [
      'WASHINGTON, Aug 6 (Reuters) - Sanctions would take effect on Friday unless Russia agrees.',
      'take effect on Friday',
      '2025-08-08/..',
    ],
    ['The Taliban set a deadline of August 31 for all troops to leave.', 'August 31', '2025-08-31'],
    ['Russia has two weeks, the president said on May 28.', 'two weeks', '2025-08-20'],
    [
      'On July 14, he threatened "very severe" tariffs if there is no deal in 50 days.',
      'in 50 days',
      '2025-09-25',
    ],
  ])('%s', (text, span, expected) => {
    expect(edtf(text)).toBe(expected);
    expect(findDeadlines(text, SAID)[0]?.words).toContain(span.replace(/^to /, ''));
  });

  it('orders several dates by likelihood, and gives the reasons', () => {
    const found = findDeadlines(
      'Talks resume Monday, but Canada must drop the tax by Friday or face tariffs.',
      SAID,
    );
    expect(found.map(({ words }) => words)).toEqual(['by Friday', 'Monday']);
    expect(found[0]?.reasons).toEqual(expect.arrayContaining(['by', 'demand', 'or-else']));
  });

  it('asks if no date is likelier than another', () => {
    expect(edtf('Friday, or perhaps it is Monday')).toBe('2025-08-08 or 2025-08-11');
  });

  it.each([
    ['A meeting could happen as early as next week, the president said.', 'lower-bound'],
    ['We will see what happens in the coming days.', 'vague'],
    ['They must act immediately.', 'no-date'],
    ['The deadline for me is when it’s over.', 'no-date'],
    ['Since January 20, 2025 the president has signed 180 orders.', 'lower-bound'],
    ['The ultimatum expired yesterday.', 'past'],
    ['Trump extends the deadline by another 90 days.', 'unreadable'],
    ['In the 1990s he sat and may march, and the sun was out for a second time.', 'unreadable'],
    ['Call (206) 555-1212, version 10.2.1, 4:3, 101,194 points, 6.45 percent, $1,200.', 'unreadable'],
  ])('is none in: %s', (text, why) => {
    expect(edtf(text)).toBe(why);
  });

  it.each([
    '"10 days from today"; reported since as Friday 8 August',
    '"Ten days from 2400GMT on 10 August 2025"',
    'until the match on Saturday',
    'before the Olympics start on 26 August',
  ])('is one in: %s', (text) => {
    expect(readDeadline(text, SAID).kind).toBe('read');
  });

  it('asks about a date if the last one is nearer and nothing favours the next', () => {
    expect(
      readDeadline('February 24: the war, its victims and all of their families at home and abroad.', SAID),
    ).toMatchObject({
      kind: 'ambiguous',
      reason: { kind: 'far-date' },
    });
  });

  it('asks about a count that begins with an event whose date the words do not give', () => {
    expect(readDeadline('within 30 days of receipt of this letter', SAID)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ edtf: '2025-09-05' }, { precision: 'none' }],
      reason: { kind: 'event', event: 'receipt of this letter' },
    });
  });
});
