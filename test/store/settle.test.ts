import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.js';
import { defaultSettings } from '../../src/domain/guild.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { GUILD, instant, make, recording } from './founding.js';
import { valueOf } from '../support/result.js';
import { leased } from '../support/leased.js';

const STATUS_502 = { kind: 'discord-status', status: 502 } as const;
const STATED = instant('2025-07-14T15:00:00Z');
const CHANNEL = '200000000000000003';

describe.each([
  ['SQLite', () => openSqlite(':memory:')],
  ['PGlite', openPglite],
])('a claimed post on %s', (_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await storeOn(open());
    await store.saveSettings({ ...defaultSettings(GUILD), announcements: CHANNEL }, 0);
  });
  afterEach(() => store.close());

  /** The cards of `count` records, claimed. */
  async function claimed(count: number): Promise<readonly Delivery[]> {
    for (let one = 0; one < count; one += 1) await make(store, null, recording(), STATED);
    return store.claim({ now: STATED, ...leased(0, 30_000), limit: count });
  }
  const now = async () => {
    const rows = await store.deliveries(GUILD, { limit: 100 });
    return rows.map(({ id, status, message, failure, due, settled }) => ({
      id,
      status,
      message,
      failure,
      due,
      settled,
    }));
  };

  it('is settled with its own result, however many settle at once', async () => {
    const [sent, skipped, failed, again, left] = await claimed(5);
    if (!sent || !skipped || !failed || !again || !left) throw new Error('Five cards were to be claimed');
    await Promise.all([
      store.settle(sent.id, { kind: 'sent', message: '7' }, STATED + 1),
      store.settle(skipped.id, { kind: 'skipped', reason: { kind: 'expired', earlier: null } }, STATED + 1),
      store.settle(failed.id, { kind: 'failed', reason: { kind: 'automod' } }, STATED + 1),
      store.settle(again.id, { kind: 'again', due: STATED + 9, reason: STATUS_502 }, STATED + 1),
    ]);
    const none = { message: null, failure: null, due: STATED, settled: STATED + 1 };
    expect(await now()).toEqual([
      { ...none, id: sent.id, status: 'sent', message: '7' },
      { ...none, id: skipped.id, status: 'skipped', failure: { kind: 'expired', earlier: null } },
      { ...none, id: failed.id, status: 'failed', failure: { kind: 'automod' } },
      { ...none, id: again.id, status: 'pending', failure: STATUS_502, settled: null },
      { ...none, id: left.id, status: 'claimed', settled: null },
    ]);
  });

  it('is retried when it was postponed to, and is late since it was first due', async () => {
    const [card] = await claimed(1);
    const id = card?.id ?? 0;
    const again = (due: number) => store.settle(id, { kind: 'again', due, reason: STATUS_502 }, STATED);
    await again(STATED + 9);
    expect(await store.claim({ now: STATED + 8, ...leased(1, 2), limit: 9 })).toEqual([]);
    expect(await store.claim({ now: STATED + 9, ...leased(1, 2), limit: 9 })).toMatchObject([
      { id, due: STATED },
    ]);
    await again(STATED + 20);
    await store.releaseClaims();
    await store.claim({ now: STATED + 700_000, ...leased(1, 2), limit: 9 });
    await store.settle(id, { kind: 'sent', message: '7' }, STATED + 700_000);
    expect(await now()).toMatchObject([{ due: STATED, settled: STATED + 700_000 }]);
    expect(await store.counts()).toEqual([{ kind: 'announcement', status: 'sent', count: 1, late: 1 }]);
  });

  it('is not sent again because a slow worker settles it after another did', async () => {
    const [card] = await claimed(1);
    const id = card?.id ?? 0;
    await store.settle(id, { kind: 'sent', message: '7' }, STATED);
    await store.settle(id, { kind: 'again', due: STATED, reason: { kind: 'unreachable' } }, STATED);
    await store.settle(id, { kind: 'sent', message: '8' }, STATED);
    expect(await now()).toMatchObject([{ status: 'sent', message: '7' }]);
    expect(await store.claim({ now: STATED, ...leased(1e9, 2e9), limit: 9 })).toEqual([]);
  });

  it('keeps the time of its first attempt and is told apart by its nonce', async () => {
    const [one, two] = await claimed(2);
    expect(one?.nonce).not.toBe(two?.nonce);
    expect(await store.claim({ now: STATED, ...leased(29_999, 60_000), limit: 9 })).toEqual([]);
    const taken = await store.claim({ now: STATED, ...leased(30_000, 60_000), limit: 9 });
    expect(taken).toEqual([one, two].map((row) => ({ ...row, attempts: 2, attempted: 0 })));
  });

  it('is claimed by urgency and due time, and the rest waits for the next claim', async () => {
    const planned = (due: number) => ({
      post: { kind: 'digest', schedule: 1, fire: due } as const,
      channel: CHANNEL,
      due,
      expires: null,
    });
    const schedule = valueOf(
      await store.addSchedule({
        guild: GUILD,
        channel: CHANNEL,
        cron: '0 9 * * *',
        zone: 'UTC',
        scope: { kind: 'all' },
        author: '5',
        status: 'running',
        broken: null,
        next: 1,
        last: null,
      }),
    );
    await store.fire(schedule, 2, planned(STATED), null);
    await store.fire({ ...schedule, next: 2 }, 3, planned(STATED - 5), null);
    await make(store, null, recording(), STATED);
    const claim = (real: number) => store.claim({ now: STATED, ...leased(real, real + 1), limit: 2 });
    const announcement = { kind: 'announcement', number: 1, entry: 1 };
    const early = planned(STATED - 5).post;
    expect((await claim(0)).map(({ post }) => post)).toMatchObject([announcement, early]);
    expect((await claim(1)).map(({ post }) => post)).toMatchObject([announcement, early]);
  });
});
