import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogShown } from '../../src/domain/delivery.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { asked, changing, GUILD, instant, make, moving, recording, WASHINGTON } from './founding.js';
import { keyOf } from '../support/post-key.js';
import { leased } from '../support/leased.js';

const STATED = instant('2025-07-14T15:00:00Z');
const CHANNEL = '200000000000000077';
const MINUTE = 60_000;

/** What boards, lists of reminders and the log ask of every engine. */
export function boardsContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`boards, lists and the log on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      if (open !== null) store = await storeOn(await open());
    });
    afterAll(() => store.close());

    const rows = async () => {
      const all = await store.deliveries(GUILD, { kind: 'board', channel: CHANNEL, limit: 100 });
      return all.map((row) => {
        const { version, slot } = keyOf(row);
        return `${version} ${slot} ${row.status} ${row.due - STATED}`;
      });
    };
    const board = async () => {
      const [one] = await store.boards(GUILD);
      if (one === undefined) throw new Error('There is no board');
      return one;
    };

    it('plans the post of a board that is set, and its edits no sooner than allowed', async () => {
      await store.setBoard(GUILD, CHANNEL, STATED);
      expect(await rows()).toEqual(['1 post pending 0']);
      const claimed = await store.claim({ now: STATED, ...leased(1, 2), limit: 9 });
      expect(claimed.map(({ post }) => post.kind)).toEqual(['board']);
      await store.saveBoard(GUILD, { ...(await board()), message: '7', edited: STATED });
      await make(store, null, recording(), STATED + MINUTE);
      expect(await rows()).toEqual(['1 post claimed 0', '1 U-1.1 pending 300000']);
    });

    it('plans no second edit while one waits, and one more once that is being made', async () => {
      await make(store, 1, moving('2025-08-20', '2025-07-15T15:00:00Z'), STATED + 2 * 86_400_000);
      expect(await rows()).toHaveLength(2);
      const now = STATED + 3 * 86_400_000;
      await store.claim({ now, ...leased(1, 2), limit: 99 });
      await make(store, 1, moving('2025-08-22', '2025-07-16T15:00:00Z'), now);
      expect(await rows()).toEqual([
        '1 post claimed 0',
        '1 U-1.1 claimed 300000',
        `1 U-1.3 pending ${now - STATED}`,
      ]);
    });

    it('gives a board that is set again a new version, and ignores results of the old one', async () => {
      const old = await board();
      await store.setBoard(GUILD, CHANNEL, STATED + 9);
      expect(await store.saveBoard(GUILD, { ...old, message: '9' })).toBe(false);
      expect(await board()).toMatchObject({ version: 2, message: null, previous: '7', status: 'running' });
      expect((await rows()).filter((row) => row.includes('pending'))).toEqual(['2 post pending 9']);
    });

    it('plans only the deletion of a removed board, and no edit under way brings it back', async () => {
      const old = await board();
      expect(await store.removeBoard(GUILD, CHANNEL, STATED + 10)).toBe(true);
      expect(await store.removeBoard(GUILD, CHANNEL, STATED + 10)).toBe(false);
      expect(await store.saveBoard(GUILD, old)).toBe(false);
      expect(await board()).toMatchObject({ status: 'removed', previous: '7' });
      const decide = asked(recording(), STATED + 11);
      await store.change(GUILD, null, decide, changing(STATED + 11));
      expect((await rows()).filter((row) => row.includes('pending'))).toEqual(['3 remove pending 10']);
    });

    it('groups the reminders of a crowded day in one list, until its leader gives it up', async () => {
      const [guild, channel] = ['310000000000000088', '200000000000000088'];
      const offsets = [{ unit: 'days', count: 7 }] as const;
      await store.saveReminderPlan(guild, { channel, offsets, pingRole: null, zone: WASHINGTON }, STATED);
      for (const _ of [1, 2, 3]) await make(store, null, recording(), STATED, guild);
      const day = { guild, channel, from: STATED, until: STATED + 90 * 86_400_000 };
      await store.groupReminders(day);
      expect(await store.unsentReminders(day)).toHaveLength(3);
      await make(store, null, recording(), STATED, guild);
      await store.groupReminders(day);
      expect(await store.unsentReminders(day)).toEqual([]);
      const all = await store.deliveries(guild, { kind: 'milestone', limit: 9 });
      const [first] = all;
      if (first === undefined) throw new Error('There are no reminders');
      for (const reminder of all)
        expect((await store.reminderGroup(reminder)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      await store.ungroupReminders(first.id);
      expect(await store.reminderGroup(first)).toEqual([]);
      expect(await store.unsentReminders({ ...day, channel: '1' })).toEqual([]);
      expect(await store.unsentReminders(day)).toHaveLength(4);
    });

    it('reads the log newest first, with the posts that wait to be retried', async () => {
      const guild = '310000000000000089';
      for (const _ of [1, 2, 3]) await make(store, null, recording(), STATED, guild);
      const claim = { now: STATED, ...leased(1e9, 2e9), limit: 500 };
      const [one, two, three] = (await store.claim(claim)).filter((row) => row.guild === guild);
      if (!one || !two || !three) throw new Error('Three cards were to be claimed');
      await store.settle(one.id, { kind: 'sent', message: '7' }, STATED + 11 * MINUTE);
      await store.settle(two.id, { kind: 'failed', reason: { kind: 'text', text: 'gone' } }, STATED + 1);
      await store.settle(
        three.id,
        { kind: 'again', due: STATED + 9 * MINUTE, reason: { kind: 'discord-status', status: 502 } },
        STATED + 1,
      );
      const log = async (shown: LogShown, offset = 0) => {
        const found = await store.log(guild, { shown, now: STATED + MINUTE, limit: 9, offset });
        return found.map(({ id }) => id);
      };
      expect(await log('all')).toEqual([one.id, two.id]);
      expect(await log('all', 1)).toEqual([two.id]);
      expect(await log('posted')).toEqual([one.id]);
      expect(await log('late')).toEqual([one.id]);
      expect(await log('failed')).toEqual([two.id]);
      expect(await log('skipped')).toEqual([]);
      expect(await log('waiting')).toEqual([three.id]);
    });
  });
}
