import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCourier } from '../../src/discord/courier.js';
import { createHall } from '../../src/discord/hall.js';
import { patientWire, promptWire } from '../../src/discord/wire.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { newsroom, posts, recorded, type Newsroom } from '../e2e/newsroom.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MINUTE = 60_000;

let room: Newsroom;
let fatal: string[];
beforeEach(async () => {
  fatal = [];
  // The nonce is forgotten at once, so only reading back can prevent a second post.
  room = await newsroom({ nonceWindowMs: 0 });
});
afterEach(() => room.close());

function courier(token = room.discord.token) {
  const address = { api: room.discord.apiUrl, token };
  return createCourier({
    rest: promptWire(address),
    hall: createHall(patientWire(address), () => room.discord.applicationId),
    store: room.bot.store,
    log: quiet,
    real: () => Date.now(),
    random: () => 0.5,
    requestsPerSecond: 0,
    fatal: (reason) => fatal.push(reason),
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
  return { ...card, status: 'claimed', attempts: 2, attempted: Date.now() - ago };
}

describe('a post whose worker was killed before it could settle', () => {
  it('is found again by its marker once the nonce is too old to be trusted', async () => {
    const card = await leftBehind(2 * MINUTE);
    expect(await courier().send(card, room.clock.now())).toEqual({ kind: 'sent', message: card.message });
    expect(posts(room)).toHaveLength(1);
  });

  it('would be posted twice without its marker, which shows that this check can fail', async () => {
    const card = await leftBehind(2 * MINUTE);
    await courier().send({ ...card, nonce: 'another-marker' }, room.clock.now());
    expect(posts(room)).toHaveLength(2);
  });

  it('is not trusted to an empty list where the bot may not read the channel', async () => {
    const card = await leftBehind(2 * MINUTE);
    room.discord.world.overwrite('ultimatums', { of: '@everyone', deny: ['ReadMessageHistory'] });
    const reads: string[] = [];
    room.discord.onRequest(({ method, route }) => {
      if (method === 'GET' && route === '/channels/{channel_id}/messages') reads.push(route);
    });
    expect(await courier().send(card, room.clock.now())).toMatchObject({ kind: 'again' });
    expect(reads).toEqual([]);
    expect(posts(room)).toHaveLength(1);
  });
});

describe('a post that Discord refuses', () => {
  const row = async () => ({ ...(await leftBehind(0)), attempts: 1, attempted: null });

  it.each([
    [404, 10008, { kind: 'sent', message: null }],
    [404, 10003, { kind: 'failed', reason: 'the channel is gone' }],
    [403, 50013, { kind: 'again', due: expect.any(Number), reason: 'the bot may not post in the channel' }],
    [503, 0, { kind: 'again', due: expect.any(Number), reason: expect.any(String) }],
  ])('%i with code %i ends as it should', async (status, code, settlement) => {
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
});
