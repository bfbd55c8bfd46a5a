/** The beat and the timer that begins it, with a store that answers what it is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BeatStore, Claimed } from '../../src/store/port/index.js';
import { beating, partsOf } from './beating.js';
import { SENT, turns } from './pooling.js';
import { claimedRow, NOW } from './scripted.js';

const SECOND = 1000;

let on: ReturnType<typeof beating>;
beforeEach(() => {
  on = beating();
});

describe('a beat', () => {
  it('that can’t even say the time reports that, and ends', async () => {
    let broken = true;
    const now = () => {
      if (broken) throw new Error('no clock');
      return NOW;
    };
    const beat = on.beatOn(on.stages([]), { now });
    await beat.beat();
    expect(beat.problems()).toMatchObject([{ part: 'look', reason: 'no clock' }]);
    broken = false;
    await beat.beat();
    expect(beat.problems()).toEqual([]);
  });

  it('is one for all that ask at the same time, and is reported while it hangs', async () => {
    let look: () => void = () => undefined;
    let looks = 0;
    const nextDue = () => {
      looks += 1;
      return new Promise<null>((resolve) => (look = () => resolve(null)));
    };
    const beat = on.beatOn(on.stages([], { nextDue }));
    const first = beat.beat();
    await turns(20);
    on.clock.now += 60 * SECOND + 1;
    expect(partsOf(beat)).toEqual(['hangs']);
    const second = beat.beat();
    const third = beat.beat();
    look();
    await first;
    await turns(20);
    look();
    await Promise.all([second, third]);
    expect([looks, partsOf(beat)]).toEqual([2, []]);
  });

  it('ends when what it began has ended, and what that makes due has as well', async () => {
    let due: readonly Claimed[] = [claimedRow(1)];
    const sent: number[] = [];
    const store = on.stages([], {
      nextDue: () => Promise.resolve(due.length > 0 ? NOW : null),
      claim: () => {
        const claimed = due;
        due = [];
        return Promise.resolve(claimed);
      },
    });
    await on
      .beatOn(store, {
        send: async ({ id }) => {
          await new Promise(setImmediate);
          sent.push(id);
          if (id < 3) due = [claimedRow(id + 1)];
          return SENT;
        },
      })
      .beat();
    expect(sent).toEqual([1, 2, 3]);
  });

  it('begins nothing once it was stopped, and waits for what it began', async () => {
    let end: () => void = () => undefined;
    let begun = false;
    let stopped = false;
    const store = on.stages([NOW, NOW], { claim: on.noting('claim', () => [claimedRow(1)]) });
    const beat = on.beatOn(store, {
      send: () => {
        begun = true;
        return new Promise((resolve) => (end = () => resolve(SENT)));
      },
      sleep: () => new Promise(setImmediate),
    });
    void beat.beat();
    await turns(20);
    expect(begun).toBe(true);
    const stopping = beat.stop().then(() => (stopped = true));
    await turns(20);
    expect(stopped).toBe(false);
    end();
    await stopping;
    on.forget();
    await beat.beat();
    expect(on.asked).toEqual([]);
  });
});

describe('the timer of the beat', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins at once, then every second, with what comes before and after; and no more once it is stopped', async () => {
    const seen: string[] = [];
    const see =
      <Answer>(what: string, answer: Answer) =>
      () => {
        seen.push(what);
        return Promise.resolve(answer);
      };
    const store = on.stages([], {
      continuePlanning: see('plan', 0),
      nextDue: see('look', null),
      tidy: see('tidy', undefined),
    });
    const beat = on.beatOn(store);
    beat.start();
    await turns(20);
    expect(seen).toEqual(['plan', 'look', 'tidy']);
    for (let second = 1; second <= 3; second += 1) {
      await vi.advanceTimersByTimeAsync(SECOND);
      await turns(20);
      expect(seen).toHaveLength(3 * (second + 1));
    }
    await beat.stop();
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    await turns(20);
    expect(seen).toHaveLength(12);
    expect([beat.problems(), on.logged]).toEqual([[], []]);
  });

  it('looks between two seconds at what a process has written, anew where it is looking already', async () => {
    let heard: (due: number | null) => void = () => undefined;
    const answers: (() => void)[] = [];
    const nextDue = () => new Promise<null>((resolve) => void answers.push(() => resolve(null)));
    const hearDue: BeatStore['hearDue'] = (hear) => {
      heard = hear;
      return Promise.resolve();
    };
    const beat = on.beatOn(on.stages([], { nextDue, hearDue }));
    beat.start();
    await turns(20);
    heard(null);
    await vi.advanceTimersByTimeAsync(50);
    await turns(20);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await turns(20);
    expect(answers).toHaveLength(2);
    answers[1]?.();
    await turns(20);
    await beat.stop();
    heard(null);
    await vi.advanceTimersByTimeAsync(50);
    await turns(20);
    expect(answers).toHaveLength(2);
  });

  it('logs and reports what a beat could not catch, at the start as well as later, and goes on', async () => {
    let fault: string | null = 'no clock at the start';
    const now = () => {
      if (fault !== null) throw new Error(fault);
      return NOW;
    };
    const beat = on.beatOn(on.stages([]), { now });
    const ofTimer = () =>
      on.logged.flatMap(([about, message]) => (message === 'the timer of the beat failed' ? [about] : []));
    beat.start();
    await turns(20);
    expect(ofTimer()).toMatchObject([{ err: { message: 'no clock at the start' } }]);
    fault = 'no clock later';
    await vi.advanceTimersByTimeAsync(SECOND);
    await turns(20);
    expect(ofTimer()).toMatchObject([{}, { err: { message: 'no clock later' } }]);
    expect(beat.problems()).toContainEqual(
      expect.objectContaining({ kind: 'timer-failed', reason: 'no clock later' }),
    );
    fault = null;
    await vi.advanceTimersByTimeAsync(SECOND);
    await turns(20);
    expect(ofTimer()).toHaveLength(2);
    expect(partsOf(beat)).toEqual(['timer-failed']);
    await beat.stop();
  });

  it('keeps the hours that it is given', async () => {
    let looks = 0;
    const store = on.stages([], { nextDue: () => ((looks += 1), Promise.resolve(null)) });
    const beat = on.beatOn(store, { beats: '*/5 * * * * *' });
    beat.start();
    await turns(20);
    for (let second = 1; second <= 10; second += 1) {
      await vi.advanceTimersByTimeAsync(SECOND);
      await turns(20);
    }
    expect(looks).toBe(3);
    await beat.stop();
  });
});
