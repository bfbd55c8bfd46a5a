/** Posts on their way that fail or come too late. */
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/durations.js';
import { RefusedError } from '../../src/domain/refusal.js';
import type { BeatStore, Claimed } from '../../src/store/port/index.js';
import { pooling, SENT } from './pooling.js';
import { claimedRow, NOW } from './scripted.js';

let on: ReturnType<typeof pooling>;
beforeEach(() => {
  on = pooling();
});

describe('a post that fails', () => {
  const thrown = async (error: Error, row: Claimed, store: Partial<BeatStore> = {}) => {
    const failing = () => {
      throw error;
    };
    const pool = on.poolOf({ send: failing }, store);
    pool.add([row], on.lease());
    await pool.idle();
  };

  it('by a mistake is set aside, and somebody is told', async () => {
    await thrown(new Error('odd'), claimedRow(1));
    const reason = { kind: 'mistake', error: 'odd' };
    expect(on.aside).toEqual([{ stage: 'send', guild: 'g1', item: 1, reason, now: NOW }]);
    expect(on.told).toMatchObject([{ guild: 'g1', about: { kind: 'post-failed', channel: 'c1' } }]);
    expect(on.failing()).toEqual([]);
  });

  it('on a board says that it is one', async () => {
    await thrown(new Error('odd'), claimedRow(1, { post: { kind: 'board', version: 1, slot: 'post' } }));
    expect(on.aside).toMatchObject([{ stage: 'boards' }]);
    expect(on.told).toMatchObject([{ about: { kind: 'board-failed', channel: 'c1' } }]);
  });

  it('because the database is away is left as it is', async () => {
    await thrown(new RefusedError({ why: 'database-away' }), claimedRow(1));
    expect([on.aside, on.failing()]).toEqual([[], ['send']]);
  });

  it('and can’t even be set aside is reported', async () => {
    await thrown(new Error('odd'), claimedRow(1), {
      setAside: () => Promise.reject(new Error('the table is gone')),
    });
    expect(on.health.problems()).toMatchObject([{ part: 'send', reason: 'the table is gone' }]);
  });

  const again = { kind: 'again', due: NOW + 1, reason: { kind: 'unreachable' } } as const;
  it.each([
    ['a third time by a mistake of ours', 3, { ...again, mistake: true } as const, true],
    ['a second time by a mistake of ours', 2, { ...again, mistake: true } as const, false],
    ['a third time in an outage', 3, again, false],
  ])('%s', async (_what, attempts, settlement, isAside) => {
    const pool = on.poolOf({ send: () => Promise.resolve(settlement) });
    pool.add([claimedRow(1, { attempts })], on.lease());
    await pool.idle();
    expect(on.aside).toHaveLength(isAside ? 1 : 0);
    expect(on.settled).toEqual(isAside ? [] : [[1, settlement, NOW]]);
    if (!isAside) return;
    expect(on.aside).toMatchObject([{ reason: { kind: 'mistake', error: null } }]);
    expect(on.logged).toMatchObject([[{ err: { message: 'the bot failed 3 times' } }, expect.any(String)]]);
  });
});

describe('a post that is late', () => {
  const milestone = {
    kind: 'milestone',
    number: 1,
    version: null,
    offset: { unit: 'days', count: 1 },
  } as const;
  const announcement = { kind: 'announcement', number: 1, version: null, entry: 1 } as const;
  const made = async (row: Claimed, store: Partial<BeatStore> = {}) => {
    const pool = on.poolOf({}, store);
    pool.add([row], on.lease());
    await pool.idle();
    return on.settled.map(([, settlement]) => settlement);
  };
  const overtaking = () => Promise.resolve(milestone);

  it.each([
    [NOW + 1, SENT],
    [NOW, { kind: 'skipped', reason: { kind: 'expired', earlier: { kind: 'unreachable' } } }],
  ])('is skipped from the instant on at which it is too late', async (expires, settlement) => {
    expect(await made(claimedRow(1, { expires, failure: { kind: 'unreachable' } }))).toEqual([settlement]);
  });

  it('says why it had not been posted in time', async () => {
    const why = { kind: 'closed', why: { kind: 'cannot-post' }, remedy: { kind: 'invite' } } as const;
    const closure = { guild: 'g1', channel: 'c1', reason: why, until: null };
    const store = { closed: () => Promise.resolve({ ...closure, author: null, told: false }) };
    expect(await made(claimedRow(1, { expires: NOW, failure: { kind: 'unreachable' } }), store)).toEqual([
      { kind: 'skipped', reason: { kind: 'expired', earlier: why } },
    ]);
  });

  it.each([
    ['a minute late, of a milestone', milestone, MINUTE, true],
    ['a minute late, of a list', claimedRow(1).post, MINUTE, true],
    ['less than a minute late', milestone, MINUTE - 1, false],
    ['of an announcement', announcement, MINUTE, false],
  ])('is skipped where the next of its kind is due as well: %s', async (_what, post, by, isSkipped) => {
    const skip = { kind: 'skipped', reason: { kind: 'overtaken', earlier: null } };
    expect(await made(claimedRow(1, { post, due: NOW - by }), { overtaking })).toEqual([
      isSkipped ? skip : SENT,
    ]);
  });

  it('is made where nothing has overtaken it', async () => {
    expect(await made(claimedRow(1, { post: milestone, due: NOW - MINUTE }))).toEqual([SENT]);
  });
});
