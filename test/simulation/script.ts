import { DAY, MINUTE } from '../domain/support.js';
import { boarding } from './boards.js';
import { crashSometime, jump, remove, restart, shut } from './faults.js';
import { accepting, countingDown, happening, proposing, undoing } from './presses.js';
import type { World } from './world.js';

const SECOND = 1000;

/** At a random instant of the story, or just around the next thing due then. */
function sometime(world: World, work: () => void | Promise<void>): void {
  const { random, scheduler, setting } = world;
  const at = scheduler.real + random.between(MINUTE, setting.length);
  const [around, shift] = [random.chance(0.5), random.between(-2 * SECOND, 3 * SECOND)];
  const now = () => world.doing(work);
  scheduler.at(at, () => {
    if (!around) return now();
    world.doing(async () => {
      const due = (await world.wake()) + shift;
      const soon = due > scheduler.real && due < at + DAY;
      scheduler.at(soon ? due : scheduler.real, now);
    });
  });
}

async function relay(world: World): Promise<void> {
  if (world.reminderPlans.size === 0) return;
  const reminderPlan = world.random.pick([...world.reminderPlans.values()]);
  const offsets = reminderPlan.offsets.map(({ unit, count }) => ({
    unit,
    count: count === 0 ? 0 : count + 1,
  }));
  world.log(`the reminder plan of ${reminderPlan.channel} is set again`);
  await world.lay({ ...reminderPlan, offsets });
}

export function script(world: World): void {
  const { random, setting, scheduler } = world;
  const many = (most: number, happens: () => void | Promise<void>) => {
    for (let left = random.between(0, setting.long ? most : Math.ceil(most / 3)); left > 0; left -= 1)
      sometime(world, happens);
  };
  scheduler.at(scheduler.real + SECOND, () => world.doing(() => happening(world)));
  many(5, () => happening(world));
  if (random.chance(0.15)) many(1, () => relay(world));
  if (random.chance(0.3)) many(2, () => boarding(world));
  if (random.chance(0.2)) many(2, () => undoing(world));
  if (random.chance(0.25)) {
    many(4, () => proposing(world));
    many(3, () => accepting(world));
  }
  if (random.chance(0.15)) many(2, () => countingDown(world));
  if (setting.weather === 'calm') return;
  many(3, () => crashSometime(world));
  many(1, () => void restart(world));
  many(1, () => shut(world));
  if (random.chance(0.15)) many(1, () => remove(world));
  if (random.chance(0.4)) many(2, () => jump(world));
}
