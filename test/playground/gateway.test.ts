import { GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { clientOf, localDiscord, readyClient } from './harness.js';

test('a client without intents is ready and knows no server', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord);
  expect(client.user.username).toBe('ultimatum');
  expect(client.application.id).toBe(discord.applicationId);
  expect(client.guilds.cache.first()?.available).not.toBe(true);
});

test('a client with the Guilds intent gets the servers', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord, { intents: [GatewayIntentBits.Guilds] });
  expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Reading room']);
});

test('a wrong token is refused', async () => {
  const discord = await localDiscord();
  await expect(clientOf(discord).login('wrong')).rejects.toThrow(/401|invalid token/i);
});
