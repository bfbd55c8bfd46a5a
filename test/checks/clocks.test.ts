/** The record's clock and the machine's can't be mixed: whatever mixes them does not compile. */
import { describe, expectTypeOf, it } from 'vitest';
import { systemClock, wallNow } from '../../src/clock.js';
import {
  later,
  msBetween,
  wallInstant,
  wallMs,
  type RecordInstant,
  type WallInstant,
} from '../../src/domain/instant.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Claim } from '../../src/store/port/index.js';

const record: RecordInstant = systemClock.now();
const wall: WallInstant = wallNow();

describe('an instant of the record’s clock', () => {
  it('is a number and no instant of the machine’s clock', () => {
    expectTypeOf(record).toExtend<number>();
    expectTypeOf(record).not.toExtend<WallInstant>();
    expectTypeOf<Delivery['due']>().toEqualTypeOf<RecordInstant>();
    expectTypeOf<Claim['now']>().toEqualTypeOf<RecordInstant>();
    // @ts-expect-error: it is not made into one either
    wallInstant(record);
    // @ts-expect-error: nor counted from one
    msBetween(wall, record);
  });
});

describe('an instant of the machine’s clock', () => {
  it('is no number and no instant of the record’s clock', () => {
    expectTypeOf(wall).not.toExtend<number>();
    expectTypeOf(wall).not.toExtend<RecordInstant>();
    expectTypeOf(wallMs(wall)).not.toExtend<RecordInstant>();
    expectTypeOf<Claim['leaseUntil']>().toEqualTypeOf<WallInstant>();
    expectTypeOf<NonNullable<Delivery['attempted']>>().toEqualTypeOf<WallInstant>();
  });

  it('is compared with its own kind, and not with the record’s', () => {
    expectTypeOf(wall < later(wall, 1)).toEqualTypeOf<boolean>();
    // @ts-expect-error: they are not ordered
    void (wall < record);
    // @ts-expect-error: they are never the same
    void (wall === record);
    // @ts-expect-error: there is no time between them
    void (wall - record);
  });
});
