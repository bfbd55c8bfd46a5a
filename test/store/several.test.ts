import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_OFFSETS, defaultSettings } from '../../src/domain/guild.js';
import { boardPost } from '../../src/domain/posts/boards.js';
import { wantEdits } from '../../src/store/boards.js';
import { openStore } from '../../src/store/index.js';
import { wallInstant } from '../../src/domain/instant.js';
import type { ShardBid, Store } from '../../src/store/port/index.js';
import { openPostgres } from '../../src/store/postgres.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { asked, changing, GUILD, instant, make, moving, recording, WASHINGTON } from './founding.js';
import { leased } from '../support/leased.js';
import { againWhileBusy } from '../support/while-busy.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MOVED = instant('2025-07-29T15:00:00Z');
const PROCESSES = 20;

describe.skipIf(SERVER === undefined)(`several processes on one PostgreSQL ${onPostgres}`, () => {
  let stores: readonly Store[];
  let drop: () => Promise<void>;
  let url: string;
  beforeAll(async () => {
    const database = await newDatabase();
    ({ drop, url } = database);
    const opening = Array.from({ length: PROCESSES }, () =>
      openStore(database.url, () => undefined, { shared: true }),
    );
    stores = await Promise.all(opening);
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await drop();
  });
  const each = <T>(work: (store: Store, index: number) => Promise<T>) =>
    Promise.all(stores.map((store, index) => againWhileBusy(() => work(store, index))));

  it('migrate the tables together, and number records without a gap', async () => {
    const made = await each((store) => make(store, null, recording(), STATED));
    const numbers = made.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(stores.map((_store, index) => index + 1));
  });

  it('let one of two curators in different processes win', async () => {
    const changed = await each((store, index) => {
      const day = (index % 2) + 8;
      const move = moving(`2025-08-0${day}`, '2025-07-28T14:00:00Z');
      return store.change(GUILD, 1, asked(move, MOVED, 1), changing(MOVED));
    });
    expect(changed.filter((one) => one.ok)).toHaveLength(1);
    const lost = changed.filter((one) => !one.ok).map((one) => one.refusal.why);
    expect(new Set(lost)).toEqual(new Set(['changed-since']));
    expect(await stores[0]?.entries(GUILD, 1)).toHaveLength(2);
  });

  it('claim every post that is due exactly once', async () => {
    const claims = await each((store) =>
      store.claim({ now: MOVED, ...leased(0, 30_000), limit: 3 }).then((rows) => rows.map(({ id }) => id)),
    );
    const ids = claims.flat();
    expect(new Set(ids).size).toBe(ids.length);
    const planned = await stores[0]?.deliveries(GUILD, { status: 'claimed', limit: 100 });
    expect(new Set(ids)).toEqual(new Set(planned?.map(({ id }) => id)));
    expect(ids.length).toBeGreaterThanOrEqual(PROCESSES);
  });

  it('plan the reminders of a record made while their plan is set', async () => {
    const guild = '100000000000000009';
    const channel = `${guild}9`;
    const reminderPlan = { channel, offsets: DEFAULT_OFFSETS, pingRole: null, zone: WASHINGTON };
    await stores[0]?.saveSettings(defaultSettings(guild), 0);
    await each(async (store, index) => {
      if (index === 10) await store.saveReminderPlan(guild, reminderPlan, STATED);
      else await make(store, null, recording(), STATED, guild);
    });
    const planned = await stores[0]?.deliveries(guild, { kind: 'milestone', channel, limit: 100 });
    expect(planned).toHaveLength((PROCESSES - 1) * 2);
  });

  it('claim an edit of a board only once the change that it has to show can be seen', async () => {
    const guild = '100000000000000008';
    const board = { channel: `${guild}8`, version: 1 };
    const edit = boardPost(board, { number: 1, entry: 1 }, STATED);
    const database = openPostgres(url, () => undefined);
    const claimed = async () => {
      const rows = await stores[1]?.claim({ now: STATED, ...leased(0, 30_000), limit: 500 });
      return rows?.filter((row) => row.guild === guild).length;
    };
    await database.write.transaction().execute((db) => wantEdits(db, guild, [edit]));
    await database.write.transaction().execute(async (db) => {
      await wantEdits(db, guild, [boardPost(board, { number: 1, entry: 2 }, STATED)]);
      expect(await claimed()).toBe(0);
    });
    expect(await claimed()).toBe(1);
    await database.close();
  });

  it('end a proposal once and a pending row once', async () => {
    const first = stores[0];
    const by = await first?.person('user', { key: 'key', name: 'Ben', curator: false });
    const about = { guild: GUILD, number: null, channel: null, command: {}, recorded: 1 };
    const proposal = await first?.propose({ ...about, user: 'user', by: by ?? '' });
    const id = proposal?.ok === true ? proposal.value.id : 0;
    const ended = await each((store) => store.endProposal(GUILD, id, 'declined', null, 'key', 2));
    expect(ended.filter(Boolean)).toHaveLength(1);
  });

  it('have keys that begin with the server, but for what is looked for without it', async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string; first: string }>(
      `select t.relname as name, f.attname as first from pg_index i
        join pg_class t on t.oid = i.indrelid and t.relnamespace = current_schema()::regnamespace
        join pg_attribute g on g.attrelid = t.oid and g.attname = 'guild'
        join pg_attribute f on f.attrelid = t.oid and f.attnum = i.indkey[0]
        where i.indisunique order by name`,
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(20);
    const others = rows.filter(({ first }) => first !== 'guild').map(({ name }) => name);
    expect(others).toEqual(['pending', 'proposal_news', 'public_page']);
  });

  it.each([
    ['with its sessions', 600_000, true],
    // By a longer lease the same end is of an earlier renewal.
    ['without its sessions where it was silent before it died', 610_000, false],
  ])('take the shards of a process that is dead, %s', async (_how, leaseMs, isFollowed) => {
    const [heir] = stores;
    if (heir === undefined) throw new Error('There is no process.');
    const wallNow = wallInstant(Date.now());
    const bid = (holder: string, more: Partial<ShardBid>) =>
      ({ holder, wanted: 2, leaseMs: 600_000, wallNow, sessions: [], dead: [], ...more }) as const;
    const dying = await openStore(url, () => undefined, { shared: true });
    const session = { shard: 1, id: 'a', url: 'wss://a', sequence: 7 };
    await dying.shareShards(bid('dying', {}));
    await dying.shareShards(bid('dying', { sessions: [session] }));
    expect(await heir.lookAtShards('heir')).toEqual({ away: [], free: false });
    await dying.close();
    await expect.poll(() => heir.lookAtShards('heir')).toEqual({ away: ['dying'], free: false });
    expect((await heir.shareShards(bid('heir', {}))).mine).toEqual([]);
    const share = await heir.shareShards(bid('heir', { dead: ['dying'], leaseMs }));
    expect(share).toEqual({ count: 2, mine: [0, 1] });
    expect(await heir.heldShard('heir', { id: 1, count: 2 }, wallNow)).toEqual({
      session: isFollowed ? session : null,
    });
    await heir.releaseShards('heir', 'all', []);
  });

  it('know one person by one key', async () => {
    const keys = await each((store, index) =>
      store.person('newcomer', { key: `key-${index}`, name: 'Ana', curator: true }),
    );
    expect(new Set(keys).size).toBe(1);
  });
});
