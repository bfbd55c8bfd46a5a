import * as fc from 'fast-check';
import {
  type Command,
  COMPLIANCES,
  FOLLOW_THROUGHS,
  type Entry,
  type Outcome,
} from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import { at, dayOf, localDate, type When } from '../../src/domain/when.js';
import {
  DAY,
  day,
  days,
  HOUR,
  instant,
  Ledger,
  ms,
  primary,
  recording,
  startOf,
  undated,
  WASHINGTON,
} from './support.js';

/** One thing somebody tries, and how long after the one before. Most are refused somewhere in a history. */
export interface Step {
  readonly hours: number;
  readonly command: (now: number) => Command;
}

const BEGIN = ms('2025-07-14T12:00');

const hoursBetween = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 400 }),
);

/** When it was said: now, that day, or some hours ago; in the future now and then. */
const saidWhen: fc.Arbitrary<(now: number) => When> = fc
  .tuple(fc.integer({ min: -4, max: 120 }), fc.boolean())
  .map(([hours, whole]) => (now: number) => {
    const said = now - hours * HOUR;
    return whole ? dayOf(said, WASHINGTON) : at(said);
  });

const deadlines: fc.Arbitrary<(now: number) => Reading> = fc
  .tuple(
    fc.integer({ min: -12, max: 40 }),
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom('day', 'window', 'instant', 'before', 'effective', 'undated'),
  )
  .map(([ahead, wide, kind]) => (now: number) => {
    const date = localDate(now + ahead * DAY, WASHINGTON);
    switch (kind) {
      case 'day':
        return day(date);
      case 'window':
        return days(date, localDate(now + (ahead + wide) * DAY, WASHINGTON));
      case 'instant':
        return instant(`${date}T18:00`);
      case 'before':
      case 'effective':
        return startOf(date, kind);
      case 'undated':
        return undated('soon');
    }
  });

const outcomes: fc.Arbitrary<(now: number) => Outcome> = fc
  .record({
    compliance: fc.constantFrom(...COMPLIANCES),
    followThrough: fc.constantFrom(...FOLLOW_THROUGHS),
    complied: fc.option(saidWhen),
    acted: fc.option(saidWhen),
  })
  .map(({ compliance, followThrough, complied, acted }) => (now: number) => ({
    compliance,
    followThrough,
    complied: complied?.(now) ?? null,
    acted: acted?.(now) ?? null,
    note: null,
  }));

const entryNumbers = fc.integer({ min: 1, max: 8 });

type Making = (now: number) => Command;

const statements = [primary];

const corrections: fc.Arbitrary<Making> = fc.oneof(
  fc.tuple(entryNumbers, deadlines).map(([entry, deadline]): Making => (now) => {
    return { verb: 'correct', entry, fields: { deadline: deadline(now) }, removes: false, reason: 'wrong' };
  }),
  fc.tuple(entryNumbers, saidWhen).map(([entry, stated]): Making => (now) => {
    return { verb: 'correct', entry, fields: { stated: stated(now) }, removes: false, reason: 'wrong' };
  }),
  entryNumbers.map((entry): Making => () => {
    return { verb: 'correct', entry, fields: {}, removes: true, reason: 'wrong' };
  }),
);

const plain: fc.Arbitrary<Making> = fc
  .tuple(
    fc.constantFrom(
      'suspend',
      'withdraw',
      'replace',
      'source',
      'dispute',
      'terms',
      'hide',
      'unhide',
      'lapse',
    ),
    saidWhen,
  )
  .map(([verb, stated]): Making => (now) => {
    const said = { stated: stated(now), statements };
    switch (verb) {
      case 'suspend':
      case 'withdraw':
      case 'source':
        return { verb, ...said };
      case 'replace':
        return { verb, by: 13, self: 12, ...said };
      case 'dispute':
        return { verb, reason: 'not so', ...said };
      case 'terms':
        return { verb, demand: `demand of ${now}`, threat: null, targets: null, ...said };
      case 'hide':
      case 'unhide':
        return { verb, reason: 'duplicate' };
      case 'lapse':
        return { verb };
    }
  });

const moves: fc.Arbitrary<Making> = fc
  .tuple(fc.constantFrom('move', 'move', 'resume'), deadlines, saidWhen)
  .map(([verb, deadline, stated]): Making => (now) => {
    return { verb, deadline: deadline(now), stated: stated(now), statements };
  });

const endings: fc.Arbitrary<Making> = fc
  .tuple(outcomes, saidWhen)
  .map(([outcome, stated]): Making => (now) => {
    return { verb: 'outcome', outcome: outcome(now), stated: stated(now), statements };
  });

const lapses: fc.Arbitrary<Making> = fc.constant(() => ({ verb: 'lapse' }));

const commands = fc.oneof(
  { weight: 5, arbitrary: moves },
  { weight: 3, arbitrary: plain },
  { weight: 2, arbitrary: endings },
  { weight: 2, arbitrary: corrections },
  { weight: 2, arbitrary: lapses },
);

const records: fc.Arbitrary<Step> = fc
  .tuple(deadlines, saidWhen)
  .map(([deadline, stated]) => ({ hours: 5, command: (now) => recording(deadline(now), stated(now)) }));

/** A record and what is tried on it after. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(records, fc.array(fc.record({ hours: hoursBetween, command: commands }), { maxLength: 14 }))
  .map(([first, rest]) => [first, ...rest]);

export const RUNS = { seed: 20250714, numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150) };

/** One try: the ledger before and after, and whether it was refused. */
export interface Tried {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  readonly step: Command;
  readonly now: number;
  readonly refused: boolean;
}

/** Tries every step of a history and shows each to the eyes that look; the ledger at its end. */
export function each(steps: readonly Step[], look: (tried: Tried) => void): readonly Entry[] {
  const ledger = new Ledger();
  let now = BEGIN;
  for (const { hours, command } of steps) {
    now += hours * HOUR;
    const before = ledger.entries;
    const step = command(now);
    const refused = ledger.try(step, now) !== null;
    look({ before, after: ledger.entries, step, now, refused });
  }
  return ledger.entries;
}

/** Looks at every step of many histories. */
export function always(look: (tried: Tried) => void): void {
  fc.assert(
    fc.property(histories, (steps) => void each(steps, look)),
    RUNS,
  );
}
