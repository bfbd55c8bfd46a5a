import type { Life, Step, Target } from './orders.js';
import type { Spares, Victim } from './process.js';
import type { Outcome, World } from './world.js';

/** What Discord carries out when a victim dies there. */
const STORED: Readonly<Record<string, { readonly method: string; readonly path: RegExp }>> = {
  'send: stored': { method: 'POST', path: /\/messages$/ },
  'edit: stored': { method: 'PATCH', path: /\/messages\/\d+$/ },
  'publish: stored': { method: 'POST', path: /\/crosspost$/ },
  'send event: stored': { method: 'POST', path: /\/scheduled-events$/ },
  'edit event: stored': { method: 'PATCH', path: /\/scheduled-events\/\d+$/ },
  'delete event: stored': { method: 'DELETE', path: /\/scheduled-events\/\d+$/ },
};
/** Several of these may be under way: the one that is meant holds the subject. */
const TOLD_APART: ReadonlySet<string> = new Set(['send: stored', 'send event: stored']);

function isStored(point: string, method: string, path: string): boolean {
  const meant = STORED[point];
  return meant !== undefined && meant.method === method && meant.path.test(path);
}

/** One world and the victims that live in it, one after the other. */
export class Chain {
  readonly #world: World;
  readonly #spares: Spares;
  readonly #chosen: Pick<Life, 'broken' | 'rival'>;
  /** How often it was killed, by point. */
  readonly kills = new Map<string, number>();
  /** Where somebody was to be killed and nobody came by. */
  readonly missed: string[] = [];
  /** Why the record was not changed as somebody wanted, of victims that lived on. */
  readonly refused: string[] = [];
  /** From a victim's start to live to its first request, ms of real time, where a dead one had left claims. */
  readonly takenUp: number[] = [];
  #victim: Victim | null = null;
  /** Workers that live all the time beside the one that is killed. */
  readonly #others: Victim[] = [];
  readonly #workers: number;

  /** `workers`: how many live at the same time. */
  constructor(world: World, spares: Spares, chosen: Pick<Life, 'broken' | 'rival'>, workers = 1) {
    this.#workers = workers;
    this.#world = world;
    this.#spares = spares;
    this.#chosen = chosen;
  }

  /** The step, by a victim that dies at the target if it passes it; what it passed, or null if it died. */
  async once(step: Step, target: Target | null): Promise<readonly Target[] | null> {
    this.#world.at(step.now);
    const fresh = this.#victim === null;
    const victim = (this.#victim ??= this.#spares.take());
    await victim.loaded();
    const began = performance.now();
    let requested: number | null = null;
    this.#world.onStored = ({ method, path, body }) => {
      requested ??= performance.now() - began;
      if (target === null || !isStored(target.point, method, path)) return;
      if (!TOLD_APART.has(target.point) || JSON.stringify(body).includes(target.subject)) victim.kill();
    };
    await this.#gather();
    const born = fresh ? await victim.live({ ...this.#world.life(target), ...this.#chosen }) : null;
    const done = fresh && born === null ? null : await victim.step(step, target, this.#world.real);
    await this.#handOver(step);
    if (requested !== null && born !== null && born.released > 0) this.takenUp.push(requested);
    if (done === null) this.#victim = null;
    this.refused.push(...(done?.refused ?? []));
    return done?.passed ?? null;
  }

  /** Kills at each target in turn, then lets the step come to its end. `late`: Discord forgets in between. */
  async through(step: Step, targets: readonly Target[], late: boolean): Promise<void> {
    for (const target of targets) {
      if ((await this.once(step, target)) !== null) {
        // What is left of it after a kill, others may have done.
        if (this.#workers === 1) this.missed.push(`${step.name}: ${target.point} ${target.subject}`);
        return;
      }
      this.kills.set(target.point, (this.kills.get(target.point) ?? 0) + 1);
      if (late) this.#world.forget();
    }
    if ((await this.once(step, null)) === null)
      throw new Error(`A victim was killed in "${step.name}" by somebody else.`);
  }

  /** The others are alive before anybody is killed. */
  async #gather(): Promise<void> {
    while (this.#others.length < this.#workers - 1) {
      const other = this.#spares.take();
      this.#others.push(other);
      await other.loaded();
      await other.live({ ...this.#world.life(null), ...this.#chosen });
    }
  }

  /** What the others do, all at the same time, once the one is dead or done: they act for nobody. */
  async #handOver(step: Step): Promise<void> {
    const { real } = this.#world;
    await Promise.all(this.#others.map((other) => other.step({ ...step, acts: [] }, null, real)));
  }

  async end(): Promise<Outcome> {
    await Promise.all([this.#victim, ...this.#others].map(async (victim) => victim?.buried()));
    return this.#world.outcome();
  }
}
