import { describe, expect, it } from 'vitest';
import { holdBefore } from '../../src/discord/identifies.js';
import { DAY } from '../../src/domain/durations.js';

const NOON = Date.UTC(2025, 6, 14, 12);
const FREE = { total: 1000, remaining: 1000, resetAfter: DAY };

describe('the identifies of a day', () => {
  it('are not held back while there are few', () => {
    const made = Array.from({ length: 9 }, (_, index) => NOON + index);
    expect(holdBefore(FREE, made, NOON + 9)).toBeNull();
  });

  it('stay below 200 a day when a supervisor restarts the process every second', () => {
    let made: readonly number[] = [];
    let most = 0;
    for (let now = NOON; now < NOON + 3 * DAY; now += 1000) {
      made = made.filter((at) => now - at < DAY);
      if (holdBefore(FREE, made, now) === null) made = [...made, now];
      most = Math.max(most, made.length);
    }
    expect(most).toBeLessThan(200);
  });

  it('leave a reserve to others with the same token, until Discord allows more', () => {
    const low = { total: 1000, remaining: 50, resetAfter: 3_600_000 };
    expect(holdBefore(low, [], NOON)).toMatchObject({ wait: 3_600_000 });
    expect(holdBefore(low, [], NOON)?.reason).toContain('50 left');
    expect(holdBefore({ ...low, remaining: 51 }, [], NOON)).toBeNull();
  });
});
