import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../src/domain/instant.js';
import type { Exchange } from '../../src/playground/index.js';
import type { Settlement, Store } from '../../src/store/port/index.js';
import { describeOnEngines, roomForEach } from '../support/engines.js';
import { openapiCheck } from '../support/openapi.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TOO_MANY = { kind: 'too-many-published' } as const;

const api = openapiCheck();

let room: Newsroom;
let asked: Exchange[];
/** While it holds, nothing that was published is settled: as if the process had died before. */
let dies: boolean;
/** How much later it is for whoever claims rows, ms: the claims of the dead end with their lease. */
let slept: number;

/** A store that loses the end of every publishing while it `dies`. */
const mortal = (store: Store): Store => ({
  ...store,
  nextDue: (wallNow) => store.nextDue(wallNow === undefined ? wallNow : later(wallNow, slept)),
  claim: (wanted) => {
    const [wallNow, leaseUntil] = [later(wanted.wallNow, slept), later(wanted.leaseUntil, slept)];
    return store.claim({ ...wanted, wallNow, leaseUntil });
  },
  settle: (id: number, settlement: Settlement, at: number) => {
    const lost = dies && asked.length > 0;
    return lost ? Promise.reject(new Error('killed')) : store.settle(id, settlement, at);
  },
  setAside: (poisoned) => (dies ? Promise.reject(new Error('killed')) : store.setAside(poisoned)),
});

async function open(databaseUrl?: string): Promise<void> {
  [asked, dies, slept] = [[], false, 0];
  room = await newsroom({
    channels: [{ name: 'news', kind: 'announcement' }],
    wrap: { store: mortal },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  if (api !== null) room.discord.onRequest(api.check);
  room.discord.onRequest((exchange) => {
    if (exchange.path.endsWith('/crosspost')) asked.push(exchange);
  });
}

const set = async (options: Record<string, string>) =>
  (await room.as('Mod').type('/settings set', options).done).text();
const publish = (kinds: string) => set({ announcements: 'news', publish: kinds });
const wait = async (ms: number) => {
  room.clock.set(room.clock.now() + ms);
  await room.bot.beat();
};
const move = async (days: number) => {
  const options = { ultimatum: 'U-1', deadline: `${days} days`, source: 'https://www.bbc.co.uk/b' };
  const preview = await room.as('Ana').type('/ultimatum move', options).done;
  await room.as('Ana').press(preview, 'Move').done;
  await room.bot.beat();
};
const published = () => posts(room, 'news').filter((message) => message.published);
const statuses = () => asked.map(({ status }) => status);
const rows = (status: 'sent' | 'pending' | 'skipped') =>
  room.bot.store.deliveries(room.guild, { kind: 'publish', status, limit: 100 });

describe('announcements of a server that publishes them', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('reach the servers that follow the channel, and nothing else does', async () => {
    expect(await publish('announcements')).toContain('Published to followers: all announcements');
    await room.as('Mod').type('/milestones set', { channel: 'news', ladder: '1d' }).done;
    await recorded(room);
    expect(published().map(({ content }) => content.split('\n')[0])).toEqual([
      '**New ultimatum U-1: Donald Trump to Russia**',
    ]);
    await wait(49 * DAY);
    expect(posts(room, 'news').length).toBeGreaterThan(1);
    expect(published()).toHaveLength(1);
    expect(statuses()).toEqual([200]);
  });

  it('stay in the server where nothing is to be published, which is the default', async () => {
    await set({ announcements: 'news' });
    await recorded(room);
    expect(posts(room, 'news')).toHaveLength(1);
    expect(published()).toEqual([]);
  });

  it('are not published once that was switched off', async () => {
    await publish('announcements');
    await recorded(room);
    await set({ publish: 'nothing' });
    await move(20);
    expect(published()).toHaveLength(1);
  });
});

describe('a channel that no server can follow', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('is refused, with what mends it', async () => {
    expect(await set({ publish: 'passed' })).toContain('Only announcement channels can publish, and <#');
    await publish('passed');
    expect(await set({ announcements: 'ultimatums' })).toContain('choose to publish nothing');
  });

  it('is asked once in an hour where reminders stand in it, and the log says why', async () => {
    await publish('reminders');
    await room.as('Mod').type('/milestones set', { channel: 'general', ladder: '7d 6d' }).done;
    await recorded(room, { deadline: '8 days' });
    await wait(DAY);
    await wait(DAY);
    expect(posts(room, 'general')).toHaveLength(2);
    const [skipped] = await rows('skipped');
    expect(skipped?.failure).toEqual({ kind: 'not-published-here' });
    const log = await room.as('Mod').type('/countdown log', { status: 'skipped' }).done;
    expect(log.text()).toContain('Only announcement channels can publish, and this is not one.');
  });
});

