import { DiscordAPIError, RateLimitError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCourier, type CourierOptions } from '../../src/discord/courier.js';
import { createChannels } from '../../src/discord/channels.js';
import {
  beforeEachRequest,
  retryingRest,
  failFastRest,
  type RestClient,
} from '../../src/discord/rest-client.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { newsroom, posts, recorded, type Newsroom } from '../e2e/newsroom.js';
import { HTML, JSON_TYPE, PAGE, startFront, type Front, type Instead } from '../support/proxy.js';
import { english } from '../../src/wording/index.js';
import { systemClock, wallNow } from '../../src/clock.js';
import { msBetween, wallInstant } from '../../src/domain/instant.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let room: Newsroom;
let front: Front;
let errors: object[];
beforeEach(async () => {
  errors = [];
  room = await newsroom();
  front = await startFront(room.discord.apiUrl);
});
afterEach(async () => {
  await front.close();
  await room.close();
});

function courier(more: Partial<CourierOptions> = {}) {
  const { token, applicationId, apiUrl } = room.discord;
  return createCourier({
    rest: failFastRest({ api: front.apiUrl, token }),
    channels: createChannels(retryingRest({ api: apiUrl, token }), applicationId),
    store: room.bot.store,
    log: { info: () => undefined, warn: () => undefined, error: (about) => errors.push(about) },
    wallNow,
    wallOf: systemClock.wallOf,
    random: () => 0.5,
    requestsPerSecond: 0,
    words: english,
    fatal: () => expect.fail('the bot stopped'),
    ...more,
  });
}

/** The card of a record, as it is before it is posted. */
async function card(): Promise<Delivery> {
  room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'status', status: 503 });
  await recorded(room);
  const [row] = await room.bot.store.deliveries(room.guild, { kind: 'announcement', limit: 1 });
  if (row === undefined) throw new Error('no card was planned');
  return { ...row, status: 'claimed', attempts: 1, attempted: null };
}

const page = (status: number): Instead => ({ status, headers: HTML, body: PAGE });
const POSTING = /^POST .*\/messages$/;
const now = () => room.clock.now();
const review = () => posts(room, 'review').map(({ content }) => content);
const settings = (given: Record<string, string>) => room.as('Mod').type('/settings set', given).done;
/** A wire that gives this to every post. */
const answering = (answer: () => Promise<unknown>): RestClient => ({
  ...beforeEachRequest(failFastRest({ api: room.discord.apiUrl, token: room.discord.token }), () =>
    Promise.resolve(),
  ),
  post: answer,
});
const refusal = (status: number, code: number, message: string) => () =>
  Promise.reject(new DiscordAPIError({ code, message }, code, status, 'POST', '/x', { body: {}, files: [] }));

it('a post that fails is logged with its server', async () => {
  const row = await card();
  const warnings: object[] = [];
  const one = courier({
    rest: answering(refusal(500, 0, 'Internal')),
    log: { info: () => undefined, warn: (about) => warnings.push(about), error: () => undefined },
  });
  await one.send(row, now());
  expect(warnings).toMatchObject([{ guild: room.guild, delivery: row.id, err: { status: 500 } }]);
});

describe('an answer that is not Discord’s', () => {
  it.each([
    ['a page with status 403', page(403)],
    ['a page with status 401', page(401)],
    ['a page with status 413', page(413)],
    ['a page with status 200', page(200)],
    ['nothing with status 204', { status: 204 }],
    ['a success without an id', { status: 200, headers: JSON_TYPE, body: '{}' }],
    ['JSON without a code', { status: 403, headers: JSON_TYPE, body: '{"message":"no"}' }],
  ])('pauses all requests and does not close the channel: %s', async (_, answer) => {
    await settings({ 'admin-channel': 'review' });
    const row = await card();
    const one = courier();
    front.instead = { match: POSTING, answer };
    const begun = wallNow();
    expect(await one.send(row, now())).toMatchObject({ kind: 'again' });
    expect(msBetween(begun, await room.bot.store.take(50, begun))).toBeGreaterThan(400);
    expect(await room.bot.store.closed(room.guild, row.channel)).toBeNull();
    expect(review()).toEqual([]);
    front.instead = null;
    expect(await one.send(row, now())).toMatchObject({ kind: 'sent', message: expect.any(String) });
    expect(posts(room)).toHaveLength(1);
  });

  it('lengthens the pause once for all requests under way, until Discord answers again', async () => {
    const row = await card();
    let ms = 0;
    const one = courier({ wallNow: () => wallInstant(ms) });
    front.instead = { match: POSTING, answer: page(403) };
    const pause = async () => {
      const settlement = await one.send(row, 0);
      return settlement.kind === 'again' ? settlement.due : 0;
    };
    const together = await Promise.all([pause(), pause(), pause()]);
    expect(together).toEqual([750, 750, 750]);
    for (const longer of [1500, 3000, 6000]) {
      ms += HOUR;
      expect(await pause()).toBe(longer);
    }
    front.instead = null;
    expect(await one.send(row, 0)).toMatchObject({ kind: 'sent' });
    front.instead = { match: POSTING, answer: page(403) };
    expect(await pause()).toBe(750);
  });
});

