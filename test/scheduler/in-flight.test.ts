import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port/index.js';
import { GUILD } from '../store/founding.js';
import { InFlight, type SendDeps } from '../../src/scheduler/in-flight.js';
import { digest, START, watching, type Watching, schedulesOf } from './watching.js';
import { later, wallMs } from '../../src/domain/instant.js';
import { leased } from '../support/leased.js';

let tower: Watching;
beforeEach(async () => {
  tower = await watching();
});
afterEach(() => tower.store.close());

describe('a channel', () => {
  it('does not hold up others when it does not answer', async () => {
    await tower.digests(60, 6);
    let answer: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (answer = resolve));
    const beat = tower
      .beatWith({
        batch: 10,
        send: async (delivery, now, pass) => {
          if (delivery.channel === 'c0') await hanging;
          if (tower.posted.length === 50) answer();
          return tower.send(delivery, now, pass);
        },
      })
      .beat();
    // It answers only once all posts of the others were made.
    const others = new Promise<void>((resolve) => {
      const look = () => (tower.posted.length >= 50 ? resolve() : setImmediate(look));
      look();
    });
    await others;
    expect(tower.posted.every((one) => one.channel !== 'c0')).toBe(true);
    answer();
    await beat;
    expect(tower.posted).toHaveLength(60);
  });

  it('gets its posts in order, one after the other', async () => {
    await tower.digests(20, 2);
    let sending = 0;
    await tower
      .beatWith({
        send: async (delivery, now, pass) => {
          if (delivery.channel === 'c0') sending += 1;
          expect(sending).toBeLessThanOrEqual(1);
          await new Promise(setImmediate);
          if (delivery.channel === 'c0') sending -= 1;
          return tower.send(delivery, now, pass);
        },
      })
      .beat();
    const own = schedulesOf(tower.posted.filter(({ channel }) => channel === 'c0'));
    expect(own).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });
});

describe('what is claimed', () => {
  const claimed = (perSecond = 0) =>
    tower.store.claim({
      now: START,
      ...leased(tower.time.now(), tower.time.now() + 30_000),
      limit: 9,
      perSecond,
    });
  const poolOf = (more: Partial<SendDeps> = {}) => new InFlight({ ...tower.options, ...more });

  it('is left to another process after the lease has ended', async () => {
    await tower.digests(1, 1);
    const pool = poolOf();
    pool.add(await claimed(), later(tower.time.wallNow(), 1000));
    await pool.idle();
    expect(tower.posted).toEqual([]);
    expect(await tower.rows()).toMatchObject([{ status: 'claimed' }]);
  });

  it('keeps its lease while Discord takes long', async () => {
    await tower.digests(1, 1);
    let answer: () => void = () => undefined;
    const pool = poolOf({
      send: async (delivery, now, pass) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return tower.send(delivery, now, pass);
      },
    });
    pool.add(await claimed(), later(tower.time.wallNow(), 30_000));
    await tower.time.until(tower.time.sleep(25_000));
    await pool.renew();
    await tower.time.until(tower.time.sleep(25_000));
    expect(await claimed()).toEqual([]);
    answer();
    await pool.idle();
    expect(await tower.rows()).toMatchObject([{ status: 'sent', attempts: 1 }]);
  });

  it('takes another slot of the budget if it misses its own', async () => {
    await tower.digests(1, 1);
    const [row] = await claimed(50);
    await tower.time.until(tower.time.sleep(100));
    const before = await tower.store.take(50, tower.time.wallNow());
    const pool = poolOf({ perSecond: 50 });
    pool.add(row === undefined ? [] : [row], later(tower.time.wallNow(), 30_000));
    await tower.time.until(pool.idle());
    expect(tower.posted[0]?.at).toBeGreaterThan(wallMs(before));
  });

  it('is set aside when it cannot be settled, and the beat goes on', async () => {
    await tower.digests(3, 3);
    const broken: Store = {
      ...tower.store,
      settle: (id, settlement, at) =>
        id === 2 ? Promise.reject(new Error('the disk is full')) : tower.store.settle(id, settlement, at),
    };
    await tower.beatWith({ store: broken }).beat();
    expect(tower.posted).toHaveLength(3);
    expect(tower.errors).toHaveLength(1);
    expect((await tower.rows()).map(({ status }) => status).toSorted()).toEqual(['pending', 'sent', 'sent']);
    expect(await tower.store.asides(GUILD)).toMatchObject([{ stage: 'send', item: 2, tries: 1 }]);
  });

  it('is skipped if a later post of the same kind is due', async () => {
    const late = START - 600_000;
    const fired = (schedule: number, channel: string, due: number) =>
      digest(0, channel, { post: { kind: 'digest', schedule, fire: due }, due });
    await tower.plan([
      fired(1, 'c1', late),
      fired(1, 'c1', late + 1),
      fired(1, 'c1', late + 2),
      fired(1, 'c1', START + 99_999),
      fired(2, 'c1', late),
      fired(1, 'c2', late),
      digest(0, 'c1', { post: { kind: 'announcement', number: 1, version: null, entry: 1 }, due: late }),
      digest(0, 'c1', { post: { kind: 'announcement', number: 1, version: null, entry: 2 }, due: late }),
    ]);
    await tower.beatWith().beat();
    const skipped = (await tower.rows()).filter(({ status }) => status === 'skipped');
    expect(skipped).toMatchObject([
      { ...fired(1, 'c1', late), failure: { kind: 'overtaken', earlier: null } },
      { ...fired(1, 'c1', late + 1), failure: { kind: 'overtaken', earlier: null } },
    ]);
    expect(tower.posted).toHaveLength(5);
  });
});
