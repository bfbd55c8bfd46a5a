import { expect, it } from 'vitest';
import { readDeadline } from '../../src/language/index.js';
import { currentPage } from '../support/page.js';
import { reasonOf, summaryOf } from './say.js';

const AT = Date.parse('2025-08-06T22:00:00Z');

const EXAMPLES = [
  'by Friday',
  'before 20 January',
  'starting 1 September',
  'within 48 hours',
  'within 50 days',
  '10 or 12 days',
  '50 days or sooner',
  'noon on Friday',
  '6 P.M., Washington, D.C. time, on Sunday',
  '5 a.m. Moscow time Monday',
  '12:01 a.m. EST on August 9',
  '1700Z on 8 August',
  'close of business Friday',
  'midnight Friday',
  'midnight tonight',
  '24:00 on 8 August',
  '08/09/2025',
  '13/09/2025',
  'Tuesday, 10 January',
  'the 15th',
  'Monday the 25th',
  'the last Friday of October',
  'a week from Friday',
  '2 days before Christmas',
  'in a fortnight',
  'T-50',
  '10 business days',
  'by Labor Day',
  'Easter Monday',
  'Orthodox Easter',
  'end of next week',
  'by the end of the month',
  'early September',
  'Q4',
  'by 2030',
  'July 31-August 2',
  'between Aug 8 and Aug 12',
  'in 90 days, on 9 November',
  '2:30 am on 8 March 2026',
  '30 days after signing',
  'Canada must drop the tax by noon on Friday; talks resume Monday',
  'by 10 a.m. (1400 GMT) on Monday',
  'by 10 a.m. (0800 GMT) on Monday',
  'before dawn on Sunday',
  'before the election on November 5',
  '45 days from 4 August',
  'Trump on Tuesday gave them two weeks',
  'Talks collapsed on Thursday',
  'as early as next week',
  'in the coming days',
  'when it’s over',
  'extended by 90 days',
  '1 August 2025',
  '31 June',
  '5 March 20266',
  '25:00 on Friday',
  'by 5 pm XYZT',
  'bis Freitag um 18 Uhr',
  'avant le 8 août',
  'antes del viernes',
  'до п’ятниці',
  'в течение 48 часов',
];

function row(words: string): string {
  const result = readDeadline(words, { at: AT, clock: true, zone: 'America/New_York', zoneFrom: 'issuer' });
  const notes = result.kind === 'not-a-deadline' ? '' : reasonOf(result);
  return `| ${words} | ${summaryOf(result, AT)} | ${notes} |`;
}

it('the examples in docs/deadlines.md match the code', () => {
  const table = [
    '| words | reading | assumption, or why it is a question |',
    '| --- | --- | --- |',
    ...EXAMPLES.map(row),
  ].join('\n');
  const { page, current } = currentPage('deadlines.md', 'examples', table);
  expect(page).toBe(current);
});
