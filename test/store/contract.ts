import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings, DEFAULT_OFFSETS } from '../../src/domain/guild.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { asked, changing, CHANNEL, GUILD, instant, make, moving, recording, WASHINGTON } from './founding.js';
import { valueOf } from '../support/result.js';
import { keyOf } from '../support/post-key.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MOVED = instant('2025-07-28T14:00:00Z');
let last = 0;
/** A server of its own for each test. */
const newGuild = () => `3000000000000000${(last += 1).toString().padStart(2, '0')}`;

/** What every engine must do alike. */
export function contract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the store on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
    });
    afterAll(() => store.close());

    it('stores what was recorded and returns it', async () => {
      const guild = newGuild();
      const { number, appended } = await make(store, null, recording(), STATED, guild);
      expect(number).toBe(1);
      expect(await store.entries(guild, 1)).toEqual(appended);
      expect(await store.ultimatum(guild, 1)).toMatchObject({ issuers: ['Donald Trump'], state: 'open' });
      expect(await store.ultimatum(guild, 2)).toBeNull();
    });

    it('numbers each server separately, and keeps their records apart', async () => {
      const [one, other] = [newGuild(), newGuild()];
      await make(store, null, recording(), STATED, one);
      expect((await make(store, null, recording({ issuers: ['NATO'] }), STATED, other)).number).toBe(1);
      expect((await store.list(one, { limit: 10 })).rows.map((row) => row.issuers)).toEqual([
        ['Donald Trump'],
      ]);
      expect(await store.names(other, 'issuer', '', 10)).toEqual(['NATO']);
      expect(await store.deliveries(other, { limit: 10 })).not.toEqual([]);
      const refused = await store.change(
        other,
        2,
        asked(moving('2025-08-08', '2025-07-29T14:00:00Z'), MOVED),
        changing(MOVED),
      );
      expect(refused).toMatchObject({ ok: false, refusal: { why: 'not-found' } });
    });

    it('changes nothing when the decision refuses', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      const before = await store.entries(guild, 1);
      const again = asked(moving('2025-09-02', '2025-07-28T14:00:00Z'), MOVED);
      expect(await store.change(guild, 1, again, changing(MOVED))).toMatchObject({ ok: false });
      expect(await store.entries(guild, 1)).toEqual(before);
    });

    it('tells the second of two curators what the first did', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      const both = await Promise.all(
        ['2025-08-08', '2025-08-09'].map((date) =>
          store.change(guild, 1, asked(moving(date, '2025-07-28T14:00:00Z'), MOVED, 1), changing(MOVED)),
        ),
      );
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      expect(both.find((one) => !one.ok)).toMatchObject({
        refusal: { why: 'changed-since', entry: { seq: 2 } },
      });
      expect(await store.entries(guild, 1)).toHaveLength(2);
    });

    it('lets the database refuse to change or delete an entry', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      const where = database.write.updateTable('entry').set({ what: '{}' }).where('guild', '=', guild);
      await expect(where.execute()).rejects.toThrow('append-only');
      const gone = database.write.deleteFrom('entry').where('guild', '=', guild);
      await expect(gone.execute()).rejects.toThrow('append-only');
      expect(await store.entries(guild, 1)).toHaveLength(1);
    });

    it('plans milestones with the deadline and cancels them when it moves', async () => {
      const guild = newGuild();
      await store.saveSettings({ ...defaultSettings(guild), announcements: CHANNEL, zone: WASHINGTON }, 0);
      const channel = `${guild}9`;
      await store.saveReminderPlan(
        guild,
        { channel, offsets: DEFAULT_OFFSETS, pingRole: null, zone: WASHINGTON },
        STATED,
      );
      await make(store, null, recording(), STATED, guild);
      await make(store, 1, moving('2025-08-08', '2025-07-29T14:00:00Z'), MOVED + 86_400_000, guild);
      const planned = await store.deliveries(guild, { number: 1, kind: 'milestone', limit: 50 });
      const shown = planned.map((row) => `${keyOf(row).version} ${keyOf(row).slot} ${row.status}`);
      expect(
        new Set(shown.filter((one) => one.endsWith('pending')).map((one) => one.split(' ')[0])),
      ).toHaveLength(1);
      expect(shown.some((one) => one.endsWith('cancelled'))).toBe(true);
    });

    it('plans reminders of running ultimatums when their plan is set later', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      const channel = `${guild}8`;
      await store.saveReminderPlan(
        guild,
        { channel, offsets: DEFAULT_OFFSETS, pingRole: null, zone: WASHINGTON },
        STATED,
      );
      const planned = await store.deliveries(guild, { number: 1, kind: 'milestone', channel, limit: 50 });
      expect(planned.map((row) => keyOf(row).slot)).toEqual(['days-7', 'days-1']);
    });

    it('finds by the beginning of any word, by name and by tag, ignoring case and punctuation', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      await make(
        store,
        null,
        recording({ issuers: ['Élysée 100%'], targets: ['Mali', 'Niger'], deadline: null }),
        STATED,
        guild,
      );
      const numbers = async (filter: object) =>
        (await store.list(guild, { limit: 10, ...filter })).rows.map((row) => row.number);
      expect(await numbers({})).toEqual([1, 2]);
      expect(await numbers({ text: 'CEASEFIRE trump' })).toEqual([1]);
      expect(await numbers({ text: 'elysee' })).toEqual([2]);
      expect(await numbers({ text: '100%' })).toEqual([2]);
      expect(await numbers({ text: '_00' })).toEqual([]);
      expect(await numbers({ text: '%' })).toEqual([]);
      expect(await numbers({ target: 'niger' })).toEqual([2]);
      expect(await numbers({ tag: 'Ukraine', undated: false })).toEqual([1]);
      expect(await numbers({ text: "'; drop table entry; --" })).toEqual([]);
      expect(await store.names(guild, 'target', 'ni', 5)).toEqual(['Niger']);
    });

    it('forgets a person and keeps the entries', async () => {
      const guild = newGuild();
      const key = await store.person('user-1', { key: 'random-1', name: 'Ana', curator: true });
      expect(await store.person('user-1', { key: 'random-2', name: 'Ana B', curator: false })).toBe(key);
      expect((await store.people([key])).get(key)).toEqual({ key, name: 'Ana B', curator: false });
      await store.savePending({
        key: 'p-1',
        guild,
        user: 'user-1',
        flow: 'record',
        state: { a: 1 },
        created: 1,
        done: null,
      });
      expect(await store.unfinished(guild, 'user-1', 'record')).toMatchObject({ state: { a: 1 } });
      expect(await store.forget('user-1', 1)).toBe(true);
      expect(await store.forget('user-1', 1)).toBe(false);
      expect((await store.people([key])).size).toBe(0);
      expect(await store.pending('p-1')).toBeNull();
    });

    it('erases a pending row of any server after 7 days, used or not', async () => {
      const row = { guild: newGuild(), user: 'u', flow: 'record', state: null, done: null };
      await store.savePending({ ...row, key: 'p-old', created: 1 });
      await store.savePending({ ...row, guild: newGuild(), key: 'p-used', created: 1 });
      await store.finishPending('p-used', { kind: 'cancelled' });
      await store.savePending({ ...row, key: 'p-new', created: 2 });
      const week = 7 * 86_400_000;
      await store.eraseOld(1 + week);
      expect(await store.pending('p-old')).not.toBeNull();
      await store.eraseOld(2 + week);
      const left = await Promise.all(['p-old', 'p-used', 'p-new'].map((key) => store.pending(key)));
      expect(left).toMatchObject([null, null, { key: 'p-new' }]);
    });

    it('lets only one press use a pending row', async () => {
      const pending = {
        key: 'p-2',
        guild: GUILD,
        user: 'u',
        flow: 'record',
        state: null,
        created: 1,
        done: null,
      };
      await store.savePending(pending);
      expect(await store.finishPending('p-2', { kind: 'saved', verb: 'record', number: 1 })).toBe(true);
      expect(await store.finishPending('p-2', { kind: 'cancelled' })).toBe(false);
      expect(await store.pending('p-2')).toMatchObject({
        done: { kind: 'saved', verb: 'record', number: 1 },
      });
    });

    it('ends a proposal once, in its own server only', async () => {
      const guild = newGuild();
      const by = await store.person('user-2', { key: 'random-3', name: 'Ben', curator: false });
      const { id } = valueOf(
        await store.propose({
          guild,
          user: 'user-2',
          by,
          number: null,
          command: { verb: 'x' },
          channel: null,
          recorded: 1,
        }),
      );
      expect(await store.proposals(guild, 'proposed')).toMatchObject([
        { id, user: 'user-2', command: { verb: 'x' } },
      ]);
      expect(await store.endProposal(newGuild(), id, 'stale', null, by, 2)).toBe(false);
      expect(await store.endProposal(guild, id, 'declined', 'no source', by, 2)).toBe(true);
      expect(await store.endProposal(guild, id, 'stale', null, by, 3)).toBe(false);
      expect(await store.proposal(guild, id)).toMatchObject({ status: 'declined', reason: 'no source' });
    });

    it('follows an alias of an alias, and stops at a circle', async () => {
      const guild = newGuild();
      await make(store, null, recording({ zoneFrom: 'stated' }), STATED, guild);
      await store.addAliases({ guild: guild, aliases: ['US President'], name: 'Trump', by: 'k', now: 1 });
      await store.addAliases({ guild: guild, aliases: ['Trump'], name: 'Donald Trump', by: 'k', now: 2 });
      expect(await store.issuer(guild, 'us president')).toBe('Donald Trump');
      expect(await store.issuers(guild)).toEqual([
        { name: 'Donald Trump', aliases: ['US President', 'Trump'], count: 1 },
      ]);
      expect(await store.issuerZone(guild, 'donald trump')).toBe(WASHINGTON);
      await store.addAliases({ guild: guild, aliases: ['Donald Trump'], name: 'Trump', by: 'k', now: 3 });
      expect(['Trump', 'Donald Trump']).toContain(await store.issuer(guild, 'Trump'));
    });
  });
}
