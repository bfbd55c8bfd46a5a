import { expect, test } from 'vitest';
import { placeOf } from '../../src/domain/place.js';

test.each([
  ['America/New_York', 'Washington'],
  ['Europe/Moscow', 'Moscow'],
  ['Europe/Kiev', 'Kyiv'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
])('%s is called %s', (zone, place) => {
  expect(placeOf(zone)).toBe(place);
});

test('an unknown zone has no place', () => {
  expect(placeOf('Mars/Olympus')).toBeNull();
});
