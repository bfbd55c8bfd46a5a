import { describe, expect, it } from 'vitest';
import { holdBefore } from '../../src/discord/identifies.js';
import { later, msBetween, wallInstant, type WallInstant } from '../../src/domain/instant.js';
import { DAY } from '../../src/domain/durations.js';

const NOON = wallInstant(Date.UTC(2025, 6, 14, 12));
const FREE = { total: 1000, remaining: 1000, resetAfter: DAY };

describe('the identifies of a day', () => {
  it('are not held back while there are few', () => {
    const made = Array.from({ length: 9 }, (_, index) => later(NOON, index));
    expect(holdBefore(FREE, made, later(NOON, 9))).toBeNull();
  });

  it('stay below 200 a day when a supervisor restarts the process every second', () => {
    let made: readonly WallInstant[] = [];
    let most = 0;
    for (let now = NOON; msBetween(NOON, now) < 3 * DAY; now = later(now, 1000)) {
      const day = now;
      made = made.filter((at) => msBetween(at, day) < DAY);
      if (holdBefore(FREE, made, now) === null) made = [...made, now];
      most = Math.max(most, made.length);
    }
    expect(most).toBeLessThan(200);
  });

  it('keep a reserve for other processes with the same token', () => {
    const low = { total: 1000, remaining: 50, resetAfter: 3_600_000 };
    expect(holdBefore(low, [], NOON)).toEqual({
      wait: 3_600_000,
      reason: { kind: 'reserve', total: 1000, remaining: 50 },
    });
    expect(holdBefore({ ...low, remaining: 51 }, [], NOON)).toBeNull();
  });
});
