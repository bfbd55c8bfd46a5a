import { Chain } from './chain.js';
import { differenceOf, together, type Difference } from './compare.js';
import type { Breakage, Life, Step, Target } from './orders.js';
import { packedVictim } from './pack.js';
import { Spares } from './process.js';
import { NEWSROOM, SCENARIO } from './scenario.js';
import { spread, targetsOf } from './targets.js';
import { World, type Outcome, type Place, type Setting } from './world.js';

export interface Matrix {
  /** Makes an empty store for each world. */
  readonly place: () => Promise<Place>;
  /** Where the steps begin; by default the newsroom. */
  readonly setting?: Setting;
  readonly steps?: readonly Step[];
  readonly broken?: Breakage;
  readonly rival?: boolean;
  /** About so many kills, spread over all; more than there are targets kills at each. */
  readonly kills: number;
  /** Discord forgets its nonces, and every lease runs out, after each kill; by default at every other step. */
  readonly forgetful?: boolean;
  /** Whether ids differ from world to world; who is known by an id only is then not killed. */
  readonly losesIds?: boolean;
  /** How many workers live at the same time, of which one is killed; one by default. */
  readonly workers?: number;
  /** Which targets to kill at; all by default. */
  readonly only?: (target: Target) => boolean;
}

export interface Killed {
  readonly kills: ReadonlyMap<string, number>;
  readonly missed: readonly string[];
  readonly difference: Difference;
  readonly takenUp: readonly number[];
  /** What the unharmed run refused: of two curators who saw the same, the second. */
  readonly refused: readonly string[];
}

interface Ended {
  readonly chain: Chain;
  readonly outcome: Outcome;
}

/** A world of its own for `live`, from its beginning to its end. */
async function inWorld(
  matrix: Matrix,
  chosen: Pick<Life, 'broken' | 'rival'>,
  live: (chain: Chain) => Promise<void>,
  workers = 1,
): Promise<Ended> {
  const world = await World.open(await matrix.place(), matrix.setting ?? NEWSROOM);
  const spares = new Spares(await packedVictim());
  const chain = new Chain(world, spares, chosen, workers);
  try {
    await live(chain);
    return { chain, outcome: await chain.end() };
  } finally {
    await Promise.all([spares.end(), world.close()]);
  }
}

/** Half of the steps late in the one world, the other half in the other. */
const WORLDS = [0, 1] as const;

function sum(chains: readonly Chain[]): ReadonlyMap<string, number> {
  const kills = new Map<string, number>();
  for (const chain of chains)
    for (const [point, count] of chain.kills) kills.set(point, (kills.get(point) ?? 0) + count);
  return kills;
}

/**
 * Lives through the scenario in chains of processes, each killed at the next point that an unharmed run passes, in two
 * worlds side by side: a step at which Discord remembers the nonces in the one has them forgotten in the other.
 */
export async function killMatrix(matrix: Matrix): Promise<Killed> {
  const { steps = SCENARIO, broken = null, rival = false, only = () => true } = matrix;
  const isLate = (world: number, step: number) => matrix.forgetful === true || step % 2 === world;
  const passed: (readonly Target[])[] = [];
  const unharmed = await inWorld(matrix, { broken: null, rival: false }, async (chain) => {
    for (const step of steps) passed.push((await chain.once(step, null)) ?? []);
  });
  const isSame = ({ subject }: Target) =>
    matrix.losesIds !== true || !unharmed.outcome.knownById.has(subject);
  const isWanted = (target: Target) => only(target) && isSame(target);
  const planned = WORLDS.map((world) =>
    passed.map((points, step) =>
      targetsOf(points, isLate(world, step)).map((group) => group.filter(isWanted)),
    ),
  );
  const chosen = spread(planned.flat(2), matrix.kills);
  const worlds = await Promise.all(
    WORLDS.map((world) =>
      inWorld(
        matrix,
        { broken, rival },
        async (chain) => {
          for (const [index, step] of steps.entries()) {
            const targets = planned[world]?.[index]?.flat().filter((target) => chosen.has(target)) ?? [];
            await chain.through(step, targets, isLate(world, index));
          }
        },
        matrix.workers,
      ),
    ),
  );
  return {
    kills: sum(worlds.map(({ chain }) => chain)),
    missed: worlds.flatMap(({ chain }) => chain.missed),
    difference: together(worlds.map(({ outcome }) => differenceOf(outcome, unharmed.outcome))),
    takenUp: worlds.flatMap(({ chain }) => chain.takenUp),
    refused: unharmed.chain.refused,
  };
}