describeOnEngines('what is published', (emptyDatabase) => {
  roomForEach(emptyDatabase, open, () => room.close());

  it('waits with an edit too many in an hour', async () => {
    await publish('announcements');
    await recorded(room);
    for (const days of [40, 41, 42, 43]) await move(days);
    const edits = () => room.bot.store.deliveries(room.guild, { kind: 'edit', status: 'pending', limit: 10 });
    const [waiting, ...others] = await edits();
    expect(others).toEqual([]);
    expect(waiting?.failure).toEqual({ kind: 'published-edits' });
    expect(await room.bot.store.nextDue()).toBe(room.clock.now() + 61 * MINUTE);
  });

  it('is published once where the bot was killed before it was settled', async () => {
    await publish('announcements');
    dies = true;
    await recorded(room);
    expect(statuses()).toEqual([200]);
    expect(await rows('sent')).toEqual([]);
    [dies, slept] = [false, HOUR];
    await room.bot.beat();
    expect(statuses()).toEqual([200, 400]);
    expect(await rows('sent')).toHaveLength(1);
    expect(posts(room, 'news')).toHaveLength(1);
  });
});

describe('what Discord limits or does not answer', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('is kept to ten posts in an hour, the last two for deadlines that passed', async () => {
    await publish('announcements');
    await set({ 'admin-channel': 'general' });
    for (let count = 1; count <= 10; count += 1) await recorded(room, { target: `Party ${count}` });
    expect(published()).toHaveLength(8);
    const waiting = await rows('pending');
    expect(waiting.map(({ failure }) => failure)).toEqual([TOO_MANY, TOO_MANY]);
    const log = await room.as('Mod').type('/countdown log', { status: 'waiting' }).done;
    expect(log.text()).toContain(
      'Will be retried: Discord publishes at most 10 posts of a channel in an hour.',
    );
    // Another hour, and they are half a day old.
    await wait(11 * HOUR);
    expect(posts(room, 'general').map(({ content }) => content)).toEqual([
      expect.stringContaining('a post there was not published to the servers that follow it'),
    ]);
    await wait(51 * DAY);
    expect(published()).toHaveLength(10);
    for (const { content } of published().slice(8)) expect(content).toContain('passed');
    const missed = await rows('skipped');
    expect(missed.map(({ failure }) => failure)).toEqual(
      [1, 2].map(() => ({ kind: 'expired', earlier: TOO_MANY })),
    );
    expect(statuses()).not.toContain(429);
  });

  it('is published once where the connection broke after Discord carried it out', async () => {
    await publish('announcements');
    room.discord.faults.next({ path: /crosspost$/ }, { kind: 'drop' });
    await recorded(room);
    await wait(10 * MINUTE);
    expect(statuses()).toContain(400);
    expect(await rows('sent')).toHaveLength(1);
    expect(published()).toHaveLength(1);
  });
});

describe.skipIf(api === null)("Discord's own description", () => {
  it('is kept by the requests that publish', () => {
    expect(api?.violations.map(({ operation, where, problems }) => ({ operation, where, problems }))).toEqual(
      [],
    );
    expect(api?.covered).toEqual(
      expect.arrayContaining(['POST /channels/{channel_id}/messages/{message_id}/crosspost']),
    );
  });
});
