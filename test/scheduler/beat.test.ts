import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import type { Store } from '../../src/store/port/index.js';
import { mostInASecond } from '../store/budget-contract.js';
import { GUILD, instant, make, recording } from '../store/founding.js';
import { daily, IS_MUTATED, SECOND, START, watching, type Watching } from './watching.js';
import { valueOf } from '../support/result.js';
import { keyOf } from '../support/post-key.js';

const HOME = 'home';

let tower: Watching;
beforeEach(async () => {
  tower = await watching();
});
afterEach(() => tower.store.close());

describe('a morning of many posts', () => {
  it.skipIf(IS_MUTATED).each([1, 2, 4])(
    'is posted as fast as Discord allows, with %i processes',
    async (processes) => {
      await tower.digests(300, 80);
      const beats = Array.from({ length: processes }, () => tower.beatWith({ perSecond: 50 }));
      // Whoever was given nothing comes back with its next beat.
      await tower.time.until(
        (async () => {
          while (tower.posted.length < 300) {
            await Promise.all(beats.map((beat) => beat.beat()));
            if (tower.posted.length < 300) await tower.time.sleep(SECOND);
          }
        })(),
      );
      const instants = tower.posted.map(({ at }) => at);
      expect(tower.posted).toHaveLength(300);
      expect(mostInASecond(instants)).toBeLessThanOrEqual(50);
      expect(Math.max(...instants) - START).toBeLessThanOrEqual((300 / 50) * SECOND * 1.1);
      for (const channel of new Set(tower.posted.map((one) => one.channel))) {
        const own = tower.posted.filter((one) => one.channel === channel).map(({ at }) => at);
        expect(mostInASecond(own, 5 * SECOND)).toBeLessThanOrEqual(5);
      }
      expect(tower.errors).toEqual([]);
    },
  );

  it('does not delay the "passed" of a deadline by more than a second', async () => {
    await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: HOME }, 0);
    await make(tower.store, null, recording(), instant('2025-07-14T15:00:00Z'));
    await tower.database.write.updateTable('delivery').set({ status: 'sent' }).execute();
    await tower.digests(300, 80);
    await tower.time.until(tower.beatWith({ perSecond: 50 }).beat());
    const [passed] = tower.posted.filter(({ post }) => post.kind === 'passed');
    expect((passed?.at ?? 0) - (passed?.due ?? 0)).toBeGreaterThanOrEqual(0);
    expect((passed?.at ?? 0) - (passed?.due ?? 0)).toBeLessThanOrEqual(SECOND);
    // The card is edited as well.
    expect(tower.posted.filter(({ post }) => post.kind !== 'edit')).toHaveLength(301);
  });
});

describe('a beat', () => {
  it('posts what fell due during downtime as soon as it starts', async () => {
    await tower.digests(3, 3);
    const beat = tower.beatWith({});
    beat.start();
    const all = async () => {
      while (tower.posted.length < 3) await tower.time.sleep(1);
    };
    await tower.time.until(all());
    await beat.stop();
    expect(Math.max(...tower.posted.map(({ at }) => at)) - START).toBeLessThan(SECOND / 10);
  });

  it('posts what fell due while another beat was already looking', async () => {
    await tower.digests(1, 1);
    let now = START - 1;
    let look = () => {};
    const looks = new Promise<void>((resolve) => (look = resolve));
    const slow: Store = {
      ...tower.store,
      nextDue: async (real) => {
        await looks;
        return tower.store.nextDue(real);
      },
    };
    const beat = tower.beatWith({ store: slow, now: () => now });
    const early = beat.beat();
    now = START;
    const late = beat.beat();
    look();
    await late;
    expect(tower.posted).toHaveLength(1);
    await early;
  });

  it('does not report missed seconds of its timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START });
    const said = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const beat = tower.beatWith({ now: () => START - 1 });
    try {
      beat.start();
      vi.advanceTimersByTime(SECOND / 2);
      vi.setSystemTime(START + 10 * SECOND);
      await vi.advanceTimersByTimeAsync(3 * SECOND);
      expect(said.mock.calls).toEqual([]);
      expect(tower.errors).toEqual([]);
    } finally {
      vi.useRealTimers();
      said.mockRestore();
      await beat.stop();
    }
  });

  it('does not spin if a passing can’t be recorded', async () => {
    await make(tower.store, null, recording(), instant('2025-07-14T15:00:00Z'));
    await tower.database.write.updateTable('delivery').set({ status: 'sent' }).execute();
    const full: Store = {
      ...tower.store,
      expire: () => Promise.resolve({ ok: false, refusal: { why: 'disk-full' } }),
    };
    await tower.time.until(tower.time.sleep(3000));
    await tower.beatWith({ store: full }).beat();
    expect(tower.errors).toHaveLength(1);
    await tower.beatWith().beat();
    expect((await tower.store.ultimatum(GUILD, 1))?.state).toBe('passed');
  });

  it('never repeats a post when the clock jumps back, and treats a jump ahead as downtime', async () => {
    let now = START;
    const schedule = valueOf(await tower.store.addSchedule(daily({ next: START + 2 * SECOND })));
    const beat = tower.beatWith({ now: () => now });
    const hour = 3_600_000;
    for (const [at, count] of [
      [START + 2 * SECOND - 1, 0],
      [START + 2 * SECOND, 1],
      [START - 24 * hour, 1],
      [START + 2 * SECOND, 1],
      [START + 10 * 24 * hour + hour, 2],
      [START + 2 * SECOND, 2],
    ] as const) {
      now = at;
      await beat.beat();
      expect(tower.posted).toHaveLength(count);
    }
    expect(new Set(tower.posted.map((row) => keyOf(row).slot)).size).toBe(2);
    expect((await tower.store.schedules(GUILD))[0]?.next).toBeGreaterThan(schedule.next);
  });
});
