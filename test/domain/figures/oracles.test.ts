import { describe, expect, it } from 'vitest';
import { medianOf, wilsonInterval } from '../../../src/domain/figures/proportion.js';
import { survivalOf } from '../../../src/domain/figures/survival.js';

describe('the interval of a share', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])(
    'of %i in %i is that of Newcombe 1998 (Statistics in Medicine 17, table I, method 3)',
    (count, n, low, high) => {
      const interval = wilsonInterval({ count, n });
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    },
  );

  it('of no case says nothing', () => {
    expect(wilsonInterval({ count: 0, n: 0 })).toEqual({ low: 0, high: 1 });
  });

  it('of all cases ends at 1', () => {
    expect(wilsonInterval({ count: 7, n: 7 }).high).toBe(1);
  });
});

/** Weeks of remission under 6-MP; a plus: still in remission when last seen (Freireich et al. 1963, Blood 21, 699–716). */
const REMISSION = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';

describe('the curve of Freireich 1963', () => {
  const curve = survivalOf(
    REMISSION.split(' ').map((week) => ({ days: Number.parseInt(week, 10), happened: !week.endsWith('+') })),
  );
  const step = (week: number) => curve.steps.find(({ days }) => days === week);

  it.each([
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
  ])('stands after %i weeks at %f', (week, share) => {
    expect(step(week)?.share).toBeCloseTo(share, 3);
  });

  it.each([
    [6, 0.0764],
    [10, 0.0963],
    [23, 0.1346],
  ])('has after %i weeks the error %f of Greenwood', (week, error) => {
    expect(step(week)?.error).toBeCloseTo(error, 4);
  });

  it.each([
    [10, 0.586, 0.968],
    [23, 0.249, 0.807],
  ])('has after %i weeks the band from %f to %f', (week, low, high) => {
    expect(step(week)?.low).toBeCloseTo(low, 3);
    expect(step(week)?.high).toBeCloseTo(high, 3);
  });

  it('has the median 23 weeks, of 21 patients with 9 relapses', () => {
    expect(curve).toMatchObject({ n: 21, events: 9, median: 23 });
  });
});

describe('a curve without much to say', () => {
  it('has no median where it has happened for fewer than half', () => {
    const times = [1, 2, 3].map((days) => ({ days, happened: days === 1 }));
    expect(survivalOf(times)).toMatchObject({ n: 3, events: 1, median: null });
  });

  it('ends at nothing where it has happened for all', () => {
    const times = [1, 2].map((days) => ({ days, happened: true }));
    expect(survivalOf(times).steps.at(-1)).toMatchObject({ share: 0, low: 0, high: 0 });
  });
});

describe('the median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[5, -1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %j', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
