import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { botOf, onCommand, record } from './bot.js';
import { clientOf, localDiscord, readyClient } from './harness.js';

test('a client without intents becomes ready and is sent no servers', async () => {
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

test('after op 7 a client resumes and gets what it missed meanwhile', async () => {
  const discord = await localDiscord();
  const { client } = await botOf(
    discord,
    onCommand((interaction) => interaction.reply('still here')),
  );
  const resumed = new Promise<number>((resolve) => {
    client.once(Events.ShardResume, (_shard, replayed) => resolve(replayed));
  });
  discord.faults.gateway.reconnect();
  await new Promise((resolve) => client.once(Events.ShardReconnecting, resolve));
  const answer = discord.as('Ana').type(record);
  await resumed;
  expect((await answer.done).content).toBe('still here');
  expect(discord.sessions).toBe(1);
});

test('after op 9 a client identifies anew', async () => {
  const discord = await localDiscord();
  const { client } = await botOf(
    discord,
    onCommand((interaction) => interaction.reply('new here')),
  );
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  discord.faults.gateway.invalidate();
  await ready;
  expect(discord.sessions).toBe(1);
  expect((await discord.as('Ana').type(record).done).content).toBe('new here');
});

test('a cut socket is resumed too', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.faults.gateway.cut();
  // The number of the shard: there is one.
  expect(await resumed).toBe(0);
});

test('a fatal close code ends the connection', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord);
  const gone = new Promise<number>((resolve) => {
    client.once(Events.ShardDisconnect, (event) => resolve(event.code));
  });
  discord.faults.gateway.close(4014);
  expect(await gone).toBe(4014);
});

test('messages go only to clients with the intent, and their text only to those with message content', async () => {
  const discord = await localDiscord();
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const blind = await readyClient(discord, { intents: [Guilds, GuildMessages] });
  const seeing = await readyClient(discord, { intents: [Guilds, GuildMessages, MessageContent] });
  const heard = [blind, seeing].map(
    (client) =>
      new Promise((resolve) => client.once(Events.MessageCreate, (message) => resolve(message.content))),
  );
  discord.as('Ana').say('general', 'Fifty days');
  expect(await Promise.all(heard)).toEqual(['', 'Fifty days']);
});
