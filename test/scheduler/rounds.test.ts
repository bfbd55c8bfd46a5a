/** The stages of a round, with a store that answers what it is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../src/domain/instant.js';
import type { Claimed } from '../../src/store/port/index.js';
import { beating, odd, partsOf } from './beating.js';
import { SENT, turns } from './pooling.js';
import { claimedRow, NOW } from './scripted.js';

const SECOND = 1000;

let on: ReturnType<typeof beating>;
beforeEach(() => {
  on = beating();
});

describe('a round', () => {
  it('does nothing but retry at the start and put in order where nothing is due', async () => {
    const beat = on.beatOn(on.stages([NOW + 1, null, NOW + 1]));
    await beat.beat();
    expect(on.asked).toEqual(['retry ', `recall ${NOW} ${NOW}`, 'replan 0 25']);
    on.forget();
    await beat.beat();
    await beat.beat();
    expect(on.asked).toEqual([]);
  });

  it('goes through every stage where something is due, at the present instant', async () => {
    const beat = on.beatOn(on.stages([null, NOW]));
    await beat.beat();
    on.forget();
    await beat.beat();
    expect(on.asked).toEqual([`retry ${NOW}`, `lapse ${NOW} 25`, `fire ${NOW} 25`, 'claim']);
  });

  it('goes on for as long as something was begun', async () => {
    const claims: readonly (readonly Claimed[])[] = [[claimedRow(1)], [claimedRow(2)], []];
    let claim = 0;
    const store = on.stages([NOW, NOW, NOW], { claim: () => Promise.resolve(claims[claim++] ?? []) });
    const sent: number[] = [];
    await on.beatOn(store, { send: ({ id }) => (sent.push(id), Promise.resolve(SENT)) }).beat();
    expect(sent).toEqual([1, 2]);
    expect(on.asked.filter((one) => one.startsWith('lapse')).length).toBeGreaterThanOrEqual(2);
  });

  it('puts in order again whenever the clock went back, and only then', async () => {
    const beat = on.beatOn(on.stages([]));
    for (const step of [0, SECOND, -1, 1, 0]) {
      on.clock.now += step;
      await beat.beat();
    }
    const recalled = on.asked.filter((one) => one.startsWith('recall'));
    const back = NOW + SECOND - 1;
    expect(recalled).toEqual([`recall ${NOW} ${NOW}`, `recall ${back} ${back}`]);
  });

  it('puts in order again until it succeeds', async () => {
    let broken = true;
    const beat = on.beatOn(on.stages([], { running: () => (broken ? odd() : Promise.resolve([])) }));
    await beat.beat();
    await beat.beat();
    expect(partsOf(beat)).toEqual(['replan']);
    broken = false;
    await beat.beat();
    await beat.beat();
    expect(partsOf(beat)).toEqual([]);
    expect(on.asked.filter((one) => one.startsWith('recall'))).toHaveLength(3);
  });

  it('tries every row that was set aside at the start, until that succeeded once', async () => {
    let broken = true;
    const retried: (number | null)[] = [];
    const retryAside = (now: number | null) => (retried.push(now), broken ? odd() : Promise.resolve());
    const beat = on.beatOn(on.stages([], { retryAside }));
    await beat.beat();
    expect(partsOf(beat)).toEqual(['retry']);
    broken = false;
    await beat.beat();
    await beat.beat();
    expect(partsOf(beat)).toEqual([]);
    expect(new Set(retried)).toEqual(new Set([null]));
  });

  it('leaves out a stage that failed until the next round, and does the others', async () => {
    let failed = 0;
    const lapsing = () => ((failed += 1), odd());
    let claims = 0;
    const claim = () => Promise.resolve((claims += 1) < 3 ? [claimedRow(claims)] : []);
    const beat = on.beatOn(on.stages([NOW, NOW, NOW], { lapsing, claim }));
    await beat.beat();
    expect([failed, claims]).toEqual([2, 4]);
    expect(partsOf(beat)).toEqual(['expire']);
  });

  it('looks at everything where it can’t be said whether something is due', async () => {
    const beat = on.beatOn(on.stages([], { nextDue: odd }));
    await beat.beat();
    expect(on.asked).toContain('claim');
    expect(partsOf(beat)).toEqual(['look']);
  });

  it('waits a tenth of a second for what is in flight where nothing more can be begun', async () => {
    const slept: number[] = [];
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let claims = 0;
    const beat = on.beatOn(
      on.stages([NOW, NOW, NOW], {
        claim: () => Promise.resolve((claims += 1) === 1 ? [claimedRow(1)] : []),
      }),
      {
        send: async () => (await ended, SENT),
        sleep: (ms) => {
          slept.push(ms);
          if (ms === 100) end();
          return ms === 100 ? new Promise(setImmediate) : new Promise<never>(() => undefined);
        },
      },
    );
    await beat.beat();
    expect(slept.filter((ms) => ms === 100)).toHaveLength(1);
  });

  it('goes on at once where one of a full pool has ended', async () => {
    let claims = 0;
    const from = later(on.wallNow(), 500);
    const rows = Array.from({ length: 1000 }, (_, index) => claimedRow(index, index === 0 ? {} : { from }));
    const claim = () => Promise.resolve((claims += 1) === 1 ? rows : []);
    const beat = on.beatOn(on.stages([NOW, NOW, NOW], { claim }), {
      batch: 1000,
      // The first one ends after a while; nobody who waits for time goes on.
      send: ({ id }) =>
        id === 0 ? new Promise(setImmediate).then(() => SENT) : new Promise(() => undefined),
      sleep: () => new Promise(() => undefined),
    });
    void beat.beat();
    await turns(50);
    expect(claims).toBeGreaterThan(1);
  });

  it('begins nothing once it is stopped, not even what it has just found due', async () => {
    const beat: ReturnType<typeof on.beatOn> = on.beatOn(
      on.stages([], {
        nextDue: () => {
          void beat.stop();
          return Promise.resolve(NOW);
        },
      }),
    );
    await beat.beat();
    expect(on.asked).not.toContain('claim');
    on.forget();
    await beat.beat();
    expect(on.asked).toEqual([]);
  });
});
