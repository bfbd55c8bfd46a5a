import { beforeAll, describe, expect, it } from 'vitest';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { perform } from './acts.js';
import { brokenStore, openEngine } from './broken.js';
import { Cutter } from './cut.js';
import { GUILD, setUp } from './newsroom.js';
import type { Act, Breakage, Step } from './orders.js';
import { keptOf, pressesOf, type Pressed } from './presses.js';
import { PRESSING, SCENARIO } from './scenario.js';

const STEPS = [...SCENARIO.slice(0, 2), ...PRESSING];
interface Lived {
  readonly presses: ReadonlyMap<string, Pressed>;
  readonly kept: readonly string[];
  /** How many connections were lost. */
  readonly lost: number;
}

async function open(url: string, broken: Breakage | null): Promise<Store> {
  const engine = openEngine(url, null);
  return brokenStore(await storeOn(engine), engine, broken);
}

/** Twice as many as an act and its previews have, and one more. */
const MOST = 7;

/**
 * Presses until nothing is left to commit. The connection is lost before and after the commit of each preview, and at one
 * of the two of each act, in turn: the store repeats an act by itself.
 */
async function throughLosses(
  store: Store,
  cutter: Cutter,
  { step, act, turn }: { readonly step: Step; readonly act: Act; readonly turn: number },
): Promise<number> {
  for (let lost = 0; lost < MOST; lost += 1) {
    cutter.arm((lost + turn) % 2 === 0 ? 'before the commit' : 'after the commit');
    await perform(store, step, act, null).catch(() => null);
    if (!cutter.disarm()) return lost;
  }
  return MOST;
}

/** Lives through all steps on a database of its own; `cuts`: connections are lost meanwhile. */
async function live(cuts: boolean, broken: Breakage | null = null): Promise<Lived> {
  const { url, drop } = await newDatabase();
  const cutter = await Cutter.before(url);
  const store = await open(cutter.url, broken);
  await setUp(store);
  let lost = 0;
  let turn = 0;
  for (const step of STEPS) {
    for (const act of step.acts) {
      turn += 1;
      if (cuts) lost += await throughLosses(store, cutter, { step, act, turn });
      else await perform(store, step, act, null);
    }
  }
  // What was lost between a setting and the posts it changes goes on with the next start.
  await store.continuePlanning();
  const acts = STEPS.flatMap((step) => step.acts);
  const lived = { presses: await pressesOf(store, GUILD, acts), kept: await keptOf(store, GUILD), lost };
  await store.close();
  await cutter.close();
  await drop();
  return lived;
}

describe.skipIf(SERVER === undefined)(`presses whose connections are lost ${onPostgres}`, () => {
  let whole: Lived;
  beforeAll(async () => {
    whole = await live(false);
  });

  it('act once and say what they did, whether the commit or only its answer was lost', async () => {
    const { presses, kept, lost } = await live(true);
    expect(presses).toEqual(whole.presses);
    expect(kept).toEqual(whole.kept);
    // Once of 13 acts that are not refused, and of 15 previews: twice where the first loss came before the commit.
    expect(lost).toBe(36);
  });

  it('are caught by this test if they are consumed before they act', async () => {
    const { presses } = await live(true, 'consume before act');
    const untrue = [...presses].filter(([, { state, acts }]) => state === 'untrue' && acts === 0);
    expect(untrue.map(([key]) => key)).toContain('record-serbia');
  });
});
