import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { fromPlanned } from '../../src/store/rows.js';
import { instant, make, recording, WASHINGTON } from './founding.js';
import { valueOf } from '../support/result.js';
import { leased } from '../support/leased.js';
import { wallInstant } from '../../src/domain/instant.js';

const STATED = instant('2025-07-14T15:00:00Z');
let last = 0;
/** A server of its own for each test. */
const newGuild = () => `3100000000000000${(last += 1).toString().padStart(2, '0')}`;

/** What the beat asks of every engine. */
export function beatContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the outbox on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
    });
    afterAll(() => store.close());

    it('claims each due post once, "passed" first, and none before it is due', async () => {
      const guild = newGuild();
      await store.saveSettings({ ...defaultSettings(guild), announcements: `${guild}7` }, STATED);
      await make(store, null, recording(), STATED, guild);
      const mine = async (now: number) => {
        const claimed = await store.claim({ now, ...leased(1000, 31_000), limit: 500 });
        return claimed.filter((one) => one.guild === guild);
      };
      expect(await mine(STATED - 1)).toEqual([]);
      const [card, ...rest] = await mine(STATED);
      expect(rest).toEqual([]);
      expect(card).toMatchObject({
        post: { kind: 'announcement', entry: 1 },
        status: 'claimed',
        attempts: 1,
      });
      expect(card?.nonce).toMatch(/^[\w-]{22}$/);
      expect(await mine(STATED)).toEqual([]);
      if (card) await store.settle(card.id, { kind: 'sent', message: '400000000000000001' }, STATED);
      expect(await store.lastSent(guild, `${guild}7`, 'announcement')).toMatchObject({
        message: '400000000000000001',
      });
    });

    it('claims a dead claim again when its lease has ended, and at once at a start with a single process', async () => {
      const guild = newGuild();
      await store.saveSettings({ ...defaultSettings(guild), announcements: `${guild}6` }, STATED);
      await make(store, null, recording(), STATED, guild);
      const claim = async (real: number) =>
        (await store.claim({ now: STATED, ...leased(real, real + 30_000), limit: 500 })).filter(
          (one) => one.guild === guild,
        );
      expect(await claim(1000)).toHaveLength(1);
      expect(await claim(30_999)).toHaveLength(0);
      expect(await claim(31_000)).toHaveLength(1);
      const alone = database.dialect.singleProcess;
      expect((await store.releaseClaims()) > 0).toBe(alone);
      expect(await claim(31_001)).toHaveLength(alone ? 1 : 0);
      expect(await claim(61_001)).toMatchObject([{ attempts: alone ? 4 : 3, attempted: 1000 }]);
    });

    it('keeps a renewed claim, and takes up a dead one even if nothing else is due', async () => {
      const guild = newGuild();
      const due = STATED - 1_000_000;
      const post = { kind: 'digest', schedule: 1, fire: 1 } as const;
      const digest = { post, channel: `${guild}6`, due, expires: null };
      await database.write.insertInto('delivery').values(fromPlanned(guild, digest)).execute();
      const claim = async (real: number) =>
        (await store.claim({ now: due, ...leased(real, real + 30_000), limit: 500 })).filter(
          (one) => one.guild === guild,
        );
      const [row] = await claim(100_000);
      await store.renew([row?.id ?? 0], wallInstant(140_000));
      expect(await claim(139_999)).toEqual([]);
      expect(await store.nextDue(wallInstant(139_999))).not.toBe(due);
      expect(await store.nextDue(wallInstant(140_000))).toBe(due);
      expect(await claim(140_000)).toMatchObject([{ id: row?.id, attempts: 2 }]);
      await store.settle(row?.id ?? 0, { kind: 'sent', message: '1' }, STATED);
      await store.renew([row?.id ?? 0], wallInstant(900_000));
      expect(await claim(900_000)).toEqual([]);
    });

    it('moves a schedule and adds its digest once', async () => {
      const guild = newGuild();
      const next = instant('2025-07-15T13:00:00Z');
      const schedule = valueOf(
        await store.addSchedule({
          guild,
          channel: `${guild}5`,
          cron: '0 9 * * *',
          zone: WASHINGTON,
          scope: { kind: 'all' },
          author: '5',
          status: 'running',
          broken: null,
          next,
          last: null,
        }),
      );
      expect((await store.firing(next, 500)).some((one) => one.id === schedule.id)).toBe(true);
      const digest = {
        post: { kind: 'digest', schedule: schedule.id, fire: next } as const,
        channel: schedule.channel,
        due: next,
        expires: null,
      };
      expect(await store.fire(schedule, next + 86_400_000, digest, null)).toBe(true);
      expect(await store.fire(schedule, next + 86_400_000, digest, null)).toBe(false);
      expect(await store.deliveries(guild, { kind: 'digest', limit: 10 })).toHaveLength(1);
      expect(await store.schedules(guild)).toMatchObject([{ next: next + 86_400_000, last: next }]);
      expect(await store.digestsPosted(guild)).toEqual(new Map());
      const claim = { now: next, ...leased(0, 1), limit: 500 };
      const row = (await store.claim(claim)).find(
        ({ post }) => post.kind === 'digest' && post.schedule === schedule.id,
      );
      await store.settle(row?.id ?? 0, { kind: 'sent', message: '9' }, next + 1000);
      expect(await store.digestsPosted(guild)).toEqual(new Map([[schedule.id, next + 1000]]));
      expect(await store.removeSchedule(guild, schedule.id)).toBe(true);
      expect(await store.removeSchedule(guild, schedule.id)).toBe(false);
    });

    it('moves a schedule back and forgets what it missed since, and only that', async () => {
      const guild = newGuild();
      const [day, next] = [86_400_000, instant('2025-07-15T13:00:00Z')];
      const cron = { cron: '0 9 * * *', zone: WASHINGTON, scope: { kind: 'all' } } as const;
      const add = { guild, channel: `${guild}5`, ...cron, author: '5', broken: null, next, last: null };
      const schedule = valueOf(await store.addSchedule({ ...add, status: 'running' }));
      expect((await store.running(schedule.id - 1, 1)).map(({ id }) => id)).toEqual([schedule.id]);
      expect((await store.running(schedule.id, 500)).some(({ id }) => id === schedule.id)).toBe(false);
      const digest = (fire: number) => ({
        post: { kind: 'digest', schedule: schedule.id, fire } as const,
        channel: schedule.channel,
        due: fire,
        expires: null,
      });
      const reason = { kind: 'missed', count: 1, because: 'bot', replaced: false } as const;
      const missed = (fire: number) => ({ ...digest(fire), reason, settled: next });
      await store.fire(schedule, next + 2 * day, digest(next + day), missed(next));
      const [moved = schedule] = await store.schedules(guild);
      await store.fire(moved, next + 9 * day, null, missed(next + 2 * day));
      const [ahead = schedule] = await store.schedules(guild);
      expect(await store.replan(moved, next + day)).toBe(false);
      expect(await store.replan(ahead, next + day)).toBe(true);
      expect(await store.schedules(guild)).toMatchObject([{ next: next + day }]);
      const left = await store.deliveries(guild, { kind: 'digest', limit: 10 });
      expect(left.map(({ due, status }) => [due, status])).toEqual([
        [next, 'skipped'],
        [next + day, 'pending'],
      ]);
    });

    it('gives the ping of a day to the first post that asks, and to the same post again', async () => {
      const ask = (day: string, nonce: string) => store.takePing('pinged-here', day, nonce);
      const asked = await Promise.all(['a', 'b', 'c'].map((nonce) => ask('2025-08-07', nonce)));
      expect(asked.filter(Boolean)).toHaveLength(1);
      const first = ['a', 'b', 'c'][asked.indexOf(true)] ?? '';
      expect(await ask('2025-08-07', first)).toBe(true);
      expect(await ask('2025-08-08', 'b')).toBe(true);
      expect(await ask('2025-08-08', first === 'b' ? 'a' : first)).toBe(false);
    });

    it('returns when the next thing is due', async () => {
      expect(await store.nextDue()).toBeLessThanOrEqual(instant('2025-09-03T04:00:00Z'));
      const lapsing = await store.lapsing(instant('2026-01-01T00:00:00Z'), 500);
      expect(lapsing.length).toBeGreaterThan(0);
    });
  });
}
