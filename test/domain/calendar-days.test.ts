import { describe, expect, test } from 'vitest';
import { daysAfter, daysBetween, slipOf } from '../../src/domain/calendar-days.js';
import { day, days, instant, ms, startOf, WASHINGTON } from './support.js';

describe('calendar days', () => {
  test('count between the dates that are named', () => {
    expect(daysBetween(day('2025-09-02'), day('2025-09-12'), WASHINGTON)).toBe(10);
    expect(daysBetween(day('2025-09-02'), days('2025-08-07', '2025-08-09'), WASHINGTON)).toBe(-24);
    expect(daysBetween(day('2025-09-02'), startOf('2025-09-03', 'before'), WASHINGTON)).toBe(1);
    expect(daysBetween(day('2025-09-02'), startOf('2025-09-03', 'effective'), WASHINGTON)).toBe(1);
  });

  test('take an instant on its date in the zone that is asked for, midnight included', () => {
    const late = instant('2025-09-02T23:30');
    expect(daysBetween(day('2025-09-02'), late, WASHINGTON)).toBe(0);
    expect(daysBetween(day('2025-09-02', { zone: 'Asia/Tokyo' }), late, 'Asia/Tokyo')).toBe(1);
    expect(daysBetween(day('2025-09-02'), instant('2025-09-03T00:00'), WASHINGTON)).toBe(1);
    expect(daysAfter(instant('2025-09-03T00:00'), ms('2025-09-03T08:00'))).toBe(0);
    expect(daysAfter(day('2025-09-02'), ms('2025-09-03T00:00'))).toBe(1);
  });

  test('slip from the first deadline to the last; of none there is none', () => {
    expect(slipOf([])).toBeNull();
    expect(slipOf([day('2025-09-02')])).toBe(0);
    expect(slipOf([day('2025-09-02'), day('2025-10-02'), day('2025-09-05')])).toBe(3);
  });
});
