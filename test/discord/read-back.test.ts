import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCourier } from '../../src/discord/courier.js';
import { createChannels } from '../../src/discord/channels.js';
import { findMarker } from '../../src/discord/read-back.js';
import {
  beforeEachRequest,
  retryingRest,
  failFastRest,
  type RestClient,
} from '../../src/discord/rest-client.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { newsroom, posts, recorded, type Newsroom } from '../e2e/newsroom.js';
import { english } from '../../src/wording/index.js';
import { systemClock, wallNow } from '../../src/clock.js';
import { DAY } from '../../src/domain/durations.js';
import { later } from '../../src/domain/instant.js';

const MINUTE = 60_000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let room: Newsroom;
let reads: string[];
let requests: string[];
beforeEach(async () => {
  // The nonce is forgotten at once, so only reading back can prevent a second post.
  room = await newsroom({ nonceWindowMs: 0 });
  reads = [];
  requests = [];
  room.discord.onRequest(({ method, route, query }) => {
    requests.push(`${method} ${route}`);
    if (method === 'GET' && route === '/channels/{channel_id}/messages') reads.push(query.before ?? 'newest');
  });
});
afterEach(() => room.close());

function send(delivery: Delivery, restored: number | null = null, wallOf = systemClock.wallOf) {
  const address = { api: room.discord.apiUrl, token: room.discord.token };
  const courier = createCourier({
    rest: failFastRest(address),
    channels: createChannels(retryingRest(address), room.discord.applicationId),
    store: { ...room.bot.store, readBackBefore: () => Promise.resolve(restored) },
    log: quiet,
    words: english,
    wallNow,
    wallOf,
    random: () => 0.5,
    requestsPerSecond: 0,
    fatal: () => undefined,
  });
  return courier.send(delivery, room.clock.now());
}

/** The row of a card that was posted. */
async function card(more: Partial<Delivery>): Promise<Delivery> {
  await recorded(room);
  const [sent] = await room.bot.store.deliveries(room.guild, {
    kind: 'announcement',
    status: 'sent',
    limit: 1,
  });
  if (sent === undefined) throw new Error('no card was posted');
  return { ...sent, status: 'claimed', ...more };
}

/** So many messages of others, each a minute after the one before. */
function chatter(count: number): void {
  for (let index = 0; index < count; index += 1) {
    room.clock.set(room.clock.now() + MINUTE);
    room.as('Ben').say('ultimatums', `message ${index}`);
  }
}

const killed = { attempts: 2, attempted: later(wallNow(), -10 * MINUTE) };

describe('a post whose worker was killed', () => {
  it.each([99, 100, 101, 450])('is found behind %i later messages', async (count) => {
    const row = await card(killed);
    chatter(count);
    expect(await send(row)).toEqual({ kind: 'sent', message: row.message });
    expect(posts(room)).toHaveLength(1);
  });

  it('is not searched for among messages older than the post', async () => {
    chatter(300);
    const row = await card(killed);
    const next = { ...row, nonce: 'another', due: room.clock.now() };
    chatter(30);
    await send(next);
    expect(reads).toHaveLength(1);
  });

  it('costs one request more where the channel has messages', async () => {
    const row = await card(killed);
    requests = [];
    await send({ ...row, nonce: 'another' });
    expect(requests).toEqual(['GET /channels/{channel_id}/messages', 'POST /channels/{channel_id}/messages']);
  });

  it('is posted into a channel that was emptied', async () => {
    const row = await card(killed);
    for (const { id } of room.discord.messages('ultimatums')) room.discord.deleteMessage(id);
    expect(await send(row)).toMatchObject({ kind: 'sent' });
    expect(posts(room)).toHaveLength(1);
  });

  it('is searched for among 1,000 messages at most', async () => {
    const row = await card(killed);
    chatter(1200);
    await send(row);
    expect(reads).toHaveLength(10);
    expect(new Set(reads).size).toBe(10);
  });
});

describe('a database that was restored from a backup', () => {
  const never = { attempts: 1, attempted: null };

  it('leads to no second copy of a post made after the backup', async () => {
    const row = await card(never);
    expect(await send(row, row.due)).toEqual({ kind: 'sent', message: row.message });
    expect(posts(room)).toHaveLength(1);
  });

  it('leads to none either if a file drives the record’s clock far ahead of Discord’s', async () => {
    const row = await card({ attempts: 1, attempted: wallNow() });
    chatter(120);
    const ahead = room.clock.now() + 365 * DAY;
    expect(await send({ ...row, due: ahead }, ahead, () => null)).toEqual({
      kind: 'sent',
      message: row.message,
    });
    expect(posts(room)).toHaveLength(1);
  });

  it('leads to a search only for posts that were due by then', async () => {
    const row = await card(never);
    await send({ ...row, nonce: 'another' }, row.due - 1);
    expect(reads).toEqual([]);
    expect(posts(room)).toHaveLength(2);
  });
});

describe('a search for a marker', () => {
  const wire = (pages: readonly unknown[]): RestClient => ({
    ...beforeEachRequest(failFastRest({ api: room.discord.apiUrl, token: 'x' }), () => Promise.resolve()),
    get: () => Promise.resolve(pages[reads.push('asked') - 1] ?? []),
  });
  const search = { channel: '1', marker: 'mark', since: null };

  it('ends at a page that goes no further back', async () => {
    const same = Array.from({ length: 100 }, (_, index) => ({ id: String(1000 - index), components: [] }));
    expect(await findMarker(wire([same, same, same]), search)).toEqual({ kind: 'absent' });
    expect(reads).toHaveLength(2);
  });

  it('ignores entries that are not messages', async () => {
    const marked = { id: '7', components: [{ custom_id: 'details:U-1:mark' }] };
    expect(await findMarker(wire([[null, 'x', { id: 5 }, marked]]), search)).toEqual({
      kind: 'found',
      message: '7',
    });
  });

  it('does not take a proxy’s page for an empty channel', async () => {
    await expect(findMarker(wire([new ArrayBuffer(8)]), search)).rejects.toThrow('did not come from Discord');
  });
});
