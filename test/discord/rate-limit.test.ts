import { beforeEach, describe, expect, it } from 'vitest';
import { RateLimit } from '../../src/discord/rate-limit.js';
import { wallInstant } from '../../src/domain/instant.js';

let now = 0;
beforeEach(() => {
  now = 0;
});
const limit = (more: { mostKeys?: number } = {}) =>
  new RateLimit({ capacity: 3, refillMs: 1000, wallNow: () => wallInstant(now), ...more });
const times = (rate: RateLimit, key: string, count: number) =>
  Array.from({ length: count }, () => rate.allow(key)).filter(Boolean).length;

describe('a limit on how often somebody may do something', () => {
  it('allows as many at once as it holds', () => {
    expect(times(limit(), 'ana', 10)).toBe(3);
  });

  it('counts each key alone', () => {
    const rate = limit();
    times(rate, 'ana', 10);
    expect(times(rate, 'ben', 10)).toBe(3);
  });

  it('allows one more after each pause, and never more than its capacity', () => {
    const rate = limit();
    times(rate, 'ana', 10);
    now = 999;
    expect(rate.allow('ana')).toBe(false);
    now = 1000;
    expect(times(rate, 'ana', 10)).toBe(1);
    now = 1_000_000;
    expect(times(rate, 'ana', 10)).toBe(3);
  });

  it('loses no allowance when the clock jumps back', () => {
    const rate = limit();
    now = 10_000;
    rate.allow('ana');
    now = 0;
    expect(times(rate, 'ana', 10)).toBe(2);
  });

  it('remembers a bounded number of keys, and forgets the longest unused', () => {
    const rate = limit({ mostKeys: 100 });
    times(rate, 'ana', 3);
    for (let index = 0; index < 99; index += 1) rate.allow(`person ${index}`);
    expect(rate.allow('ana')).toBe(false);
    for (let index = 0; index < 10_000; index += 1) rate.allow(`somebody ${index}`);
    expect(rate.size).toBe(100);
  });
});
