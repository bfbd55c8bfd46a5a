import { ComponentType, MessageFlags, type Interaction, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { openapiCheck, type OpenapiCheck } from '../support/openapi.js';
import { botOf, record } from './bot.js';
import { localDiscord } from './harness.js';

const absent = openapiCheck() === null;

/** A check of its own for each test; the description is there, or the test would be skipped. */
function fresh(): OpenapiCheck {
  const check = openapiCheck();
  if (check === null) throw new Error('There is no API description');
  return check;
}

const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (id: string) => ({ type: ComponentType.Button, style: 1, label: id, custom_id: id });
const screen = [
  {
    type: ComponentType.Container,
    components: [
      { type: ComponentType.Section, components: [text('U-12')], accessory: button('Open') },
      { type: ComponentType.Separator },
      { type: ComponentType.ActionRow, components: [{ type: ComponentType.RoleSelect, custom_id: 'role' }] },
    ],
  },
];

async function everything(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'a', value: 'a' }]);
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      content: 'export',
      files: [{ attachment: Buffer.from('a'), name: 'a.csv' }],
    });
    await interaction.followUp({ flags: MessageFlags.IsComponentsV2, components: screen });
  }
  if (interaction.isButton())
    await interaction.showModal({
      custom_id: 'form',
      title: 'Form',
      components: [
        {
          type: ComponentType.Label,
          label: 'Demand',
          component: { type: ComponentType.TextInput, custom_id: 'demand', style: 1 },
        },
      ],
    });
  if (interaction.isModalSubmit() && interaction.isFromMessage())
    await interaction.update({
      withResponse: true,
      components: [text('done')],
      flags: MessageFlags.IsComponentsV2,
    });
}

test.skipIf(absent)('what this Discord answers is what Discord describes', async () => {
  const check = fresh();
  const discord = await localDiscord({
    guilds: [{ name: 'One', members: [{ name: 'Ana' }], channels: [{ name: 'general' }] }],
  });
  discord.onRequest(check.check);
  const { client } = await botOf(discord, everything);
  const ana = discord.as('Ana');
  await ana.suggest('/ultimatum record', {}, 'issuer', 'a');
  const answer = ana.type(record);
  await answer.until(({ messages }) => messages.length === 2);
  await ana.press(answer, 'Open').done;
  await ana.submit({ Demand: 'peace' }).done;
  const { world } = discord;
  const [channel, guild] = [world.channel('general').id, world.guild('One').id];
  await client.rest.post(Routes.channelMessages(channel), {
    body: { content: `<@${ana.user.id}>`, nonce: 'a', enforce_nonce: true },
  });
  const gets = [
    Routes.channel(channel),
    Routes.channelMessages(channel),
    Routes.guild(guild),
    Routes.guildRoles(guild),
    Routes.guildChannels(guild),
    Routes.guildMember(guild, ana.user.id),
    Routes.userGuilds(),
    Routes.user(),
    Routes.applicationCommands(discord.applicationId),
    Routes.oauth2CurrentApplication(),
  ] as const;
  for (const path of gets) await client.rest.get(path);
  expect(check.violations.map(({ operation, where, problems }) => ({ operation, where, problems }))).toEqual(
    [],
  );
  expect(check.covered).toContain('PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original');
});

test.skipIf(absent).each([
  ['a typo in a field', { content: 'x', componets: [] }],
  [
    'a typo in a component',
    { content: 'x', components: [{ type: 1, components: [{ ...button('a'), lable: 'x' }] }] },
  ],
  ['a field of another type', { content: 'x', flags: '4' }],
])('%s in a request is found', async (_what, body) => {
  const check = fresh();
  const discord = await localDiscord();
  const { client } = await botOf(discord, everything);
  discord.onRequest(check.check);
  const path = Routes.channelMessages(discord.world.channel('general').id);
  await client.rest.post(path, { body }).catch(() => undefined);
  expect(check.violations).toMatchObject([
    { operation: 'POST /channels/{channel_id}/messages', where: 'request' },
  ]);
});

test('bodies are not checked without an API description', () => {
  expect(openapiCheck('/nowhere/openapi.json')).toBeNull();
});
