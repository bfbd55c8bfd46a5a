import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  MessageFlags,
  Routes,
} from 'discord.js';
import { expect, test } from 'vitest';
import { channelsFor } from '../../src/playground/page/commands.js';
import type { LocalChannelKind, ChannelSeed, PermissionName } from '../../src/playground/index.js';
import { openapiCheck } from '../support/openapi.js';
import { botOf } from './bot.js';
import { localDiscord, readyClient } from './harness.js';

const kinds: readonly (readonly [LocalChannelKind, number])[] = [
  ['text', 0],
  ['voice', 2],
  ['category', 4],
  ['announcement', 5],
  ['announcement-thread', 10],
  ['thread', 11],
  ['private-thread', 12],
  ['stage', 13],
  ['forum', 15],
  ['media', 16],
];

async function withChannels(channels: readonly ChannelSeed[]) {
  const discord = await localDiscord({ guilds: [{ name: 'One', members: [{ name: 'Ana' }], channels }] });
  const { rest } = await readyClient(discord, { rest: { retries: 0 } });
  const id = (name: string) => discord.world.channel(name).id;
  const post = (name: string) => rest.post(Routes.channelMessages(id(name)), { body: { content: 'x' } });
  return { discord, rest, id, post };
}

test('each kind of channel has Discord’s number, and those without messages refuse a post with 50008', async () => {
  const { rest, id, post } = await withChannels([
    { name: 'parent', kind: 'forum' },
    ...kinds.map(([kind]) => ({
      name: kind,
      kind,
      ...(kind.endsWith('thread') ? { parent: 'parent' } : {}),
    })),
  ]);
  for (const [kind, type] of kinds) {
    expect(await rest.get(Routes.channel(id(kind)))).toMatchObject({ type, name: kind });
    const refused = kind === 'category' || kind === 'forum' || kind === 'media';
    const outcome: unknown = await post(kind).catch((error: unknown) => error);
    expect(outcome).toMatchObject(refused ? { code: 50008, status: 400 } : { content: 'x' });
  }
});

test.skipIf(openapiCheck() === null)('each kind of channel looks as Discord describes it', async () => {
  const { discord, rest, id } = await withChannels([
    { name: 'parent', kind: 'text' },
    // The description knows no media channels yet.
    ...kinds
      .filter(([kind]) => kind !== 'media')
      .map(([kind]) => ({ name: kind, kind, ...(kind.endsWith('thread') ? { parent: 'parent' } : {}) })),
  ]);
  const check = openapiCheck();
  if (check === null) throw new Error('There is no API description');
  discord.onRequest(check.check);
  for (const channel of discord.world.guild('One').channels.values())
    await rest.get(Routes.channel(channel.id));
  await rest.get(Routes.guildChannels(discord.world.guild('One').id));
  expect(check.violations.map(({ operation, problems }) => ({ operation, problems }))).toEqual([]);
  expect(id('parent')).not.toBe('');
});

test('a thread goes by the overwrites of its parent and by Send Messages in Threads, and is not listed', async () => {
  const deny = (name: string, ...permissions: PermissionName[]) => ({
    name,
    overwrites: [{ of: 'Ultimatum', deny: permissions }],
  });
  const { discord, rest, post } = await withChannels([
    deny('no-threads', 'SendMessagesInThreads'),
    { name: 'a', kind: 'thread', parent: 'no-threads' },
    deny('threads-only', 'SendMessages'),
    { name: 'b', kind: 'private-thread', parent: 'threads-only' },
    deny('hidden', 'ViewChannel'),
    { name: 'c', kind: 'announcement-thread', parent: 'hidden' },
  ]);
  await expect(post('a')).rejects.toMatchObject({ code: 50013 });
  await expect(post('b')).resolves.toMatchObject({ content: 'x' });
  await expect(post('c')).rejects.toMatchObject({ code: 50001 });
  expect(await rest.get(Routes.guildChannels(discord.world.guild('One').id))).toHaveLength(3);
  discord.world.overwrite('no-threads', { of: 'Ana', deny: ['SendMessagesInThreads'] });
  discord.as('Ana').say('no-threads', 'x');
  expect(() => discord.as('Ana').say('a', 'x')).not.toThrow();
});

