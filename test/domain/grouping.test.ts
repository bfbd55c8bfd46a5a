import { expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.js';
import { crowded, dayAround, leaderOf } from '../../src/domain/posts/grouping.js';
import { WASHINGTON } from './support.js';

const iso = (ms: number) => new Date(ms).toISOString();

test.each([
  ['2025-08-07T13:00:00Z', '2025-08-07T04:00:00.000Z', '2025-08-08T04:00:00.000Z'],
  ['2025-08-07T03:59:59Z', '2025-08-06T04:00:00.000Z', '2025-08-07T04:00:00.000Z'],
  ['2026-03-08T18:00:00Z', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
])('%s in Washington belongs to the local day', (at, from, until) => {
  const day = dayAround(Date.parse(at), WASHINGTON);
  expect([iso(day.from), iso(day.until)]).toEqual([from, until]);
});

test('a day without a midnight begins with its first instant', () => {
  const { from } = dayAround(Date.parse('2026-03-08T12:00:00Z'), 'America/Havana');
  expect(iso(from)).toBe('2026-03-08T05:00:00.000Z');
});

const reminder = (id: number, due: number): Delivery => ({
  id,
  guild: '1',
  channel: '2',
  post: {
    kind: 'milestone',
    number: id,
    version: { number: 1, generation: 0 },
    offset: { unit: 'days', count: 1 },
  },
  due,
  expires: null,
  status: 'pending',
  nonce: 'n',
  attempts: 0,
  attempted: null,
  settled: null,
  message: null,
  failure: null,
});

test('four reminders of a day become a list, three do not, and the first that is due posts it', () => {
  const four = [reminder(1, 9), reminder(2, 7), reminder(3, 7), reminder(4, 8)];
  expect(crowded(four.slice(1))).toBe(false);
  expect(crowded(four)).toBe(true);
  expect(leaderOf(four)?.id).toBe(2);
  expect(leaderOf([])).toBeNull();
});
