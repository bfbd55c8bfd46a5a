import { MessageFlags, PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { botOf, onCommand, record } from './bot.js';
import { localDiscord, readyClient } from './harness.js';

test('a typed command reaches the bot with its options, and the answer reaches the person', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      const { options, user, guildLocale } = interaction;
      const said = [
        options.getSubcommand(),
        options.getString('issuer'),
        options.getString('grade'),
        options.getInteger('days'),
      ];
      await interaction.reply(`${said.join(' | ')} | ${user.globalName} | ${guildLocale}`);
    }),
  );
  const answer = await discord.as('Ana').type(`${record} grade:News report days:12`).done;
  expect(answer.content).toBe('record | Donald Trump | report | 12 | Ana | en-US');
  expect(answer.ephemeral).toBe(false);
  expect(discord.messages('general').map((message) => message.id)).toEqual([answer.messageId]);
});

test('a line may come with its options beside it', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => interaction.reply(interaction.options.getString('target', true))),
  );
  const answer = await discord.as('Ana').type('ultimatum record', { issuer: 'A', target: 'B days: issuer:' })
    .done;
  expect(answer.content).toBe('B days: issuer:');
});

test('a channel option carries the permissions of the person, not the bot', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      const channel = interaction.options.getChannel('channel', true);
      const own = 'permissions' in channel ? channel.permissions : null;
      const bits = typeof own === 'string' ? BigInt(own) : own;
      await interaction.reply(`${channel.name} ${new PermissionsBitField(bits ?? 0n).has('SendMessages')}`);
    }),
  );
  // Ana may write there, the bot may not.
  expect((await discord.as('Ana').type(`${record} channel:#silent`).done).content).toBe('silent true');
});

test('what is not registered, not complete or not a choice cannot be typed', async () => {
  const discord = await localDiscord();
  await botOf(discord, () => Promise.resolve());
  const ana = discord.as('Ana');
  expect(() => ana.type('/ultimatums record')).toThrow('no command /ultimatums');
  expect(() => ana.type('/ultimatum recount issuer:a')).toThrow('no subcommand "recount"');
  expect(() => ana.type('/ultimatum record issuer:a')).toThrow('"target" is required');
  expect(() => ana.type(`${record} grade:Rumour`)).toThrow('no choice');
  expect(() => ana.type(`${record} days:0`)).toThrow('does not take 0');
  expect(() => ana.type('/ultimatum record', { issuer: 'a', target: 'b', bribe: 'c' })).toThrow(
    'no option "bribe"',
  );
});

test('a command with default permissions is hidden from those without, until the server says otherwise', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => interaction.reply('screen')),
  );
  expect(() => discord.as('Ana').type('/setup')).toThrow('no command /setup');
  expect((await discord.as('Mia').type('/setup').done).content).toBe('screen');
  discord.allowCommand('setup', 'Ana');
  expect((await discord.as('Ana').type('/setup').done).content).toBe('screen');
});

test('suggestions come for what is being typed', async () => {
  const discord = await localDiscord();
  await botOf(discord, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    const target = interaction.options.getString('target');
    await interaction.respond([{ name: `${name}: ${value} to ${target}`, value: 'x' }]);
  });
  const choices = await discord.as('Ana').suggest('/ultimatum record', { target: 'Russia' }, 'issuer', 'Don');
  expect(choices).toEqual([{ name: 'issuer: Don to Russia', value: 'x' }]);
  await expect(discord.as('Ana').suggest('/ultimatum record', {}, 'target', 'R')).rejects.toThrow(
    'suggests nothing',
  );
});

test('a message command gets the message', async () => {
  const discord = await localDiscord();
  await botOf(discord, async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    const { author, content } = interaction.targetMessage;
    await interaction.reply({ content: `${author.globalName}: ${content}`, flags: MessageFlags.Ephemeral });
  });
  const post = discord.as('Ben').say('general', 'Fifty days, he says');
  const answer = await discord.as('Ana').apps('Record an ultimatum', post).done;
  expect(answer.content).toBe('Ben: Fifty days, he says');
  expect(answer.ephemeral).toBe(true);
  expect(() => discord.as('Ana').apps('Record an ultimatum', answer)).toThrow('only one person sees');
});

test('a registered command keeps its id when it is put again, and its version when nothing changed', async () => {
  const discord = await localDiscord();
  const client = await readyClient(discord);
  const put = async (description: string): Promise<readonly (string | undefined)[]> => {
    const made = (await client.application.commands.set([{ name: 'help', description }])).first();
    return [made?.id, made?.version];
  };
  const [id, version] = await put('Help');
  expect(await put('Help')).toEqual([id, version]);
  expect(await put('More help')).toEqual([id, expect.not.stringMatching(String(version))]);
  expect((await client.application.commands.fetch()).map((command) => command.name)).toEqual(['help']);
});

test.each([
  ['capitals in a name', { name: 'Help', description: 'x' }],
  ['no description', { name: 'help' }],
  ['a description too long', { name: 'help', description: 'x'.repeat(101) }],
  [
    'a required option after an optional one',
    {
      name: 'help',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'a' },
        { type: 3, name: 'b', description: 'b', required: true },
      ],
    },
  ],
  [
    'choices with autocomplete',
    {
      name: 'help',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'a', autocomplete: true, choices: [{ name: 'a', value: 'a' }] },
      ],
    },
  ],
  [
    '26 options',
    {
      name: 'help',
      description: 'x',
      options: Array.from({ length: 26 }, (_, index) => ({ type: 3, name: `a${index}`, description: 'a' })),
    },
  ],
  [
    'more than 8000 characters',
    {
      name: 'help',
      description: 'x',
      options: Array.from({ length: 25 }, (_, index) => ({
        type: 3,
        name: `a${index}`,
        description: 'a'.repeat(100),
        choices: Array.from({ length: 5 }, (_one, at) => ({ name: `${at}`, value: `${at}`.repeat(60) })),
      })),
    },
  ],
])('Discord refuses a command with %s', async (_what, command) => {
  const discord = await localDiscord();
  const client = await readyClient(discord);
  const put = client.rest.put(`/applications/${discord.applicationId}/commands`, { body: [command] });
  await expect(put).rejects.toMatchObject({ code: 50035, status: 400 });
});
