/** The gate that each post passes just before it is sent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { later, wallInstant, wallMs, type WallInstant } from '../../src/domain/instant.js';
import { RateGate, type RateGateOptions } from '../../src/scheduler/rate-gate.js';

let now: number;
/** How long was slept, ms, and which slots were taken. */
let slept: number[];
let taken: number[];
beforeEach(() => {
  now = 1_000_000;
  slept = [];
  taken = [];
});

/** `late`: how much later than it asked for it wakes, ms. `next`: how far ahead the next slot is, ms. */
const gate = (more: Partial<RateGateOptions> = {}, late = 0, next = 100) =>
  new RateGate({
    perSecond: 50,
    wallNow: () => wallInstant(now),
    sleep: (ms) => {
      slept.push(ms);
      now += ms + late;
      return Promise.resolve();
    },
    store: {
      take: (_perSecond, wallNow) => {
        taken.push(wallMs(wallNow));
        return Promise.resolve(later(wallNow, next));
      },
    },
    ...more,
  });
const slot = (ms: number): WallInstant => wallInstant(now + ms);

describe('the gate', () => {
  it('lets a post through at its slot, with a budget and without', async () => {
    await gate().waitForSlot(slot(30));
    await gate({ perSecond: 0 }).waitForSlot(slot(40));
    await gate({ perSecond: 0 }).waitForSlot(slot(0));
    await gate().waitForSlot(slot(-20));
    expect(slept).toEqual([30, 40]);
    expect(taken).toEqual([]);
  });

  it('waits again where it wakes too early', async () => {
    let isFirst = true;
    const sleep = (ms: number) => {
      slept.push(ms);
      now += isFirst ? ms - 10 : ms;
      isFirst = false;
      return Promise.resolve();
    };
    await gate({ sleep }).waitForSlot(slot(15));
    expect(slept).toEqual([15, 10]);
  });

  it('gives a slot back that it missed by more than 20 ms, for two others at most', async () => {
    await gate({}, 20).waitForSlot(slot(30));
    expect(taken).toEqual([]);
    now = 0;
    await gate({}, 21).waitForSlot(slot(30));
    expect(taken).toEqual([51, 172]);
    expect(slept).toEqual([30, 30, 100, 100]);
  });

  it('keeps a slot that it missed where no other process has one', async () => {
    await gate({ alone: true }).waitForSlot(slot(-5000));
    expect([slept, taken]).toEqual([[], []]);
  });

  it('lets no more through in a second than a little below the limit', async () => {
    const one = gate({ alone: true });
    const passed: number[] = [];
    for (let count = 0; count < 120; count += 1) {
      await one.waitForSlot(slot(0));
      passed.push(now);
    }
    const begun = passed[0] ?? 0;
    expect([0, 48, 49, 97, 98, 119].map((index) => (passed[index] ?? 0) - begun)).toEqual([
      0, 0, 1020, 1020, 2040, 2040,
    ]);
  });

  it('lets one through at a time where one a second is allowed', async () => {
    const one = gate({ perSecond: 1, alone: true });
    await one.waitForSlot(slot(0));
    await one.waitForSlot(slot(0));
    expect(slept).toEqual([1020]);
  });

  it('holds nothing up where the clock is set back, between two posts or while one waits', async () => {
    const one = gate({ perSecond: 1, alone: true });
    await one.waitForSlot(slot(0));
    now -= 31_536_000_000;
    await one.waitForSlot(slot(0));
    expect(slept).toEqual([]);
    await gate({ alone: true }, -86_400_000).waitForSlot(slot(50));
    expect(slept).toEqual([50]);
  });
});
