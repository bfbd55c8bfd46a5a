/** `/settings check`, as a manager reads it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const check = async () => (await room.as('Mod').type('/settings check').done).text();

it('/settings check names every channel in use and what Discord knows of the bot', async () => {
  const text = await check();
  expect(text).toMatch(/ok: Channel: The bot can post in <#\d+>\./);
  expect(text).toContain('ok: Countdowns: All can run.');
  expect(text).toContain('ok: Due posts: 0 wait.');
  expect(text).toContain('ok: Token:');
  expect(text).toContain('ok: Commands: Discord has them all.');
  expect(text).toMatch(/ok: Clock: It is \d s/);
  expect(text).toContain('ok: Requests: Nothing holds them up.');
  expect(text).toContain('Time zones:');
  expect(text).not.toContain('wrong:');
});

it('/settings check names the permissions that are missing in a channel', async () => {
  room.discord.world.overwrite('ultimatums', { of: room.discord.world.bot.id, deny: ['SendMessages'] });
  const text = await check();
  expect(text).toMatch(/wrong: Channel: In <#\d+> I lack Send Messages\. Allow it/);
  expect(text).toContain('is up to whoever hosts this bot');
});

it('/settings check says which posts wait, and why none can be made in a channel that is closed', async () => {
  const { bot, guild, clock, discord } = room;
  discord.world.overwrite('ultimatums', { of: discord.world.bot.id, deny: ['SendMessages'] });
  await recorded(room);
  discord.world.overwrite('ultimatums', { of: discord.world.bot.id });
  const [waiting] = await bot.store.deliveries(guild, { status: 'pending', limit: 1 });
  clock.set((waiting?.due ?? 0) + 3_600_000);
  const text = await check();
  expect(text).toMatch(/wrong: Channel: Nothing can be posted in <#\d+>: /);
  expect(text).toContain('look: Due posts: 1 wait.');
});
