import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCellar, type Cellar } from './cellar.js';
import { simulate } from './simulate.js';

/** How many stories are played in all; `SIM_SEED` plays one alone and prints it. */
const SEEDS = Number(process.env.SIM_SEEDS ?? 10_000);
const ONLY = process.env.SIM_SEED === undefined ? null : Number(process.env.SIM_SEED);
const AT_ONCE = 500;
/** Nobody waits for a test so long; it is only that none is ended while it works. */
const PATIENCE = 600_000;

/** What was wrong in the first of these stories in which something was; its trace is printed. */
async function firstWrong(cellar: Cellar, seeds: readonly number[]): Promise<readonly string[]> {
  for (const seed of seeds) {
    const { faults, trace } = await simulate(seed, cellar);
    if (faults.length > 0 || ONLY !== null) console.log(trace.join('\n'));
    if (faults.length > 0) return [`SIM_SEED=${seed} npx vitest run test/simulation`, ...faults];
  }
  return [];
}

function chunksOf(part: number, parts: number): readonly (readonly number[])[] {
  if (ONLY !== null) return part === 1 ? [[ONLY]] : [];
  const all = Array.from({ length: SEEDS }, (_, index) => index + 1);
  const mine = all.filter((seed) => seed % parts === part - 1);
  const count = Math.ceil(mine.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => mine.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}

/** One part of the seeds: every `parts`-th of them, so that each worker has its own. */
export function campaign(part: number, parts: number): void {
  describe(`posting, whatever happens: part ${part} of ${parts}`, () => {
    let cellar: Cellar;
    beforeAll(async () => {
      cellar = await openCellar();
    });
    afterAll(() => cellar.store.close());

    it.for(chunksOf(part, parts).map((seeds) => [seeds[0], seeds.length, seeds] as const))(
      'holds from seed %d on, in %d stories',
      { timeout: PATIENCE },
      async ([, , seeds]) => expect(await firstWrong(cellar, seeds)).toEqual([]),
    );
    it.skipIf(part === 1 || ONLY === null)('is played in part 1', () => expect(ONLY).not.toBeNull());
  });
}
