import { DAY, HOUR, MINUTE } from '../domain/support.js';
import { boarding } from './boards.js';
import { act, record } from './people.js';
import { FAR, NEWS, TYPED, type World } from './world.js';

const SECOND = 1000;

/** At a random instant of the story, or just around the next thing due then. */
function sometime(world: World, work: () => void | Promise<void>): void {
  const { random, scheduler, setting } = world;
  const at = scheduler.real + random.between(MINUTE, setting.length);
  const [around, shift] = [random.chance(0.5), random.between(-2 * SECOND, 3 * SECOND)];
  const now = () => doing(world, work);
  scheduler.at(at, () => {
    if (!around) return now();
    doing(world, async () => {
      const due = (await world.wake()) + shift;
      const soon = due > scheduler.real && due < at + DAY;
      scheduler.at(soon ? due : scheduler.real, now);
    });
  });
}

/** What somebody does without anybody waiting for it; an error is one of the story's. */
export function doing({ scheduler, chronicle }: World, work: () => void | Promise<void>): void {
  const failed = (error: unknown) =>
    chronicle.fault(error instanceof Error ? String(error.stack) : String(error));
  void scheduler.counted(async () => work()).catch(failed);
}

async function happening(world: World): Promise<void> {
  const { random, person, chronicle, scheduler } = world;
  const numbers = [...chronicle.chapters.keys()];
  const number = numbers.length === 0 || random.chance(0.12) ? null : random.pick(numbers);
  const ultimatum = number === null ? null : chronicle.ultimatum(number);
  const command =
    ultimatum === null ? record(person, scheduler.record) : act(person, ultimatum, scheduler.record);
  await world.tell(number, command);
}

async function relay(world: World): Promise<void> {
  if (world.ladders.size === 0) return;
  const ladder = world.random.pick([...world.ladders.values()]);
  const rungs = ladder.rungs.map(({ unit, count }) => ({ unit, count: count === 0 ? 0 : count + 1 }));
  world.log(`the ladder of ${ladder.channel} is set again`);
  await world.lay({ ...ladder, rungs });
}

/** Killed within some steps, and started again some time later. */
function crash(world: World): void {
  const { random, scheduler, chronicle, workers } = world;
  const index = random.between(0, workers.length - 1);
  const down = random.weighted([
    [3, 2 * SECOND],
    [3, random.between(20, 100) * SECOND],
    [2, random.between(2, 8) * MINUTE],
    [2, random.between(1, 30) * HOUR],
  ]);
  workers[index]?.kill(random.between(0, 14));
  chronicle.disturb(0, down + 40 * SECOND);
  scheduler.at(scheduler.real + down, () => revive(world, index));
}

export function revive(world: World, index: number): void {
  world.workers[index]?.kill(0);
  world.workers[index] = world.start();
  world.log(`${world.workers[index].name} starts`);
}

async function restart(world: World): Promise<void> {
  const index = world.random.between(0, world.workers.length - 1);
  const worker = world.workers[index];
  world.chronicle.disturb(0, MINUTE);
  world.scheduler.at(world.scheduler.real + 30 * SECOND, () => revive(world, index));
  await worker?.stop();
}

function shut(world: World): void {
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
function remove(world: World): void {
  const { random, discord, chronicle, closed } = world;
  const channel = random.pick([NEWS, FAR, TYPED]);
  world.log(`${channel} is deleted`);
  closed.add(channel);
  discord.gone.add(channel);
  chronicle.disturb(0, MINUTE);
}

function jump(world: World): void {
  const { random } = world;
  world.jump(random.pick([-2 * HOUR, -40 * SECOND, 90 * SECOND, HOUR, 30 * HOUR]));
}

export function script(world: World): void {
  const { random, setting, scheduler } = world;
  const many = (most: number, happens: () => void | Promise<void>) => {
    for (let left = random.between(0, most); left > 0; left -= 1) sometime(world, happens);
  };
  scheduler.at(scheduler.real + SECOND, () => doing(world, () => happening(world)));
  many(5, () => happening(world));
  if (random.chance(0.15)) many(1, () => relay(world));
  if (random.chance(0.3)) many(2, () => boarding(world));
  if (setting.weather === 'calm') return;
  many(3, () => crash(world));
  many(1, () => void restart(world));
  many(1, () => shut(world));
  if (random.chance(0.15)) many(1, () => remove(world));
  if (random.chance(0.4)) many(2, () => jump(world));
}
