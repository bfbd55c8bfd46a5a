/** Posts on their way: their order, their slots and their leases. */
import { beforeEach, describe, expect, it } from 'vitest';
import { later, wallMs } from '../../src/domain/instant.js';
import type { BeatStore } from '../../src/store/port/index.js';
import { gate, never, pooling, SENT, turns } from './pooling.js';
import { claimedRow, NOW } from './scripted.js';

let on: ReturnType<typeof pooling>;
beforeEach(() => {
  on = pooling();
});

describe('a post on its way', () => {
  it('is sent at the present and settled, and what failed before is well again', async () => {
    on.health.failed('send', new Error('odd'));
    const pool = on.poolOf();
    pool.add([claimedRow(1), claimedRow(2)], on.lease());
    expect(pool.size).toBe(2);
    await pool.idle();
    expect(on.sends).toEqual([
      [1, NOW],
      [2, NOW],
    ]);
    expect(on.settled).toEqual([
      [1, SENT, NOW],
      [2, SENT, NOW],
    ]);
    expect([pool.size, on.failing()]).toEqual([0, []]);
  });

  it.each([
    [2000, []],
    [2001, [[1, NOW]]],
  ])('is left alone with %i ms of its lease', async (left, sent) => {
    const pool = on.poolOf();
    pool.add([claimedRow(1)], on.lease(left));
    await pool.idle();
    expect(on.sends).toEqual(sent);
    expect(on.settled).toHaveLength(sent.length);
    expect([on.aside, on.failing()]).toEqual([[], []]);
  });

  it('is neither sent nor settled nor set aside where its lease ended while it waited for its slot', async () => {
    const pool = on.poolOf({
      send: async (_row, _now, pass) => {
        on.clock.now += 28_000;
        await pass();
        on.sends.push([0, 0]);
        return SENT;
      },
    });
    pool.add([claimedRow(1)], on.lease());
    await pool.idle();
    expect([on.sends, on.settled, on.aside, on.failing()]).toEqual([[], [], [], []]);
  });

  it('waits for the one before it in its channel, and for no other', async () => {
    const { opened, open } = gate();
    const pool = on.poolOf({
      send: async ({ id }, now) => {
        on.sends.push([id, now]);
        if (id === 1) await opened;
        return SENT;
      },
    });
    pool.add([claimedRow(1, { channel: 'c' }), claimedRow(2, { channel: 'c' }), claimedRow(3)], on.lease());
    await turns();
    expect(on.sends.map(([id]) => id)).toEqual([1, 3]);
    let isChanged = false;
    const changed = pool.change().then(() => (isChanged = true));
    await turns();
    expect(isChanged).toBe(false);
    open();
    await changed;
    pool.add([claimedRow(4, { channel: 'c' })], on.lease());
    await pool.idle();
    expect(on.sends.map(([id]) => id)).toEqual([1, 3, 2, 4]);
    await pool.change();
  });

  it('waits for the one before it also where a third one has ended meanwhile', async () => {
    const [first, second] = [gate(), gate()];
    const pool = on.poolOf({
      send: async ({ id }, now) => {
        on.sends.push([id, now]);
        await [first, second][id - 1]?.opened;
        return SENT;
      },
    });
    pool.add([claimedRow(1, { channel: 'c' }), claimedRow(2, { channel: 'c' })], on.lease());
    first.open();
    await turns();
    pool.add([claimedRow(3, { channel: 'c' })], on.lease());
    await turns();
    expect(on.sends.map(([id]) => id)).toEqual([1, 2]);
    second.open();
    await pool.idle();
    expect(on.sends.map(([id]) => id)).toEqual([1, 2, 3]);
  });

  it('is drawn shortly before its slot and sent at it, by the machine’s clock', async () => {
    const slept: number[] = [];
    const pool = on.poolOf({
      perSecond: 50,
      sleep: async (ms) => {
        slept.push(ms);
        if (ms === 10_000) return never();
        on.clock.now += ms;
        return undefined;
      },
      send: async (_row, _now, pass, near) => {
        await near();
        on.sends.push([0, on.clock.now]);
        await pass();
        on.sends.push([1, on.clock.now]);
        return SENT;
      },
    });
    pool.add([claimedRow(1, { from: later(on.wallNow(), 500) })], on.lease());
    await pool.idle();
    expect(on.sends).toEqual([
      [0, NOW + 400],
      [1, NOW + 500],
    ]);
    expect(slept).toContain(10_000);
  });

  it('counts as waiting until its slot has come', async () => {
    const pool = on.poolOf({ perSecond: 50 });
    pool.add(
      [claimedRow(1, { channel: 'c', from: on.lease(500) }), claimedRow(2, { channel: 'c' })],
      on.lease(),
    );
    pool.add([claimedRow(3, { channel: 'c', from: on.lease(500) })], on.lease());
    pool.add([claimedRow(4, { channel: 'c', from: on.lease(0) })], on.lease());
    await turns();
    expect(pool.waiting()).toBe(2);
    on.clock.now += 500;
    expect(pool.waiting()).toBe(1);
  });

  it('no longer counts as waiting once it is sent', async () => {
    const pool = on.poolOf({
      send: async (_row, _now, pass) => {
        await pass();
        return never();
      },
    });
    pool.add([claimedRow(1)], on.lease());
    expect(pool.waiting()).toBe(0);
    await turns();
    expect([pool.waiting(), pool.size]).toEqual([0, 1]);
  });
});

