import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ButtonInteraction,
  ComponentType,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { botOf, onCommand, record } from './bot.js';
import { localDiscord } from './harness.js';

const buttons = (...ids: readonly string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    ids.map((id) => new ButtonBuilder().setCustomId(id).setLabel(`Do ${id}`).setStyle(ButtonStyle.Primary)),
  );

const form = () =>
  new ModalBuilder()
    .setCustomId('form')
    .setTitle('Record an ultimatum')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Demand')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('demand').setStyle(TextInputStyle.Short).setMaxLength(20),
        ),
      new LabelBuilder()
        .setLabel('Grade')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('grade')
            .addOptions({ label: 'News report', value: 'report' }, { label: 'Primary', value: 'primary' }),
        ),
      new LabelBuilder()
        .setLabel('Otherwise')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('threat')
            .setStyle(TextInputStyle.Paragraph)
            .setRequired(false)
            .setValue('tariffs'),
        ),
    );

/** Answers a command with buttons, and what is pressed by the given function. */
const withButtons =
  (press: (interaction: ButtonInteraction) => Promise<unknown>, ephemeral = false) =>
  async (interaction: Interaction): Promise<void> => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'Not saved yet',
        components: [buttons('record', 'cancel')],
        ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}),
      });
    if (interaction.isButton()) await press(interaction);
  };

test('"done" waits for the first answer with text, not for the deferral', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('Recorded as U-12');
      await interaction.followUp('Posted');
    }),
  );
  const answer = discord.as('Ana').type(record);
  await answer.done;
  expect(answer).toMatchObject({ deferred: true, ephemeral: true, content: 'Recorded as U-12' });
  await answer.until(({ messages }) => messages.length === 2);
  expect(answer.history.map((step) => step.kind)).toEqual(['deferred', 'edit', 'follow-up']);
  expect(answer.text()).toBe('Recorded as U-12\nPosted');
  expect(discord.messages('general').map((message) => message.content)).toEqual(['Posted']);
});

test('an answer can be read back, edited and deleted, a follow-up too', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      await interaction.reply('one');
      expect((await interaction.fetchReply()).content).toBe('one');
      const second = await interaction.followUp('two');
      await interaction.editReply({ message: second, content: 'three' });
      await interaction.deleteReply();
    }),
  );
  const answer = discord.as('Ana').type(record);
  await answer.until(({ history }) => history.at(-1)?.kind === 'deleted');
  expect(answer.text()).toBe('three');
});

test('a button is pressed by its label or its id, and updates its message', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    withButtons((interaction) =>
      interaction.update({
        content: `${interaction.customId} by ${interaction.user.globalName}`,
        components: [],
      }),
    ),
  );
  const asked = await discord.as('Ana').type(record).done;
  const pressed = await discord.as('Ben').press(asked, 'Do record').done;
  expect(pressed.content).toBe('record by Ben');
  expect(pressed.messageId).toBe(asked.messageId);
  expect(asked.content).toBe('record by Ben');
  expect(asked.history[0]).toMatchObject({ face: { content: 'Not saved yet' } });
  expect(() => discord.as('Ana').press(asked, 'record')).toThrow('no "record"');
});

test('a deferred update is edited later', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    withButtons(async (interaction) => {
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'done', components: [] });
    }, true),
  );
  const asked = await discord.as('Ana').type(record).done;
  const pressed = await discord.as('Ana').press(asked, 'cancel').done;
  expect(pressed).toMatchObject({ content: 'done', ephemeral: true, messageId: asked.messageId });
});

test('an ephemeral answer is visible to one person, and a disabled button can’t be pressed', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand((interaction) => {
      const row = buttons('record', 'cancel');
      row.components[1]?.setDisabled(true);
      return interaction.reply({ content: 'yours', components: [row], flags: MessageFlags.Ephemeral });
    }),
  );
  const asked = await discord.as('Ana').type(record).done;
  expect(asked.text()).toBe('yours\n[Do record] [Do cancel, disabled]');
  expect(() => discord.as('Ben').press(asked, 'record')).toThrow('Ben does not see');
  expect(() => discord.as('Ana').press(asked, 'cancel')).toThrow('disabled');
});

test('a select accepts options by label or value, within its limits', async () => {
  const discord = await localDiscord();
  await botOf(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        components: [
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
            new StringSelectMenuBuilder()
              .setCustomId('state')
              .setPlaceholder('Which')
              .setMaxValues(2)
              .addOptions(
                { label: 'Running', value: 'r' },
                { label: 'Closed', value: 'c' },
                { label: 'All', value: 'a' },
              ),
          ),
          {
            type: ComponentType.ActionRow,
            components: [{ type: ComponentType.RoleSelect, customId: 'role' }],
          },
        ],
      });
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join(','));
    if (interaction.isRoleSelectMenu())
      await interaction.reply(interaction.roles.map((role) => role.name).join(','));
  });
  const ana = discord.as('Ana');
  const asked = await ana.type(record).done;
  expect((await ana.choose(asked, 'Which', ['Running', 'a']).done).content).toBe('r,a');
  expect((await ana.choose(asked, 'role', ['curator']).done).content).toBe('curator');
  expect(() => ana.choose(asked, 'state', ['r', 'c', 'a'])).toThrow('1 to 2');
  expect(() => ana.choose(asked, 'state', ['x'])).toThrow('not among');
});

test('a form is filled by label or id, keeps its prefilled values, and may update its message', async () => {
  const discord = await localDiscord();
  await botOf(discord, async (interaction) => {
    await withButtons((pressed) => pressed.showModal(form()))(interaction);
    if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return;
    const { fields } = interaction;
    const [grade] = fields.getStringSelectValues('grade');
    const said = [fields.getTextInputValue('demand'), grade, fields.getTextInputValue('threat')];
    await interaction.update({ content: said.join(' | '), components: [] });
  });
  const ana = discord.as('Ana');
  const asked = await ana.type(record).done;
  const opened = await ana.press(asked, 'record').done;
  expect(opened.text()).toBe('Record an ultimatum\nDemand*: \nGrade*: \nOtherwise: tariffs');
  expect(() => ana.submit({ Demand: 'peace' })).toThrow('"Grade" is required');
  expect(() => ana.submit({ Demand: 'x'.repeat(21), grade: 'report' })).toThrow('0 to 20');
  const sent = await ana.submit({ Demand: 'peace', grade: 'News report' }).done;
  expect(sent).toMatchObject({ content: 'peace | report | tariffs', messageId: asked.messageId });
  expect(() => discord.as('Ben').submit({ Demand: 'war' })).toThrow('no form open');
});

test('a form cannot answer a form', async () => {
  const discord = await localDiscord();
  const { settled } = await botOf(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form());
    if (!interaction.isModalSubmit()) return;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const again = interaction.client.rest.post(path, {
      body: { type: 9, data: form().toJSON() },
      auth: false,
    });
    await expect(again).rejects.toMatchObject({ code: 50035 });
    await interaction.reply('thanks');
  });
  await discord.as('Ana').type(record).done;
  const sent = await discord.as('Ana').submit({ demand: 'peace', grade: 'report' }).done;
  expect(sent.content).toBe('thanks');
  await settled();
});
