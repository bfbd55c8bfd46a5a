import { RateLimitError, REST } from 'discord.js';
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCourier } from '../../src/discord/courier.js';
import { createChannels } from '../../src/discord/channels.js';
import {
  beforeEachRequest,
  retryingRest,
  failFastRest,
  type RestClient,
} from '../../src/discord/rest-client.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { newsroom, posts, RECORD, recorded, type Newsroom } from '../e2e/newsroom.js';
import type { Store } from '../../src/store/port/index.js';
import { english } from '../../src/wording/index.js';
import { systemClock, wallNow } from '../../src/clock.js';
import { later, msBetween } from '../../src/domain/instant.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MINUTE = 60_000;

let room: Newsroom;
let fatal: string[];
/** Whether the bot claims nothing, so that a test can. */
let held: boolean;
beforeEach(async () => {
  fatal = [];
  held = false;
  const store = (real: Store): Store => ({
    ...real,
    claim: (wanted) => (held ? Promise.resolve([]) : real.claim(wanted)),
  });
  // The nonce is forgotten at once, so only reading back can prevent a second post.
  room = await newsroom({ nonceWindowMs: 0, wrap: { store } });
});
afterEach(() => room.close());

function courier(token = room.discord.token, rest?: RestClient) {
  const address = { api: room.discord.apiUrl, token };
  return createCourier({
    rest: rest ?? failFastRest(address),
    channels: createChannels(retryingRest(address), room.discord.applicationId),
    store: room.bot.store,
    log: quiet,
    wallNow,
    wallOf: systemClock.wallOf,
    random: () => 0.5,
    requestsPerSecond: 0,
    words: english,
    fatal: () => void fatal.push('stopped'),
  });
}

/** The card's row as a worker left it that was killed after posting, `ago` ms of real time before. */
async function leftBehind(ago: number): Promise<Delivery> {
  await recorded(room);
  const [card] = await room.bot.store.deliveries(room.guild, {
    kind: 'announcement',
    status: 'sent',
    limit: 1,
  });
  if (card === undefined) throw new Error('no card was posted');
  return { ...card, status: 'claimed', attempts: 2, attempted: later(wallNow(), -ago) };
}

describe('a post whose worker was killed before it could settle', () => {
  it('is found by its marker when the nonce is too old to be trusted', async () => {
    const card = await leftBehind(2 * MINUTE);
    expect(await courier().send(card, room.clock.now())).toEqual({ kind: 'sent', message: card.message });
    expect(posts(room)).toHaveLength(1);
  });

  it('is posted twice if its marker is missing, so this test can fail', async () => {
    const card = await leftBehind(2 * MINUTE);
    await courier().send({ ...card, nonce: 'another-marker' }, room.clock.now());
    expect(posts(room)).toHaveLength(2);
  });

  it('is not posted again if the bot may not read the channel', async () => {
    const card = await leftBehind(2 * MINUTE);
    room.discord.world.overwrite('ultimatums', { of: '@everyone', deny: ['ReadMessageHistory'] });
    expect(await courier().send(card, room.clock.now())).toMatchObject({ kind: 'again' });
    expect(posts(room)).toHaveLength(1);
  });
});

describe('a reminder that waits for its turn', () => {
  it('is not posted if its deadline moved in the meantime', async () => {
    await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
    await recorded(room);
    const [reminder] = await room.bot.store.deliveries(room.guild, { kind: 'milestone', limit: 1 });
    if (reminder === undefined) throw new Error('no reminder was planned');
    const move = async () => {
      const ana = room.as('Ana');
      const given = { ultimatum: 'U-1', deadline: '10 days', source: 'https://example.org/moved' };
      await ana.press(await ana.type('/ultimatum move', given).done, 'Move').done;
    };
    const claimed = { ...reminder, status: 'claimed', attempts: 1, attempted: wallNow() } as const;
    expect(await courier().send(claimed, reminder.due, move)).toMatchObject({ kind: 'skipped' });
    expect(posts(room, 'general')).toEqual([]);
  });
});

/** Resolves `reached` where somebody waits in it, and lets them go with `wake`. */
function sleep() {
  let [reach, wake] = [() => {}, () => {}];
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const awake = new Promise<void>((resolve) => (wake = resolve));
  return { reached, wake, wait: () => (reach(), awake) };
}

describe('an event whose worker sleeps past its lease', () => {
  const events = () => [...room.discord.world.guild(room.guild).events.values()];

  /** The row of an event, claimed by a worker whose lease is over. */
  async function claimed(): Promise<Delivery> {
    await room.as('Mod').type('/settings set', { events: 'on' }).done;
    const preview = await room.as('Ana').type('/ultimatum record', RECORD).done;
    held = true;
    await room.as('Ana').press(preview, 'Record').done;
    held = false;
    const lease = { wallNow: later(wallNow(), -MINUTE), leaseUntil: later(wallNow(), -1) };
    const rows = await room.bot.store.claim({ now: room.clock.now(), ...lease, limit: 100 });
    const row = rows.find(({ post }) => post.kind === 'event');
    if (row === undefined) throw new Error('no event was planned');
    return row;
  }

  it.each(['before', 'after'])('is one event if it sleeps %s Discord makes it', async (moment) => {
    const { reached, wake, wait } = sleep();
    const rest = failFastRest({ api: room.discord.apiUrl, token: room.discord.token });
    const sleepy: RestClient = {
      get: (...given) => rest.get(...given),
      put: (...given) => rest.put(...given),
      patch: (...given) => rest.patch(...given),
      delete: (...given) => rest.delete(...given),
      async post(...given) {
        if (moment === 'before') await wait();
        const answer = await rest.post(...given);
        if (moment === 'after') await wait();
        return answer;
      },
    };
    const row = await claimed();
    let over = false;
    const lease = () => (over ? Promise.reject(new Error('its lease is over')) : Promise.resolve());
    const sending = courier(undefined, sleepy).send(row, room.clock.now(), lease);
    await reached;
    over = true;
    // The bot takes the row over and makes the event.
    await room.bot.beat();
    wake();
    await sending;
    const known = await room.bot.store.scheduledEvent(room.guild, 1);
    expect(events().map(({ id }) => id)).toEqual([known?.event]);
  });
});

