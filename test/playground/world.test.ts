import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { OverwriteSeed, PermissionName } from '../../src/playground/index.js';
import { botOf, onCommand, record } from './bot.js';
import { localDiscord, readyClient } from './harness.js';

const write: PermissionName[] = ['SendMessages'];
const see: PermissionName[] = ['ViewChannel'];

/** Whether Ana, a curator, may see and write in a channel with these overwrites. */
async function standing(...overwrites: readonly OverwriteSeed[]): Promise<readonly boolean[]> {
  const { world } = await localDiscord({
    guilds: [
      {
        name: 'One',
        roles: [{ name: 'curator' }, { name: 'muted' }],
        members: [{ name: 'Owner' }, { name: 'Ana', roles: ['curator', 'muted'] }],
        channels: [
          { name: 'general', overwrites },
          { name: 'thread', kind: 'thread', parent: 'general' },
        ],
      },
    ],
  });
  const bits = world.permissions(world.user('Ana').id, world.channel('general'));
  expect(world.permissions(world.user('Ana').id, world.channel('thread'))).toBe(bits);
  return [(bits & (1n << 10n)) !== 0n, (bits & (1n << 11n)) !== 0n];
}

test.each<[string, readonly OverwriteSeed[], readonly boolean[]]>([
  ['none: as the server says', [], [true, true]],
  ['denied to everyone', [{ of: '@everyone', deny: write }], [true, false]],
  [
    'given back to a role',
    [
      { of: '@everyone', deny: write },
      { of: 'curator', allow: write },
    ],
    [true, true],
  ],
  [
    'one role denied, another allowed',
    [
      { of: 'curator', allow: write },
      { of: 'muted', deny: write },
    ],
    [true, true],
  ],
  [
    'given to a role, denied to the member',
    [
      { of: 'curator', allow: write },
      { of: 'Ana', deny: write },
    ],
    [true, false],
  ],
  ['out of sight, so nothing else counts', [{ of: '@everyone', deny: see }], [false, false]],
])(
  'overwrites apply in Discord’s order: everyone, roles, member: %s',
  async (_what, overwrites, expected) => {
    expect(await standing(...overwrites)).toEqual(expected);
  },
);

test('an owner may do everything, and a person without access can’t see a channel', async () => {
  const discord = await localDiscord({
    guilds: [
      {
        name: 'One',
        members: [{ name: 'Owner' }, { name: 'Ana' }],
        channels: [{ name: 'general' }, { name: 'hidden', overwrites: [{ of: '@everyone', deny: see }] }],
      },
    ],
  });
  expect(discord.as('Owner', 'hidden').channel.name).toBe('hidden');
  expect(() => discord.as('Ana').in('hidden')).toThrow('Ana lacks ViewChannel');
});

test('a person in two servers reaches a channel by the name of its server', async () => {
  const ana = { id: '200000000000000001', name: 'Ana' };
  const discord = await localDiscord({
    guilds: ['One', 'Two'].map((name) => ({ name, members: [ana], channels: [{ name: 'general' }] })),
  });
  await botOf(
    discord,
    onCommand((interaction) => interaction.reply(interaction.guildId ?? '')),
  );
  const answer = await discord.as('Ana', 'Two/general').type(record).done;
  expect(answer.content).toBe(discord.world.guild('Two').id);
  expect(discord.messages('One/general')).toEqual([]);
  expect(discord.messages('Two/#general')).toHaveLength(1);
});

test('a client with the Guilds intent is told when the bot joins or is removed', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord, { intents: [GatewayIntentBits.Guilds] });
  const joined = new Promise((resolve) => client.once(Events.GuildCreate, (guild) => resolve(guild.name)));
  discord.world.addGuild({ name: 'New', channels: [{ name: 'general' }] });
  expect(await joined).toBe('New');
  const left = new Promise((resolve) => client.once(Events.GuildDelete, (guild) => resolve(guild.name)));
  discord.world.kickBot('New');
  expect(await left).toBe('New');
});

test('waiting for a message returns the first match, even an earlier one', async () => {
  const discord = await localDiscord();
  const coming = discord.untilMessage('general', (message) => message.content.includes('two'));
  const ana = discord.as('Ana');
  ana.say('general', 'one');
  const said = ana.say('general', 'two');
  expect(await coming).toBe(said);
  expect(await discord.untilMessage('general', (message) => message.content === 'two')).toBe(said);
});

test('closing ends all waiting', async () => {
  const discord = await localDiscord();
  await botOf(discord, () => Promise.resolve());
  const answer = discord.as('Ana').type(record);
  await discord.close();
  await expect(answer.done).rejects.toThrow('was closed');
});
