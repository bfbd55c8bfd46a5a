import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '../../src/domain/delivery.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { fromPlanned } from '../../src/store/rows.js';
import { valueOf } from '../support/result.js';
import { leased } from '../support/leased.js';

const NOW = Date.parse('2025-07-14T15:00:00Z');
const MINUTE = 60_000;
const WHY = { kind: 'thread-locked' } as const;
const REMEDY = { kind: 'unlock-thread' } as const;
let last = 0;
const newGuild = () => `3200000000000000${(last += 1).toString().padStart(2, '0')}`;

/** What closing a channel does on every engine. */
export function closedContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`a closed channel on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
    });
    afterAll(() => store.close());

    /** A countdown in `here`, a digest due in each channel and one tomorrow, in a server of its own. */
    async function setUp() {
      const guild = newGuild();
      const [here, there] = [`${guild}1`, `${guild}2`];
      const schedule = {
        guild,
        channel: here,
        cron: '0 9 * * *',
        zone: 'UTC',
        scope: { kind: 'all' },
      } as const;
      const state = { author: '5', status: 'running', broken: null, next: NOW + 1e9, last: null } as const;
      const { id } = valueOf(await store.addSchedule({ ...schedule, ...state }));
      const digest = (channel: string, due: number): PlannedDelivery => ({
        post: { kind: 'digest', schedule: id, fire: due },
        channel,
        due,
        expires: null,
      });
      const planned = [digest(here, NOW - 1), digest(here, NOW + 1e8), digest(there, NOW - 1)];
      await database.write
        .insertInto('delivery')
        .values(planned.map((one) => fromPlanned(guild, one)))
        .execute();
      const closing = { guild, channel: here, why: WHY, remedy: REMEDY, now: NOW };
      const claim = async (now: number) => {
        const rows = await store.claim({ now, ...leased(0, 1), limit: 500 });
        return rows.filter((row) => row.guild === guild).map(({ channel, due }) => [channel, due]);
      };
      return { guild, here, there, closing, claim };
    }

    it('postpones its rows together, longer each time, and stops its countdown', async () => {
      const { guild, here, there, closing, claim } = await setUp();
      expect(await store.closeChannel({ ...closing, gone: false })).toEqual({
        guild,
        channel: here,
        reason: { kind: 'closed', why: WHY, remedy: REMEDY },
        until: NOW + 5 * MINUTE,
        author: '5',
        told: false,
      });
      expect(await store.schedules(guild)).toMatchObject([
        { status: 'broken', broken: { kind: 'closed', why: WHY, remedy: REMEDY } },
      ]);
      expect(await claim(NOW)).toEqual([[there, NOW - 1]]);
      const untils = [];
      for (let tries = 0; tries < 5; tries += 1)
        untils.push(((await store.closeChannel({ ...closing, gone: false })).until ?? 0) - NOW);
      expect(untils).toEqual([10, 20, 40, 60, 60].map((minutes) => minutes * MINUTE));
      expect(await claim(NOW + 59 * MINUTE)).toEqual([]);
    });

    it('fires its countdown at each retry, and never once it is gone', async () => {
      const { guild, closing } = await setUp();
      const next = NOW + 1e9;
      const fired = async (now: number) => {
        const all = await store.firing(now, 500);
        return all.filter((one) => one.guild === guild).map(({ status }) => status);
      };
      await store.closeChannel({ ...closing, gone: false, now: next });
      expect(await fired(next + 4 * MINUTE)).toEqual([]);
      expect(await fired(next + 5 * MINUTE)).toEqual(['broken']);
      const [schedule] = await store.schedules(guild);
      if (schedule === undefined) throw new Error('no schedule');
      expect(await store.fire(schedule, next + 1e9, null, null)).toBe(true);
      expect(await fired(next + 5 * MINUTE)).toEqual([]);
      expect(await fired(next + 1e9)).toEqual(['broken']);
      await store.closeChannel({ ...closing, gone: true });
      expect(await fired(next + 1e9)).toEqual([]);
    });

    it('is reported once for as long as it stays closed', async () => {
      const { guild, here, closing } = await setUp();
      await store.closeChannel({ ...closing, gone: false });
      expect(await store.untold(guild)).toMatchObject([{ channel: here }]);
      expect(await store.closedChannels(guild)).toMatchObject([{ channel: here }]);
      expect(await store.closedChannels('another server')).toEqual([]);
      expect([await store.told(guild, here), await store.told(guild, here)]).toEqual([true, false]);
      expect((await store.closeChannel({ ...closing, gone: false })).told).toBe(true);
      expect(await store.untold(guild)).toEqual([]);
      expect(await store.closedChannels(guild)).toMatchObject([{ channel: here, told: true }]);
      expect((await store.closeChannel({ ...closing, gone: true })).told).toBe(false);
    });

    it('posts what is due when it opens again, and its countdown resumes', async () => {
      const { guild, here, closing, claim } = await setUp();
      await store.closeChannel({ ...closing, gone: false });
      expect(await store.reopenChannel(guild, here)).toBe(true);
      expect(await store.reopenChannel(guild, here)).toBe(false);
      expect(await store.closed(guild, here)).toBeNull();
      expect(await store.schedules(guild)).toMatchObject([{ status: 'running', broken: null }]);
      expect((await claim(NOW)).filter(([channel]) => channel === here)).toEqual([[here, NOW - 1]]);
    });

    it('cancels its posts when it is gone', async () => {
      const { guild, here, closing } = await setUp();
      expect(await store.closeChannel({ ...closing, gone: true })).toMatchObject({ until: null });
      const rows = await store.deliveries(guild, { channel: here, limit: 9 });
      expect(rows.map(({ status, failure, settled }) => [status, failure, settled])).toEqual([
        ['failed', { kind: 'closed', why: WHY, remedy: null }, NOW],
        ['failed', { kind: 'closed', why: WHY, remedy: null }, NOW],
      ]);
      const failed = (await store.counts()).find((one) => one.kind === 'digest' && one.status === 'failed');
      expect(failed?.count).toBeGreaterThanOrEqual(2);
      expect(failed?.late).toBe(0);
    });

    it('belongs to one server, even if another names it', async () => {
      const { here, closing } = await setUp();
      const other = newGuild();
      await store.closeChannel({ ...closing, gone: true });
      expect(await store.closed(other, here)).toBeNull();
      expect(await store.reopenChannel(other, here)).toBe(false);
    });
  });
}
