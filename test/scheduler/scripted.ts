/** A store that answers what a test tells it and notes what it is asked, for the parts of the beat alone. */
import { wallInstant } from '../../src/domain/instant.js';
import type { BeatStore, Claimed, Poisoned, SetAside } from '../../src/store/port/index.js';

/** The present of these tests, ms of both clocks. */
export const NOW = 1_000_000;

/** A due countdown's list that was claimed. */
export const claimedRow = (id: number, more: Partial<Claimed> = {}): Claimed => ({
  id,
  guild: 'g1',
  post: { kind: 'digest', schedule: id, fire: NOW },
  channel: `c${id}`,
  due: NOW,
  expires: null,
  status: 'claimed',
  nonce: `nonce-${id}`,
  attempts: 1,
  attempted: null,
  settled: null,
  message: null,
  failure: null,
  ...more,
});

export const asideOf = ({ now, mark = 7, ...row }: Poisoned): SetAside => ({
  ...row,
  mark,
  since: now,
  until: now + 1,
  tries: 1,
  told: false,
});

const nothing = () => Promise.resolve();
const none = () => Promise.resolve([]);
const yes = () => Promise.resolve(true);

/** Nothing is due, and whatever is written succeeds; `more` is what a test has otherwise. */
export const scripted = (more: Partial<BeatStore> = {}): BeatStore => ({
  nextDue: () => Promise.resolve(null),
  claim: none,
  unclaimable: none,
  renew: nothing,
  settle: nothing,
  releaseClaims: () => Promise.resolve(0),
  overtaking: () => Promise.resolve(null),
  readBackBefore: () => Promise.resolve(null),
  lapsing: none,
  expire: () => Promise.resolve({ ok: false, refusal: { why: 'busy' } }),
  firing: none,
  running: none,
  fire: yes,
  replan: yes,
  recall: nothing,
  hearDue: nothing,
  setAside: (row) => Promise.resolve(asideOf(row)),
  toldAside: nothing,
  retryAside: nothing,
  asides: none,
  take: (_perSecond, wallNow) => Promise.resolve(wallNow),
  rest: nothing,
  noteRefused: (_everyMs, wallNow) => Promise.resolve(wallNow),
  tidy: nothing,
  problems: none,
  continuePlanning: () => Promise.resolve(0),
  eraseOld: nothing,
  deliveries: none,
  closed: () => Promise.resolve(null),
  ...more,
});

/** A clock that a test moves, and what is logged. */
export function standing() {
  const clock = { now: NOW };
  const logged: (readonly [object, string])[] = [];
  return {
    clock,
    logged,
    now: () => clock.now,
    wallNow: () => wallInstant(clock.now),
    log: { error: (about: object, message: string) => void logged.push([about, message]) },
  };
}