describe('a post that Discord refuses', () => {
  const row = async () => ({ ...(await leftBehind(0)), attempts: 1, attempted: null });

  it.each([
    [404, 10008, { kind: 'sent', message: null }],
    [404, 10003, { kind: 'failed', reason: { kind: 'closed', why: { kind: 'channel-gone' }, remedy: null } }],
    [
      403,
      50013,
      {
        kind: 'again',
        due: expect.any(Number),
        reason: { kind: 'closed', why: { kind: 'cannot-post' }, remedy: null },
      },
    ],
    [503, 0, { kind: 'again', due: expect.any(Number), reason: { kind: 'discord-status', status: 503 } }],
  ])('ends as its code demands: %i with code %i', async (status, code, settlement) => {
    const card = await row();
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'status', status, code });
    expect(await courier().send(card, room.clock.now())).toEqual(settlement);
    expect(fatal).toEqual([]);
  });

  it('stops the bot when the token is no longer valid', async () => {
    const card = await row();
    const revoked = courier('revoked');
    let asked = 0;
    room.discord.onRequest(() => (asked += 1));
    for (const _ of [1, 2, 3])
      expect(await revoked.send(card, room.clock.now())).toMatchObject({ kind: 'again' });
    expect([fatal.length, asked]).toEqual([1, 1]);
  });

  it('is retried if Discord does not answer in time', async () => {
    const card = await row();
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'hang' });
    const hasty = new REST({ version: '10', api: room.discord.apiUrl, timeout: 50, retries: 0 });
    const settlement = await courier(undefined, hasty.setToken(room.discord.token)).send(
      card,
      room.clock.now(),
    );
    expect(settlement).toMatchObject({ kind: 'again', reason: { kind: 'unreachable' } });
  });

  it('is retried if Discord can’t be resolved or refuses the connection', async () => {
    const card = await row();
    for (const api of ['http://discord.invalid/api', 'http://127.0.0.1:9/api']) {
      const away = failFastRest({ api, token: 'x' });
      expect(await courier(undefined, away).send(card, room.clock.now())).toMatchObject({
        kind: 'again',
        reason: { kind: 'unreachable' },
      });
    }
  });

  it('is asked for again if its slow mode was told while the clock was a year ahead', async () => {
    const [card, one, now] = [await row(), courier(), room.clock.now()];
    const slow = { kind: 'status', status: 429, retryAfter: 3600 } as const;
    room.discord.faults.next({ path: `/channels/${card.channel}/messages` }, slow);
    for (const minute of [525_600, 525_601])
      expect(await one.send(card, now + minute * MINUTE)).toMatchObject({ reason: { kind: 'wait-until' } });
    expect(await one.send(card, now)).toMatchObject({ kind: 'sent' });
  });

  it('pauses all requests when the limit of the whole bot is reached', async () => {
    const card = await row();
    const about = {
      timeToReset: 1,
      limit: 50,
      method: 'POST',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      sublimitTimeout: 0,
      scope: 'global',
    } as const;
    const wire: RestClient = {
      ...beforeEachRequest(failFastRest({ api: room.discord.apiUrl, token: 'x' }), () => Promise.resolve()),
      post: () => Promise.reject(new RateLimitError({ ...about, global: true, retryAfter: 60_000 })),
    };
    const begun = wallNow();
    expect(await courier(undefined, wire).send(card, room.clock.now())).toMatchObject({ kind: 'again' });
    expect(msBetween(begun, await room.bot.store.take(50, begun))).toBeGreaterThanOrEqual(60_000);
  });
});

describe('every post that may be sent again', () => {
  it('carries its nonce as a marker in a button', async () => {
    const posted: { nonce?: string; components?: unknown }[] = [];
    room.discord.onRequest(({ method, route, body }) => {
      if (method === 'POST' && route === '/channels/{channel_id}/messages')
        posted.push(z.looseObject({ nonce: z.string() }).parse(body));
    });
    const mod = room.as('Mod', 'general');
    await mod.type('/settings set', { 'review-channel': 'review' }).done;
    await mod.type('/milestones set', { channel: 'general' }).done;
    const asked = await mod.type('/countdown add', { channel: 'general', every: 'every day at 09:00' }).done;
    await mod.press(asked, 'Save').done;
    await recorded(room);
    for (const day of ['2025-07-28', '2025-08-26', '2025-09-01', '2025-09-03', '2025-09-04', '2025-09-05']) {
      room.clock.set(Date.parse(`${day}T13:00:00Z`));
      await room.bot.beat();
    }
    const kinds = new Set(
      (await room.bot.store.deliveries(room.guild, { status: 'sent', limit: 100 })).map(
        ({ post }) => post.kind,
      ),
    );
    expect([...kinds].toSorted()).toEqual(['announcement', 'digest', 'edit', 'milestone', 'nudge', 'passed']);
    for (const { nonce, components } of posted) expect(JSON.stringify(components)).toContain(`:${nonce}"`);
  });
});