describe('a refusal of a post', () => {
  it('is reported in the refused channel itself if there is no other', async () => {
    const row = await card();
    const blocked = courier({ rest: answering(refusal(400, 200_000, 'Blocked')) });
    for (const _ of [1, 2])
      expect(await blocked.send(row, now())).toEqual({ kind: 'failed', reason: { kind: 'automod' } });
    expect(posts(room).map(({ content }) => content)).toEqual([expect.stringContaining('AutoMod blocked')]);
    expect(await room.bot.store.closed(room.guild, row.channel)).toBeNull();
  });

  it('is reported with the next command of a manager if no channel takes it', async () => {
    const row = await card();
    room.discord.world.overwrite('ultimatums', {
      of: room.discord.world.bot.id,
      deny: ['SendMessages'],
    });
    const refused = courier({ rest: answering(refusal(400, 50035, 'Invalid Form Body')) });
    await refused.send(row, now());
    const line = 'Discord says "Invalid Form Body"';
    expect((await room.as('Ana').type('/ultimatum list').done).text()).not.toContain(line);
    expect((await room.as('Mod').type('/ultimatum list').done).text()).toContain(line);
    expect((await room.as('Mod').type('/ultimatum list').done).text()).not.toContain(line);
  });

  it('with an unknown code closes the channel, and is reported once with Discord’s words', async () => {
    await settings({ 'admin-channel': 'review' });
    const row = await card();
    const closed = courier({ rest: answering(refusal(403, 20018, 'Only owners may do that')) });
    expect(await closed.send(row, now())).toMatchObject({ kind: 'again' });
    expect(await closed.send(row, now() + HOUR)).toMatchObject({ kind: 'again' });
    expect(review()).toEqual([expect.stringContaining('Discord says "Only owners may do that"')]);
    expect(review()[0]).not.toMatch(/View Channel|Give the bot/);
    const list = await room.as('Mod').type('/countdown list').done;
    expect(list.text()).toContain('Only owners may do that');
  });

  it('in a channel that takes no messages closes it for good', async () => {
    await settings({ 'admin-channel': 'review' });
    const row = await card();
    const forum = courier({ rest: answering(refusal(400, 50008, 'Cannot send messages')) });
    expect(await forum.send(row, now())).toMatchObject({ kind: 'failed' });
    expect(review()[0]).toContain('Choose a text channel, an announcement channel or a thread.');
  });

  it('names a permission only if it is missing', async () => {
    await settings({ 'admin-channel': 'review' });
    const row = await card();
    const missing = courier({ rest: answering(refusal(403, 50013, 'Missing Permissions')) });
    await missing.send(row, now());
    expect(review()[0]).toContain('The bot seems to have every permission it needs there.');
  });
});

describe('a wait of hours that Discord asks for', () => {
  const slow = () =>
    Promise.reject(
      new RateLimitError({
        global: false,
        retryAfter: 6 * HOUR,
        hash: '',
        limit: 1,
        majorParameter: '1',
        method: 'POST',
        route: '/x',
        scope: 'shared',
        sublimitTimeout: 0,
        timeToReset: 0,
        url: '/x',
      }),
    );

  it('is reported once, and no request is made there meanwhile', async () => {
    await settings({ 'admin-channel': 'review' });
    const row = await card();
    let asked = 0;
    const waits = courier({
      rest: answering(() => {
        asked += 1;
        return slow();
      }),
    });
    const due = now() + 6 * HOUR;
    for (const id of [1, 2, 3])
      expect(await waits.send({ ...row, id }, now())).toEqual({
        kind: 'again',
        due,
        reason: { kind: 'wait-until', until: Date.parse('2025-07-14T21:30:00Z') },
      });
    expect(asked).toBe(1);
    expect(review()).toEqual([expect.stringContaining(`<t:${due / 1000}:R>`)]);
    expect(await waits.send({ ...row, channel: 'another' }, now())).toMatchObject({ kind: 'again' });
    expect(asked).toBe(2);
  });
});

describe('a mistake of the bot in one row', () => {
  const broken = () => Promise.reject(new TypeError('Invalid time zone'));

  it('is logged with a reference, and the row is left to be set aside', async () => {
    const row = await card();
    const one = courier({ store: { ...room.bot.store, entries: broken } });
    const settlement = await one.send(row, now());
    expect(settlement).toMatchObject({
      kind: 'again',
      reason: { kind: 'mistake', error: null },
      mistake: true,
    });
    expect(errors).toMatchObject([
      { reference: expect.stringMatching(/^[0-9a-f]{8}$/), err: { message: 'Invalid time zone' } },
    ]);
  });

  it('does not include a slot that never came', async () => {
    const row = await card();
    const late = () => Promise.reject(new Error('its lease was over'));
    for (const _ of [1, 2, 3, 4, 5, 6])
      expect(await courier().send(row, now(), late)).toMatchObject({ kind: 'again' });
    expect(errors).toEqual([]);
  });
});
