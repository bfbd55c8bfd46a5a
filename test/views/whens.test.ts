import { describe, expect, test } from 'vitest';
import { drawText } from '../../src/discord/draw.js';
import { at, dayOf, type When } from '../../src/domain/when.js';
import { onDay, whenText } from '../../src/wording/dates.js';
import { english } from '../../src/wording/index.js';

const ZONE = 'America/New_York';
const NEAR = Date.parse('2025-08-06T22:00:00Z');
const midnight = (date: string) => dayOf(Date.parse(`${date}T12:00:00Z`), ZONE).start;
const from = (first: string, end: string): When => ({ start: midnight(first), end: midnight(end) });

describe('when something was said or done', () => {
  const cases: readonly (readonly [string, When, string, string])[] = [
    ['an instant', at(NEAR), '6 Aug', 'on 6 Aug'],
    ['a day', from('2025-07-14', '2025-07-15'), '14 Jul', 'on 14 Jul'],
    ['the day the clocks go back', from('2024-11-03', '2024-11-04'), '3 Nov 2024', 'on 3 Nov 2024'],
    ['a month', from('2025-07-01', '2025-08-01'), 'July 2025', 'in July 2025'],
    ['the month the clocks go forward', from('2025-03-01', '2025-04-01'), 'March 2025', 'in March 2025'],
    ['a year', from('2024-01-01', '2025-01-01'), '2024', 'in 2024'],
    ['some days', from('2025-07-01', '2025-07-11'), '1 Jul to 10 Jul', 'between 1 Jul and 10 Jul'],
    [
      'as many days as a month',
      from('2025-07-02', '2025-08-02'),
      '2 Jul to 1 Aug',
      'between 2 Jul and 1 Aug',
    ],
  ];
  test.each(cases)('%s is shown no more precisely than it is known', (_name, when, noun, phrase) => {
    expect(drawText(whenText(english, when, ZONE, NEAR))).toBe(noun);
    expect(drawText(onDay(english, when, ZONE, NEAR))).toBe(phrase);
  });

  test('a month of another zone is still that month', () => {
    const july = from('2025-07-01', '2025-08-01');
    for (const zone of ['Asia/Tokyo', 'UTC', 'America/Los_Angeles'])
      expect(drawText(onDay(english, july, zone, NEAR))).toBe('in July 2025');
  });

  test.each([
    ['Asia/Kabul', 'America/New_York'],
    ['Asia/Tokyo', 'America/New_York'],
    ['America/New_York', 'Asia/Kabul'],
    ['America/Los_Angeles', 'Pacific/Auckland'],
    ['Europe/Brussels', 'UTC'],
    ['Asia/Kathmandu', 'Pacific/Honolulu'],
    ['Asia/Beirut', 'America/Los_Angeles'],
  ])('a day that was read in %s is still that day in %s', (there, here) => {
    for (const date of ['2021-07-08', '2025-12-31', '2025-03-30']) {
      const day = dayOf(Date.parse(`${date}T${there.startsWith('Asia') ? '03' : '18'}:00:00Z`), there);
      const shown = drawText(whenText(english, day, there));
      expect(drawText(whenText(english, day, here))).toBe(shown);
      expect(drawText(onDay(english, day, here, NEAR))).toBe(drawText(onDay(english, day, there, NEAR)));
    }
  });

  test('a day has its weekday and its year where there is room', () => {
    expect(drawText(whenText(english, from('2025-07-14', '2025-07-15'), ZONE))).toBe('Mon 14 Jul 2025');
  });
});