describe('a lease', () => {
  /** A pool whose posts end when told, and whose pauses do too. */
  function holding(renew: BeatStore['renew']) {
    const pauses: { ms: number; wake: () => void }[] = [];
    const end = gate();
    const pool = on.poolOf(
      {
        sleep: (ms) => new Promise<void>((wake) => void pauses.push({ ms, wake })),
        send: async ({ id }, now) => {
          await end.opened;
          on.sends.push([id, now]);
          return SENT;
        },
      },
      { renew },
    );
    return { pool, pauses, end };
  }

  it('is renewed every ten seconds for as long as anything is held', async () => {
    const renewed: unknown[] = [];
    const { pool, pauses, end } = holding((ids, until) =>
      Promise.resolve(void renewed.push([ids, wallMs(until)])),
    );
    pool.add([claimedRow(1)], on.lease());
    pool.add([claimedRow(2)], on.lease(2000));
    pool.add([claimedRow(3)], on.lease(12_000));
    await turns();
    expect(pauses.map(({ ms }) => ms)).toEqual([10_000]);
    on.clock.now += 10_000;
    pauses[0]?.wake();
    await turns();
    // What has two seconds left may be another's by then.
    expect(renewed).toEqual([[[1], NOW + 40_000]]);
    expect(pauses).toHaveLength(2);
    end.open();
    await pool.idle();
    pauses[1]?.wake();
    await turns();
    expect([renewed.length, pauses.length]).toEqual([1, 2]);
    pool.add([claimedRow(4)], on.lease());
    expect(pauses).toHaveLength(3);
  });

  it('that was renewed keeps a post from being lost; one that could not be is over at its own end', async () => {
    let broken = false;
    const { pool, end } = holding(() => (broken ? Promise.reject(new Error('odd')) : Promise.resolve()));
    pool.add([claimedRow(1, { channel: 'c' }), claimedRow(2, { channel: 'c' })], on.lease());
    await turns();
    on.clock.now += 25_000;
    broken = true;
    await pool.renew();
    expect(on.failing()).toEqual(['renew']);
    broken = false;
    await pool.renew();
    expect(on.failing()).toEqual([]);
    on.clock.now += 25_000;
    broken = true;
    await pool.renew();
    on.clock.now += 10_000;
    end.open();
    await pool.idle();
    // The second one waited behind the first, past the end of its on.lease.
    expect(on.sends.map(([id]) => id)).toEqual([1]);
    expect(on.failing()).toEqual(['renew']);
  });
});
