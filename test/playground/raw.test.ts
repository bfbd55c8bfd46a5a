import { expect, test } from 'vitest';
import { botOf, onCommand, record } from './bot.js';
import { localDiscord } from './harness.js';

test('any JSON goes to the bot as an interaction, and its answers are recorded', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      await interaction.reply({ content: `first ${interaction.commandName}`, flags: 64 });
      await interaction.editReply('then');
    }),
  );
  const { world } = discord;
  const user = { id: world.user('Ana').id, username: 'ana', discriminator: '0', avatar: null };
  const answer = discord.dispatch({
    id: world.newId(),
    application_id: discord.applicationId,
    token: 'made-up',
    version: 1,
    type: 2,
    data: { id: world.newId(), name: 'unheard-of', type: 1 },
    user,
    channel_id: world.channel('general').id,
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    attachment_size_limit: 1,
    authorizing_integration_owners: {},
  });
  await answer.until(({ history }) => history.length === 2);
  expect(answer.history.map((step) => 'face' in step && step.face.content)).toEqual([
    'first unheard-of',
    'then',
  ]);
  expect(answer.ephemeral).toBe(true);
});

test('an interaction without id and token can’t be answered', async () => {
  const discord = await localDiscord();
  await expect(discord.dispatch({ type: 2 }).done).rejects.toThrow('cannot be answered');
  await expect(discord.dispatch(null, 'SOMETHING_NEW').done).rejects.toThrow('cannot be answered');
});

test('an interaction can be altered on its way to the bot', async () => {
  const discord = await localDiscord();
  const seen: string[] = [];
  await botOf(
    discord,
    onCommand(async (interaction) => {
      seen.push(interaction.locale);
      await interaction.reply('ok');
    }),
  );
  const end = discord.alterInteractions((payload) => ({ ...payload, locale: 'xx' }));
  await discord.as('Ana').type(record).done;
  end();
  await discord.as('Ana').type(record).done;
  expect(seen).toEqual(['xx', 'en-US']);
});
