/** When a post is drawn that waits for its slot in the send budget. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, wallNow } from '../../src/clock.js';
import { createChannels } from '../../src/discord/channels.js';
import { createCourier } from '../../src/discord/courier.js';
import { beforeEachRequest, failFastRest, retryingRest } from '../../src/discord/rest-client.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { later } from '../../src/domain/instant.js';
import { aroundCalls } from '../../src/store/around-calls.js';
import { english } from '../../src/wording/index.js';
import { newsroom, recorded, type Newsroom } from '../e2e/newsroom.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom({ nonceWindowMs: 0 });
});
afterEach(() => room.close());

/** A reminder as a worker has claimed it. */
async function claimed(): Promise<Delivery> {
  await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
  await recorded(room);
  const [reminder] = await room.bot.store.deliveries(room.guild, { kind: 'milestone', limit: 1 });
  if (reminder === undefined) throw new Error('no reminder was planned');
  return { ...reminder, status: 'claimed', attempts: 1, attempted: wallNow() };
}

/** The steps of sending, where the slot comes so many ms after the post was drawn. */
async function steps(row: Delivery, waits: number): Promise<readonly string[]> {
  const taken: string[] = [];
  const note = (step: string) => async () => void taken.push(step);
  const store = aroundCalls(room.bot.store, async (call, name) => {
    if (name === 'entries') taken.push('drawn');
    return call();
  });
  let now = wallNow();
  const address = { api: room.discord.apiUrl, token: room.discord.token };
  const { send } = createCourier({
    rest: beforeEachRequest(failFastRest(address), note('sent')),
    channels: createChannels(retryingRest(address), room.discord.applicationId),
    store,
    log: quiet,
    wallNow: () => now,
    wallOf: systemClock.wallOf,
    random: () => 0.5,
    requestsPerSecond: 0,
    words: english,
    fatal: () => undefined,
  });
  const come = async () => {
    now = later(now, waits);
    taken.push('slot');
  };
  expect(await send(row, row.due, come, note('near'))).toMatchObject({ kind: 'sent' });
  return taken.filter((step, index) => step !== taken[index - 1]);
}

it('is drawn shortly before its slot and sent in it, or drawn again where it came much later', async () => {
  const row = await claimed();
  expect(await steps(row, 100)).toEqual(['near', 'drawn', 'slot', 'sent']);
  expect(await steps(row, 1000)).toEqual(['near', 'drawn', 'slot', 'drawn', 'sent']);
});
