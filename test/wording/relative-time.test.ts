import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/durations.js';
import { relative } from '../../src/playground/page/time.js';
import { english } from '../../src/wording/index.js';
import { relativeTime } from '../../src/wording/relative-time.js';

const away = (instant: number, now: number) => relativeTime(english, instant, now);

it.each([
  [20_000, 'in a moment'],
  [MINUTE, 'in 1 minute'],
  [90 * MINUTE, 'in 2 hours'],
  [13 * HOUR, 'in 13 hours'],
  [23.6 * HOUR, 'in 1 day'],
  [2.4 * DAY, 'in 2 days'],
  [2.6 * DAY, 'in 3 days'],
  [40 * DAY, 'in 1 month'],
  [400 * DAY, 'in 1 year'],
])('%d ms away is %s', (ms, words) => {
  expect(away(ms, 0)).toBe(words);
});

it.each([
  1,
  40,
  59.7,
  90,
  13 * 60,
  23.6 * 60,
  50 * 60,
  10 * 1440,
  25.5 * 1440,
  40 * 1440,
  50 * 1440,
  400 * 1440,
])('%d minutes away is said on the page of the local Discord as everywhere else', (minutes) => {
  expect(relative(minutes * MINUTE, 0, 'en-US')).toBe(away(minutes * MINUTE, 0));
  expect(relative(0, minutes * MINUTE, 'en-US')).toBe(away(0, minutes * MINUTE));
});

it('the text of a past instant says how long ago it was', () => {
  expect(away(0, 2 * DAY)).toBe('2 days ago');
  expect(away(0, 1000)).toBe('just now');
});
