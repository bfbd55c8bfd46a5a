import { Client, type ClientOptions, Events } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/playground/index.js';

const reading: LocalDiscordOptions = {
  guilds: [
    {
      name: 'Reading room',
      roles: [
        { name: 'curator', mentionable: true },
        { name: 'boss', permissions: ['ManageGuild'] },
      ],
      members: [
        { name: 'Olga', roles: ['boss'] },
        { name: 'Ana', roles: ['curator'] },
        { name: 'Ben', locale: 'de', directMessages: 'closed' },
        { name: 'Mia', roles: ['boss'] },
      ],
      channels: [
        { name: 'general' },
        { name: 'silent', overwrites: [{ of: 'Ultimatum', deny: ['SendMessages'] }] },
        { name: 'forgetful', overwrites: [{ of: 'Ultimatum', deny: ['ReadMessageHistory'] }] },
        { name: 'hidden', overwrites: [{ of: '@everyone', deny: ['ViewChannel'] }] },
        { name: 'old-thread', kind: 'thread', parent: 'general', archived: true },
      ],
    },
  ],
};

/** A local Discord that ends with the test. */
export async function localDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ ...reading, firstAnswerMs: 30_000, ...options });
  onTestFinished(async () => {
    await discord.close();
    // A fault of the local Discord itself would look to the bot like one of Discord's.
    if (discord.errors.length > 0) throw new AggregateError(discord.errors, 'The local Discord failed');
  });
  return discord;
}

/** A real discord.js client of it, not yet logged in, that ends with the test. */
export function clientOf(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: discord.apiUrl, version: '10', ...options.rest },
  });
  onTestFinished(() => client.destroy());
  client.on(Events.Error, () => undefined);
  return client;
}

/** The same, logged in and ready. */
export async function readyClient(
  discord: LocalDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientOf(discord, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