test('a locked thread refuses with 160005, except to those who manage threads', async () => {
  const { discord, rest, id, post } = await withChannels([
    { name: 'parent' },
    { name: 'locked', kind: 'thread', parent: 'parent', locked: true },
  ]);
  await expect(post('locked')).rejects.toMatchObject({ code: 160005, status: 400 });
  const unlock = () => rest.patch(Routes.channel(id('locked')), { body: { archived: false, locked: false } });
  await expect(unlock()).rejects.toMatchObject({ code: 50013 });
  discord.world.overwrite('parent', { of: 'Ultimatum', allow: ['ManageThreads'] });
  await expect(post('locked')).resolves.toMatchObject({ content: 'x' });
  discord.world.channel('locked').archived = true;
  await expect(post('locked')).rejects.toMatchObject({ code: 50083 });
  expect(await unlock()).toMatchObject({ thread_metadata: { archived: false, locked: false } });
});

test('nothing can be typed or posted in a channel without messages', async () => {
  const { discord } = await withChannels([{ name: 'forum', kind: 'forum' }, { name: 'general' }]);
  await botOf(discord, () => Promise.resolve());
  expect(discord.as('Ana').channel.name).toBe('general');
  expect(() => discord.as('Ana').say('forum', 'x')).toThrow('may not write');
  expect(() => discord.as('Ana', 'forum').type('/setup')).toThrow('Nothing can be typed');
});

const takesText = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

test('a channel option and a select take only the kinds they name, and send the bot’s permissions along', async () => {
  const { discord } = await withChannels([
    { name: 'news', kind: 'announcement', overwrites: [{ of: 'Ultimatum', deny: ['SendMessages'] }] },
    { name: 'forum', kind: 'forum' },
    { name: 'category', kind: 'category' },
    { name: 'thread', kind: 'thread', parent: 'news', archived: true },
  ]);
  const { client } = await botOf(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.ChannelSelect,
                custom_id: 'where',
                channel_types: [ChannelType.GuildAnnouncement, ChannelType.PublicThread],
              },
            ],
          },
        ],
      });
    if (interaction.isChannelSelectMenu()) await interaction.deferUpdate();
  });
  await client.application.commands.set([
    {
      type: ApplicationCommandType.ChatInput,
      name: 'board',
      description: 'Where',
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'channel',
          description: 'Where',
          channelTypes: takesText,
        },
      ],
    },
  ]);
  const payloads: Record<string, unknown>[] = [];
  discord.alterInteractions((payload) => (payloads.push(payload), payload));
  const ana = discord.as('Ana');
  expect(() => ana.type('/board channel:#forum')).toThrow('cannot be chosen here');
  expect(() => ana.type('/board channel:#thread')).toThrow('cannot be chosen here');
  const answer = await ana.type('/board channel:#news').done;
  expect(() => ana.choose(answer, 'where', ['category'])).toThrow('cannot be chosen here');
  await ana.choose(answer, 'where', ['thread']).until(({ deferred }) => deferred);
  const { world } = discord;
  const [news, thread] = [world.channel('news'), world.channel('thread')];
  const bits = (userId: string, channel = news) => world.permissions(userId, channel).toString();
  expect(payloads[0]).toMatchObject({
    app_permissions: bits(world.bot.id),
    context: 0,
    authorizing_integration_owners: { '0': world.guild('One').id },
    data: {
      resolved: {
        channels: {
          [news.id]: {
            type: 5,
            parent_id: null,
            permissions: bits(world.user('Ana').id),
            app_permissions: bits(world.bot.id),
          },
        },
      },
    },
  });
  expect(bits(world.bot.id)).not.toBe(bits(world.user('Ana').id));
  expect(payloads[1]).toMatchObject({
    data: {
      resolved: {
        channels: { [thread.id]: { type: 11, parent_id: news.id, thread_metadata: { archived: true } } },
      },
    },
  });
});

test('the page offers only the kinds an option takes', () => {
  const seen = kinds.map(([kind, type]) => ({ id: kind, name: kind, kind, type, mayWrite: true }));
  expect(channelsFor([0, 5], seen).map(({ name }) => name)).toEqual(['text', 'announcement']);
  expect(channelsFor([], seen)).toEqual(seen);
  expect(channelsFor(null, seen)).toEqual(seen);
});

test('an attachment may be numbered or named by a string', async () => {
  const { discord, rest, id } = await withChannels([{ name: 'general' }]);
  for (const number of [0, '0'])
    await rest.post(Routes.channelMessages(id('general')), {
      body: { attachments: [{ id: number, filename: 'a.csv' }], flags: MessageFlags.SuppressEmbeds },
      files: [{ key: 'files[0]', name: 'a.csv', data: Buffer.from('a') }],
    });
  expect(discord.messages('general').map(({ files }) => files.map(({ name }) => name))).toEqual([
    ['a.csv'],
    ['a.csv'],
  ]);
});
