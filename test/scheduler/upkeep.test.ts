/** What the beat does beside posting. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Health } from '../../src/scheduler/health.js';
import { Stages } from '../../src/scheduler/rounds.js';
import { Upkeep } from '../../src/scheduler/upkeep.js';
import { NOW, scripted, standing } from './scripted.js';

const HOUR = 3_600_000;

describe('upkeep', () => {
  let told: unknown[];
  let asked: unknown[];
  let broken: boolean;
  let stand: ReturnType<typeof standing>;
  let upkeep: Upkeep;
  let health: Health;
  beforeEach(() => {
    [told, asked, broken] = [[], [], false];
    stand = standing();
    health = new Health(stand);
    const store = scripted({
      continuePlanning: () => {
        asked.push('plan');
        return broken ? Promise.reject(new Error('odd')) : Promise.resolve(3);
      },
      eraseOld: (now, erased) => {
        asked.push(now);
        if (broken) return Promise.reject(new Error('odd'));
        erased?.('previews', 2);
        return Promise.resolve();
      },
      tidy: () => {
        asked.push('tidy');
        return broken ? Promise.reject(new Error('odd')) : Promise.resolve();
      },
    });
    const erased = (...given: readonly unknown[]) => void told.push(given);
    upkeep = new Upkeep({ store, now: stand.now, erased });
  });
  const stages = () => new Stages(health);

  it('goes on with what was not planned yet, before the round', async () => {
    await upkeep.before(stages());
    expect(asked).toEqual(['plan']);
  });

  it('erases at the start and once an hour, also when the clock was set back, and tidies every time', async () => {
    for (const step of [0, HOUR - 1, 1, HOUR - 1, -HOUR, -HOUR]) {
      stand.clock.now += step;
      await upkeep.after(stages());
    }
    const erased = asked.filter((one) => one !== 'tidy');
    expect(erased).toEqual([NOW, NOW + HOUR, NOW - 1]);
    expect(asked).toHaveLength(erased.length + 6);
    expect(told).toEqual(erased.map(() => ['previews', 2]));
  });

  it('tries again at once what failed, and says which part did', async () => {
    broken = true;
    await upkeep.before(stages());
    await upkeep.after(stages());
    const parts = health.problems().map((one) => (one.kind === 'part-failed' ? one.part : null));
    expect(parts).toEqual(['plan', 'erase', 'tidy']);
    broken = false;
    await upkeep.before(stages());
    await upkeep.after(stages());
    expect(health.problems()).toEqual([]);
    expect(told).toHaveLength(1);
  });
});
