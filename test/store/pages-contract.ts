import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings, type GuildSettings } from '../../src/domain/guild.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { instant, make, moving, recording } from './founding.js';
import { valueOf } from '../support/result.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MOVED = instant('2025-07-28T14:00:00Z');
let last = 0;
/** A server of its own for each test. */
const newGuild = () => `4000000000000000${(last += 1).toString().padStart(2, '0')}`;

const listed = (guild: string, publicName: string): GuildSettings => ({
  ...defaultSettings(guild),
  visibility: 'listed',
  publicName,
});

/** What the public pages read, alike on every engine. */
export function pagesContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the public pages on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      if (open !== null) store = await storeOn(await open());
    });
    afterAll(() => store.close());

    const save = async (settings: GuildSettings, now = STATED) =>
      valueOf(await store.saveSettings(settings, now));
    const revision = async (address: string) => (await store.publicPage(address))?.revision ?? 0;

    it('are found by their address as long as the settings say so', async () => {
      const guild = newGuild();
      expect(await store.publicPage('first')).toBeNull();
      await save(listed(guild, 'First'));
      expect(await store.publicPage('first')).toMatchObject({ guild, listed: true, changed: STATED });
      const byLink = {
        ...listed(guild, 'First'),
        visibility: 'link',
        publicKey: 'abcdefghijklmnop',
      } as const;
      await save(byLink);
      expect(await store.publicPage('first')).toBeNull();
      expect(await store.publicPage('abcdefghijklmnop')).toMatchObject({ guild, listed: false });
      await save({ ...byLink, visibility: 'off', publicKey: null });
      expect(await store.publicPage('abcdefghijklmnop')).toBeNull();
    });

    it('count on where they left off when they are switched on again', async () => {
      const guild = newGuild();
      await save(listed(guild, 'Again'));
      await make(store, null, recording(), STATED, guild);
      const before = await revision('again');
      await save({ ...listed(guild, 'Again'), visibility: 'off' });
      await save(listed(guild, 'Again'));
      expect(await revision('again')).toBeGreaterThan(before);
    });

    it('change with every entry, every setting and every other name', async () => {
      const guild = newGuild();
      await save(listed(guild, 'Changing'));
      const seen = [await revision('changing')];
      await make(store, null, recording(), STATED, guild);
      seen.push(await revision('changing'));
      await make(store, 1, moving('2025-08-08', '2025-07-28T14:00:00Z'), MOVED, guild);
      seen.push(await revision('changing'));
      await make(store, 1, { verb: 'hide', reason: 'twice' }, MOVED, guild);
      seen.push(await revision('changing'));
      await save({ ...listed(guild, 'Changing'), language: 'de' }, MOVED);
      seen.push(await revision('changing'));
      const aliases = { guild, aliases: ['POTUS'], name: 'Donald Trump', by: 'key', now: MOVED };
      valueOf(await store.addAliases(aliases));
      seen.push(await revision('changing'));
      expect(new Set(seen).size).toBe(seen.length);
      expect((await store.publicPage('changing'))?.changed).toBe(MOVED);
    });

    it('have one server to an address', async () => {
      const [one, other] = [newGuild(), newGuild()];
      await save(listed(one, 'Newsroom'));
      const taken = await store.saveSettings(listed(other, 'NEWSROOM!'), STATED);
      expect(taken).toEqual({ ok: false, refusal: { why: 'address-taken', name: 'NEWSROOM!' } });
      expect((await store.settings(other)).visibility).toBe('off');
      expect((await store.publicPage('newsroom'))?.guild).toBe(one);
    });

    it('are listed in the order of their addresses', async () => {
      for (const title of ['Zeta', 'Alpha', 'Mid']) await save(listed(newGuild(), `List ${title}`));
      const addresses = (await store.listedPages('list', 2)).map(({ address }) => address);
      expect(addresses).toEqual(['list-alpha', 'list-mid']);
      expect((await store.listedPages('list-mid', 1)).map(({ address }) => address)).toEqual(['list-zeta']);
    });

    it('read the entries of several, and of a hidden one its tombstone', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      await make(store, null, recording({ issuers: ['NATO'] }), STATED, guild);
      await make(store, 2, { verb: 'hide', reason: 'twice' }, MOVED, guild);
      const shown = await store.shownEntries(guild, [2, 7, 1]);
      expect(shown.map(({ number }) => number)).toEqual([2, 1]);
      expect(JSON.stringify(shown[0])).not.toContain('NATO');
      expect(shown[1]?.entries).toEqual(await store.entries(guild, 1));
      expect(await store.shownEntries(guild, [])).toEqual([]);
      expect(await store.shownNumbers(guild, 0, 10)).toEqual([1]);
    });

    it('know what was moved lately, and how many are in which state', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      await make(store, null, recording({ deadline: null }), STATED, guild);
      expect(await store.lastMoved(guild, STATED, 10)).toEqual([]);
      await make(store, 1, moving('2025-08-08', '2025-07-28T14:00:00Z'), MOVED, guild);
      expect(await store.lastMoved(guild, MOVED, 10)).toEqual([1]);
      expect(await store.lastMoved(guild, MOVED + 1, 10)).toEqual([]);
      expect(await store.stateCounts(guild)).toHaveLength(2);
      expect(await store.stateCounts(guild)).toContainEqual({ state: 'open', undated: true, count: 1 });
    });

    it('know the newest entries and corrections, and none of what is hidden', async () => {
      const guild = newGuild();
      await make(store, null, recording(), STATED, guild);
      await make(store, null, recording({ issuers: ['NATO'] }), STATED + 1, guild);
      const correction = { verb: 'correct', entry: 1, fields: { demand: 'leave' }, removes: false } as const;
      await make(store, 1, { ...correction, reason: 'a slip' }, MOVED, guild);
      expect(await store.lastRecorded(guild, 2)).toEqual([1, 2]);
      const corrected = await store.lastCorrected(guild, MOVED, 10);
      expect(corrected).toMatchObject([{ number: 1, seq: 2, event: { reason: 'a slip' } }]);
      expect(await store.lastCorrected(guild, MOVED + 1, 10)).toEqual([]);
      await make(store, 1, { verb: 'hide', reason: 'twice' }, MOVED, guild);
      expect(await store.lastRecorded(guild, 5)).toEqual([2]);
      expect(await store.lastCorrected(guild, MOVED, 10)).toEqual([]);
    });

    it('page through a list by its last row, soonest or newest first', async () => {
      const guild = newGuild();
      for (const issuer of ['A1', 'B2', 'C3'])
        await make(store, null, recording({ issuers: [issuer] }), STATED, guild);
      const first = await store.list(guild, { limit: 2 });
      expect([first.rows.map(({ number }) => number), first.total.count]).toEqual([[1, 2], 3]);
      const past = first.rows.at(-1);
      const second = await store.list(guild, { limit: 2, ...(past === undefined ? {} : { past }) });
      expect([second.rows.map(({ number }) => number), second.total.count]).toEqual([[3], 3]);
      const newest = await store.list(guild, { limit: 2, newest: true });
      expect(newest.rows.map(({ number }) => number)).toEqual([3, 2]);
      const older = await store.list(guild, { limit: 2, newest: true, past: { latest: null, number: 2 } });
      expect(older.rows.map(({ number }) => number)).toEqual([1]);
    });

    it('say which ultimatums were known at an instant, and whether the list of today says how', async () => {
      const guild = newGuild();
      await save(listed(guild, 'Known'));
      const later = instant('2025-08-01T12:00:00Z');
      const entry = { entry: 1, removes: false, reason: 'a slip' } as const;
      for (let count = 0; count < 3; count += 1) await make(store, null, recording(), STATED, guild);
      await make(store, 2, moving('2025-08-08', '2025-07-28T14:00:00Z'), MOVED, guild);
      await make(store, 3, { verb: 'correct', ...entry, fields: { demand: 'leave' } }, MOVED, guild);
      await make(store, null, recording({ stated: { start: later, end: later } }), later, guild);
      await make(store, null, recording(), later, guild);
      await make(store, 5, { verb: 'hide', reason: 'twice' }, later, guild);
      const stated = async (at: string, after = 0) => {
        const { rows, last: reached } = await store.statedBy(guild, instant(at), after, 10);
        return [reached, ...rows.map(({ number, same }) => [number, same])];
      };
      expect(await stated('2025-07-01T00:00:00Z')).toEqual([4]);
      expect(await stated('2025-07-20T00:00:00Z')).toEqual([4, [1, true], [2, false], [3, false]]);
      expect(await stated('2025-08-02T00:00:00Z', 1)).toEqual([4, [2, true], [3, false], [4, true]]);
      expect(await store.statedBy(guild, later, 4, 10)).toEqual({ rows: [], last: null });
    });
  });
}
