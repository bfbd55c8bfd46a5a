import { DAY, HOUR } from '../domain/support.js';
import type { Cellar } from './cellar.js';
import { revive } from './faults.js';
import { judge } from './oracle.js';
import { script } from './script.js';
import { World } from './world.js';
import type { Strategy } from './worker.js';

const SECOND = 1000;
/** For how long what is left over may go on after everything has healed. */
const AFTERWARDS = 8 * DAY;

/** Everything is well again, whoever was killed is started, and no new digests are made. */
async function heal(world: World): Promise<void> {
  world.log('everything heals');
  world.discord.trouble = 0;
  world.discord.denied.clear();
  world.chronicle.disturb(0, 2 * HOUR);
  for (const [index, worker] of world.workers.entries()) if (!worker.well) revive(world, index);
  world.ended = world.scheduler.record;
  if (world.schedule !== null) await world.store.removeSchedule(world.guild, world.schedule.id);
}

/** How many beats may leave something that is due, as when the clock of the record has just gone back. */
const PATIENT = 3;

/** Beats, one a second at most; those that would find nothing to do are left out. */
class Beats {
  #last = -Infinity;
  #calls = -1;
  #offset = Number.NaN;
  #wake = Infinity;
  #fruitless = 0;

  constructor(private readonly world: World) {}

  /** When somebody beats next, real ms; `Infinity` while nobody has anything to do. */
  async next(): Promise<number> {
    const { scheduler, workers } = this.world;
    if (!workers.some((worker) => worker.alive)) return Infinity;
    await this.#ask();
    const gap = SECOND * 2 ** Math.min(Math.max(0, this.#fruitless - PATIENT), 12);
    const at = Math.max(this.#wake, scheduler.real, this.#last + gap);
    return Math.ceil(at / SECOND) * SECOND;
  }

  /** Nothing is due at another time than before unless the store was called, or a clock jumped. */
  async #ask(): Promise<number> {
    const { scheduler } = this.world;
    if (scheduler.calls !== this.#calls || scheduler.offset !== this.#offset) {
      this.#wake = await this.world.wake();
      this.#calls = scheduler.calls;
      this.#offset = scheduler.offset;
    }
    return this.#wake;
  }

  async beat(at: number): Promise<void> {
    const { scheduler, workers, random } = this.world;
    scheduler.pass(at);
    this.world.chronicle.seen();
    this.#last = at;
    // Of two processes either may be the first.
    const order = workers.length > 1 && random.chance(0.5) ? workers.toReversed() : workers;
    for (const worker of order) if (worker.alive) worker.pulse();
    await scheduler.settled();
    const left = workers.some((worker) => worker.alive && !worker.busy) && (await this.#ask()) <= at;
    this.#fruitless = left ? this.#fruitless + 1 : 0;
    if (this.#fruitless === PATIENT) this.world.chronicle.fault('what is due is left lying, beat after beat');
  }
}

export interface Verdict {
  readonly faults: readonly string[];
  readonly trace: readonly string[];
  readonly posts: number;
}

/** One seed from its beginning to its end, and what was wrong in it. */
export async function simulate(seed: number, cellar: Cellar, strategy: Strategy = {}): Promise<Verdict> {
  const world = new World(seed, cellar, strategy);
  const { scheduler, setting, chronicle } = world;
  await world.begin();
  script(world);
  const healed = scheduler.real + setting.length + DAY + 12 * HOUR;
  scheduler.at(healed, () => world.doing(() => heal(world)));
  const beats = new Beats(world);
  for (;;) {
    const beat = await beats.next();
    const at = Math.min(beat, scheduler.next);
    if (at > healed + AFTERWARDS) break;
    if (scheduler.next <= beat) await scheduler.step();
    else await beats.beat(beat);
  }
  await judge(world, healed + AFTERWARDS);
  for (const worker of world.workers) worker.kill(0);
  return { faults: chronicle.faults, trace: world.trace, posts: chronicle.sendings.length };
}
