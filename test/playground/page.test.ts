import { expect, test } from 'vitest';
import { parsed } from '../../src/playground/page/parsed.js';
import { isInstant } from '../../src/playground/page/time.js';

test.each([
  ['a timestamp beyond the last day', '<t:99999999999999999:R>'],
  ['a timestamp of no number', '<t::R> <t:x> <t:1:Q>'],
  ['stars without end', '**'.repeat(2000)],
  ['brackets without end', '[a]('.repeat(300)],
  ['marks that open one another', `${'**_~~||'.repeat(200)}a${'||~~_**'.repeat(200)}`],
  ['mentions of nobody', '<@> <@&> <#> <@!x> <:x:> <a::1>'],
  ['lone halves of signs', '\uD800\uDC00\uDFFF\u0000'],
])('malformed markup is read without an error: %s', (_what, words) => {
  expect(parsed(words).length).toBeGreaterThan(0);
});

test('an instant beyond the range of dates is not shown', () => {
  expect([0, -1, 8.64e15].map(isInstant)).toEqual([true, true, true]);
  expect([8.64e15 + 1, 1e20, NaN, Infinity].map(isInstant)).toEqual([false, false, false, false]);
});
