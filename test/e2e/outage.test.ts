/** Discord takes no posts for six hours, and then each is posted once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/durations.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
let stopped: string[];
beforeEach(async () => {
  stopped = [];
  room = await newsroom({ fatal: (reason) => stopped.push(reason) });
});
afterEach(() => room.close());

async function pass(ms: number): Promise<void> {
  const end = room.clock.now() + ms;
  while (room.clock.now() < end) {
    room.clock.set(room.clock.now() + 10 * MINUTE);
    await room.bot.beat();
  }
}

it('keeps what falls due while Discord is away for six hours, and posts each once when it is back', async () => {
  const screen = await room
    .as('Mod')
    .type('/countdown add', { channel: 'ultimatums', every: 'every day 14:00' }).done;
  await room.as('Mod').press(screen, 'Save').done;
  room.discord.faults.during({ method: 'POST', path: /messages$/ }, { kind: 'status', status: 503 });
  await recorded(room);
  await recorded(room, { demand: 'withdraw its forces' });
  await pass(6 * HOUR);
  expect(posts(room)).toEqual([]);
  expect(stopped).toEqual([]);
  expect(await room.bot.store.deliveries(room.guild, { status: 'failed', limit: 10 })).toEqual([]);
  room.discord.faults.clear();
  await pass(HOUR);
  const said = posts(room).map(({ content }) => content);
  expect(said.filter((text) => text.includes('New ultimatum U-1'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('New ultimatum U-2'))).toHaveLength(1);
  expect(said).toHaveLength(3);
  expect(said.every((text) => /Was due .*, posted /.test(text))).toBe(true);
  await pass(HOUR);
  expect(posts(room)).toHaveLength(3);
});
