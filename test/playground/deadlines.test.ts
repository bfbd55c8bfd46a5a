import { expect, test } from 'vitest';
import { botOf, onCommand, record } from './bot.js';
import { localDiscord } from './harness.js';

test('an interaction is answered once, and in three seconds', async () => {
  let time = 1_760_000_000_000;
  const discord = await localDiscord({ realNow: () => time });
  const { settled } = await botOf(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('first');
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const again = interaction.client.rest.post(path, {
      body: { type: 4, data: { content: 'second' } },
      auth: false,
    });
    await expect(again).rejects.toMatchObject({ code: 40060 });
    time += 15 * 60_000 + 1;
    await expect(interaction.editReply('too late')).rejects.toMatchObject({ code: 50027 });
  });
  const answer = await discord.as('Ana').type(record).done;
  expect(answer.content).toBe('first');
  await settled();
});

test('a first answer after three seconds is an unknown interaction', async () => {
  let time = 1_760_000_000_000;
  const discord = await localDiscord({ realNow: () => time, firstAnswerMs: 3000 });
  const refused = new Promise((resolve) => {
    void botOf(
      discord,
      onCommand(async (interaction) => {
        time += 3001;
        await interaction.reply('late').catch(resolve);
      }),
    ).then(() => discord.as('Ana').type(record));
  });
  expect(await refused).toMatchObject({ code: 10062, status: 404 });
});

test('a file comes with an answer', async () => {
  const discord = await localDiscord();
  await botOf(
    discord,
    onCommand(async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({
        content: 'export',
        files: [{ attachment: Buffer.from('a,b\n'), name: 'record.csv' }],
      });
    }),
  );
  const answer = await discord.as('Ana').type(record).done;
  expect(answer.files.map((file) => [file.name, file.bytes.toString()])).toEqual([['record.csv', 'a,b\n']]);
  expect(answer.text()).toBe('export\n[file record.csv]');
});
