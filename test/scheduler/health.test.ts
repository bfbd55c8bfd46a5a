/** What the beat says of itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { wallInstant } from '../../src/domain/instant.js';
import { RefusedError } from '../../src/domain/refusal.js';
import { Health, messageOf } from '../../src/scheduler/health.js';

let now: number;
let logged: (readonly [object, string])[];
let health: Health;
beforeEach(() => {
  now = 1_000_000;
  logged = [];
  health = new Health({
    wallNow: () => wallInstant(now),
    log: { error: (about, message) => void logged.push([about, message]) },
  });
});

describe('a part of the beat that fails', () => {
  it('is reported with how often and since when, until it succeeds', () => {
    expect(health.isFailing()).toBe(false);
    health.failed('claim', new Error('first'));
    now += 5000;
    health.failed('claim', new Error('second'));
    health.failed('fire', new Error('other'));
    expect(health.isFailing()).toBe(true);
    expect(health.problems()).toEqual([
      { kind: 'part-failed', part: 'claim', times: 2, since: 1_000_000, reason: 'second' },
      { kind: 'part-failed', part: 'fire', times: 1, since: 1_005_000, reason: 'other' },
    ]);
    health.succeeded('fire');
    health.succeeded('claim');
    expect(health.problems()).toEqual([]);
    expect(health.isFailing()).toBe(false);
  });

  it('is logged once in sixty times', () => {
    const error = new Error('x');
    for (let times = 0; times < 121; times += 1) health.failed('look', error);
    expect(logged).toEqual(
      [1, 61, 121].map((times) => [{ err: error, stage: 'look', times }, 'a stage of the beat failed']),
    );
  });

  it('has sent and renewed again where it can claim again, and not where anything else succeeds', () => {
    for (const part of ['send', 'renew', 'expire'] as const) health.failed(part, new Error('x'));
    health.succeeded('fire');
    expect(health.problems()).toHaveLength(3);
    health.succeeded('claim');
    expect(health.problems()).toMatchObject([{ part: 'expire' }]);
  });
});

it('a beat that takes more than a minute is reported until it ends', () => {
  health.beating(wallInstant(now));
  now += 60_000;
  expect(health.problems()).toEqual([]);
  now += 1;
  expect(health.problems()).toEqual([{ kind: 'hangs', since: 1_000_000 }]);
  health.beating(null);
  expect(health.problems()).toEqual([]);
});

it('a fault of the timer is logged, and reported for a minute', () => {
  const error = new Error('no timer');
  health.timerFailed(error);
  expect(logged).toEqual([[{ err: error }, 'the timer of the beat failed']]);
  now += 60_000;
  expect(health.problems()).toEqual([{ kind: 'timer-failed', at: 1_000_000, reason: 'no timer' }]);
  now += 1;
  expect(health.problems()).toEqual([]);
});

describe('the message of an error', () => {
  it('is its first line, without what it quotes, and not too long', () => {
    expect(messageOf(new Error('one\ntwo'))).toBe('one');
    expect(messageOf('a text')).toBe('a text');
    expect(messageOf(new Error('x'.repeat(300)))).toHaveLength(200);
    const quoting = `Unexpected token 'w', "words of a member" is not valid JSON`;
    expect(messageOf(new Error(quoting))).not.toContain('a member');
  });

  it('is that of the cause where the store refused', () => {
    const refusal = { why: 'database-away' } as const;
    expect(messageOf(new RefusedError(refusal, { cause: new Error('no connection') }))).toBe('no connection');
    expect(messageOf(new Error('outer', { cause: new Error('inner') }))).toBe('outer');
  });
});
