import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord, SharedSeed } from '../../src/playground/index.js';
import { openapiCheck } from '../support/openapi.js';
import { botOf } from './bot.js';
import { localDiscord } from './harness.js';

const news = {
  guilds: [
    {
      name: 'One',
      members: [{ name: 'Ana' }, { name: 'News', bot: true }],
      channels: [{ name: 'general' }, { name: 'wire' }],
    },
  ],
};

/** What the message menu hands to the bot, which need not be able to read it. */
async function handed(discord: LocalDiscord, id: string): Promise<unknown> {
  const payload = new Promise((resolve) => {
    discord.alterInteractions((sent) => {
      resolve(sent);
      return { type: 1 };
    });
  });
  discord.as('Ana').apps('Record an ultimatum', id);
  return payload;
}

const cases: readonly (readonly [string, SharedSeed, object, string])[] = [
  [
    'a poll',
    { poll: { question: 'By Friday?', answers: ['Yes', 'No'] } },
    {
      content: '',
      poll: {
        question: { text: 'By Friday?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'Yes' } },
          { answer_id: 2, poll_media: { text: 'No' } },
        ],
        layout_type: 1,
        results: { is_finalized: false },
      },
    },
    '[poll By Friday?: Yes / No]',
  ],
  [
    'stickers',
    { stickers: ['Wave'] },
    { sticker_items: [{ name: 'Wave', format_type: 1 }] },
    '[sticker Wave]',
  ],
  [
    'embeds only',
    { embeds: [{ title: 'Trump', description: 'until Friday' }] },
    { content: '', embeds: [{ title: 'Trump', description: 'until Friday' }] },
    'Trump\nuntil Friday',
  ],
  [
    'text in components',
    { components: [{ type: 17, components: [{ type: 10, content: 'until Friday' }] }] },
    { content: '', flags: 32_768, components: [{ type: 17, components: [{ content: 'until Friday' }] }] },
    'until Friday',
  ],
];

test.each(cases)('a message menu hands over %s as Discord does', async (_what, seed, expected, text) => {
  const discord = await localDiscord(news);
  await botOf(discord, () => Promise.resolve());
  const message = discord.as('News').share('general', seed);
  expect(message.text()).toBe(text);
  expect(await handed(discord, message.id)).toMatchObject({
    data: { target_id: message.id, resolved: { messages: { [message.id]: expected } } },
  });
});

test.each([
  ['with', false],
  ['without', true],
])('a forwarded message is a snapshot %s a reference', async (_what, withoutReference) => {
  const discord = await localDiscord(news);
  await botOf(discord, () => Promise.resolve());
  const original = discord.as('News').share('wire', { content: 'until Friday', embeds: [{ title: 'T' }] });
  const forward = discord.as('Ana').share('general', { forward: original, withoutReference });
  const payload = await handed(discord, forward.id);
  const snapshot = { message: { type: 0, content: 'until Friday', embeds: [{ title: 'T' }], mentions: [] } };
  const reference = { type: 1, message_id: original.id, channel_id: original.channelId };
  expect(payload).toMatchObject({
    data: {
      resolved: {
        messages: {
          [forward.id]: {
            flags: 1 << 14,
            content: '',
            message_snapshots: [snapshot],
            ...(withoutReference ? {} : { message_reference: reference }),
          },
        },
      },
    },
  });
  expect(JSON.stringify(payload).includes('message_reference')).toBe(!withoutReference);
  expect(forward.text()).toBe('[forwarded]\nuntil Friday\nT');
});

test.skipIf(openapiCheck() === null)('all of these look as Discord describes them', async () => {
  const discord = await localDiscord(news);
  const { client } = await botOf(discord, () => Promise.resolve());
  const check = openapiCheck();
  if (check === null) throw new Error('There is no API description');
  discord.onRequest(check.check);
  const [first] = cases.map(([, seed]) => discord.as('News').share('general', seed));
  for (const forward of [first, discord.as('Ana').say('wire', 'x')])
    if (forward !== undefined) {
      // The description does not know that a reference can be to what is forwarded.
      discord.as('Ana').share('general', { forward, withoutReference: true });
    }
  await client.rest.get(Routes.channelMessages(discord.world.channel('general').id));
  expect(check.violations.map(({ operation, problems }) => ({ operation, problems }))).toEqual([]);
});
