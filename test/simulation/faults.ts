import { HOUR, MINUTE } from '../domain/support.js';
import { FAR, NEWS, TYPED, type World } from './world.js';

const SECOND = 1000;

/** Killed within so many steps, and started again some time later. */
export function crash(world: World, index: number, steps: number): void {
  const { random, scheduler, chronicle, workers } = world;
  const down = random.weighted([
    [3, 2 * SECOND],
    [3, random.between(20, 100) * SECOND],
    [2, random.between(2, 8) * MINUTE],
    [2, random.between(1, 30) * HOUR],
  ]);
  workers[index]?.kill(steps);
  chronicle.disturb(0, down + 40 * SECOND);
  scheduler.at(scheduler.real + down, () => revive(world, index));
}

export function crashSometime(world: World): void {
  const { random, workers } = world;
  crash(world, random.between(0, workers.length - 1), random.between(0, 14));
}

export function revive(world: World, index: number): void {
  world.workers[index]?.kill(0);
  world.workers[index] = world.start();
  world.log(`${world.workers[index].name} starts`);
}

export async function restart(world: World): Promise<void> {
  const index = world.random.between(0, world.workers.length - 1);
  const worker = world.workers[index];
  world.chronicle.disturb(0, MINUTE);
  world.scheduler.at(world.scheduler.real + 30 * SECOND, () => revive(world, index));
  await worker?.stop();
}

export function shut(world: World): void {
  const { random, discord, scheduler } = world;
  const channel = random.pick([NEWS, FAR, TYPED]);
  const right = random.pick(['SendMessages', 'ViewChannel', 'ReadMessageHistory'] as const);
  const long = random.between(1, 36 * 60) * MINUTE;
  world.closed.add(channel);
  world.log(`${channel} is closed: ${right}`);
  // It is tried again an hour after it is open at the latest.
  world.chronicle.disturb(0, long + 2 * HOUR);
  discord.denied.set(channel, new Set([right]));
  scheduler.at(scheduler.real + long, () => discord.denied.delete(channel));
}

/** Deleted for good, with all that was said in it. */
export function remove(world: World): void {
  const { random, discord, chronicle, closed } = world;
  const channel = random.pick([NEWS, FAR, TYPED]);
  world.log(`${channel} is deleted`);
  closed.add(channel);
  discord.gone.add(channel);
  chronicle.disturb(0, MINUTE);
}

export function jump(world: World): void {
  const { random } = world;
  world.jump(random.pick([-2 * HOUR, -40 * SECOND, 90 * SECOND, HOUR, 30 * HOUR]));
}
