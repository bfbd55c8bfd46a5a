import { Cron } from 'croner';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { nextFire, parseSchedule } from '../../src/domain/cron/index.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Europe/London',
  'Europe/Moscow',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Chatham',
];

const START = DateTime.utc(2008).toMillis();
const LATE = DateTime.utc(2018).toMillis();
const END = DateTime.utc(2037).toMillis();

function offsetAt(instant: number, zone: string): number {
  return DateTime.fromMillis(instant, { zone }).offset;
}

/** Whether the clocks of the zone are left alone in a span; no zone changes twice within half a day. */
function steady(from: number, to: number, zone: string): boolean {
  for (let at = from; at < to; at += DAY / 2) {
    if (offsetAt(at, zone) !== offsetAt(Math.min(at + DAY / 2, to), zone)) return false;
  }
  return true;
}

function field(min: number, max: number): fc.Arbitrary<string> {
  const value = fc.integer({ min, max });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    { weight: 3, arbitrary: value.map(String) },
    fc.integer({ min: 2, max: 6 }).map((step) => `*/${step}`),
    fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.uniqueArray(value, { minLength: 2, maxLength: 4 }).map((values) => values.join(',')),
  );
}

const expressions = fc
  .tuple(
    fc.constantFrom('0', '30', '7', '0,30', '*/15', '5,35'),
    field(0, 23),
    field(1, 31),
    field(1, 12),
    field(0, 7),
  )
  .map((fields) => fields.join(' '))
  .filter((text) => parseSchedule(text).ok);

const instants = fc.integer({ min: START, max: END });

test('a schedule fires when croner does, unless the clocks change', () => {
  let compared = 0;
  fc.assert(
    fc.property(expressions, fc.constantFrom(...ZONES), instants, (text, zone, after) => {
      const read = parseSchedule(text);
      if (!read.ok) throw new Error('filtered above');
      const ours = nextFire(read.value, zone, after);
      const whole = Math.floor(after / 1000) * 1000;
      const theirs = new Cron(text, { timezone: zone }).nextRun(new Date(whole))?.getTime();
      if (!steady(after - DAY, Math.min(ours, theirs ?? ours) + DAY, zone)) return;
      compared += 1;
      expect(ours).toBe(theirs);
    }),
    { seed: 12, numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(500);
});

test('the normal form of an expression fires at the same times as the expression', () => {
  fc.assert(
    fc.property(expressions, fc.constantFrom(...ZONES), instants, (text, zone, after) => {
      const read = parseSchedule(text);
      if (!read.ok) throw new Error('filtered above');
      expect(nextFire(read.value, zone, after)).toBe(nextFire(text, zone, after));
      expect(parseSchedule(read.value)).toEqual(read);
    }),
    { seed: 12, numRuns: 300 },
  );
});

/** Changes of the clocks of a zone, to the minute. */
function changesOf(zone: string): readonly number[] {
  const changes: number[] = [];
  for (let day = START; day < LATE; day += DAY) {
    if (offsetAt(day, zone) === offsetAt(day + DAY, zone)) continue;
    let [before, after] = [day, day + DAY];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle, zone) === offsetAt(day, zone)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** The rule, word by word: at each minute, is there a fire that no clock has shown before and that is over now? */
function byTheMinute(minutes: ReadonlySet<number>, zone: string, from: number, after: number): number {
  let shown = from + offsetAt(from, zone) * MINUTE;
  for (let at = from + MINUTE; ; at += MINUTE) {
    const reading = at + offsetAt(at, zone) * MINUTE;
    let fires = false;
    for (let time = shown + MINUTE; time <= reading; time += MINUTE) {
      fires ||= minutes.has((time / MINUTE) % (24 * 60));
    }
    shown = Math.max(shown, reading);
    if (fires && at > after) return at;
  }
}

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => hour);

test('around a change of the clocks every local time fires once, at the first instant that has reached it', () => {
  const changes = ZONES.flatMap((zone) => changesOf(zone).map((at) => ({ zone, at })));
  fc.assert(
    fc.property(
      fc.constantFrom(...changes),
      fc.constantFrom([0], [30], [7], [0, 30], [0, 15, 30, 45]),
      fc.constantFrom(EVERY_HOUR, [0, 12], [0], [1], [2], [3], [23], [0, 1, 2, 3]),
      fc.integer({ min: -6 * 60, max: 6 * 60 }),
      ({ zone, at }, ofHour, hours, away) => {
        const cron = `${ofHour.join()} ${hours.join()} * * *`;
        const minutes = new Set(hours.flatMap((hour) => ofHour.map((minute) => hour * 60 + minute)));
        const after = at + away * MINUTE;
        expect(nextFire(cron, zone, after)).toBe(byTheMinute(minutes, zone, at - 8 * 60 * MINUTE, after));
      },
    ),
    { seed: 2025, numRuns: 100 },
  );
});
