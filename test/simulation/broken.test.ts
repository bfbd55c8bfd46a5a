import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestClient } from '../../src/discord/rest-client.js';
import { refuse, type Result } from '../../src/domain/refusal.js';
import type { Consumes, Store } from '../../src/store/port/index.js';
import { textDone } from '../support/done.js';
import { openCellar, type Cellar } from './cellar.js';
import { simulate } from './simulate.js';
import type { Strategy } from './worker.js';
import { later } from '../../src/domain/instant.js';

/** Most seeds are calm: this many hold enough trouble to find any one broken strategy. */
const MOST = 800;

/** Nobody waits so long; it is only that none is ended while it works. */
const PATIENCE = 300_000;

const post =
  (change: (body: object) => object) =>
  (wire: RestClient): RestClient => ({
    ...wire,
    post: (route, options) => {
      const body: unknown = options?.body;
      const changed = typeof body === 'object' && body !== null ? change(body) : body;
      return wire.post(route, { ...options, body: changed });
    },
  });

/** What the first press said while it was being saved. */
const SAVING = 'The first press is saving it.';

/** Uses up the press in a transaction of its own, and does what it asks for in the next one. */
function consumedBeforeActs(store: Store): Store {
  async function then<T>(consumes: Consumes | undefined, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const first = consumes === undefined || (await store.finishPending(consumes.press, textDone(SAVING)));
    return first ? work() : refuse({ why: 'already-pressed', done: textDone(SAVING) });
  }
  return {
    ...store,
    change: (guild, number, decide, { consumes, ...options }) =>
      then(consumes, () => store.change(guild, number, decide, options)),
    propose: (proposal, consumes) => then(consumes, () => store.propose(proposal)),
    addSchedule: (schedule, consumes) => then(consumes, () => store.addSchedule(schedule)),
    savePending: (pending, replaces) => then(replaces, () => store.savePending(pending)),
  };
}

const BROKEN: readonly (readonly [what: string, complaint: RegExp, strategy: Strategy])[] = [
  [
    'a nonce that Discord is not asked to enforce',
    /was posted 2 times/,
    { wire: post((body) => ({ ...body, enforce_nonce: false })) },
  ],
  [
    'no reading back of what was posted once the nonce is forgotten',
    /was posted 2 times/,
    {
      wire: (wire) => ({
        ...wire,
        get: (route, options) =>
          route.endsWith('/messages') ? Promise.resolve([]) : wire.get(route, options),
      }),
    },
  ],
  [
    'a lease that is over before the post can be made',
    /sent twice at a time/,
    {
      store: (store) => ({
        ...store,
        claim: (claim) => store.claim({ ...claim, leaseUntil: later(claim.wallNow, 1000) }),
      }),
    },
  ],
  [
    'reminders that live on when the deadline has moved',
    /still waits/,
    {
      base: (cellar) => ({
        ...cellar.store,
        change: async (...given) => {
          const changed = await cellar.store.change(...given);
          await cellar.uncancel();
          return changed;
        },
      }),
    },
  ],
  ['a timer that comes a second too soon', /ms early/, { ahead: 1000 }],
  [
    'a post that counts as sent before it is',
    /never (posted|announced)/,
    {
      store: (store) => ({
        ...store,
        claim: async (claim) => {
          const rows = await store.claim(claim);
          for (const { id } of rows) await store.settle(id, { kind: 'sent', message: null }, claim.now);
          return rows;
        },
      }),
    },
  ],
  [
    'a board whose edits are never made',
    /does not say how the record stands/,
    { wire: (wire) => ({ ...wire, patch: () => Promise.resolve({}) }) },
  ],
  ['a press that is used up before it acts', /is used and did nothing/, { store: consumedBeforeActs }],
  [
    'a proposal that ends before it is recorded',
    /is accepted and was never recorded/,
    {
      store: (store, cellar) => ({
        ...store,
        acceptProposal: async (guild, id, by, decide, options) => {
          const proposal = await store.proposal(guild, id);
          if (proposal?.status !== 'proposed')
            return refuse({ why: 'already-pressed', done: textDone(SAVING) });
          await cellar.accept(id, by, options.now);
          return store.change(guild, proposal.number, decide, options);
        },
      }),
    },
  ],
  [
    'dead claims that wait until something else is due',
    /left lying/,
    {
      base: (cellar) => ({
        ...cellar.store,
        releaseClaims: () => Promise.resolve(0),
        nextDue: () => cellar.store.nextDue(),
      }),
    },
  ],
];

describe('the simulation can fail', () => {
  let cellar: Cellar;
  beforeAll(async () => {
    cellar = await openCellar();
  });
  afterAll(() => cellar.store.close());

  it.for(BROKEN)('finds %s', { timeout: PATIENCE }, async ([, complaint, strategy]) => {
    const fresh = await openCellar();
    const found = async (seed: number) =>
      (await simulate(seed, fresh, strategy)).faults.find((fault) => complaint.test(fault));
    let fault: string | undefined;
    let seed = 0;
    while (fault === undefined && seed < MOST) fault = await found((seed += 1));
    await fresh.store.close();
    expect(fault).toMatch(complaint);
  });

  it('plays the same story for the same seed', async () => {
    const other = await openCellar();
    for (let seed = 1000; seed < 1010; seed += 1) await simulate(seed, other);
    for (let seed = 1020; seed < 1030; seed += 1) {
      const [one, two] = [await simulate(seed, cellar), await simulate(seed, other)];
      expect(two.trace).toEqual(one.trace);
    }
    await other.store.close();
  });
});
