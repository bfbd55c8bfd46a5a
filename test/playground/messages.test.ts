import { ComponentType, MessageFlags, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/playground/index.js';
import { localDiscord, readyClient } from './harness.js';

type Body = Record<string, unknown>;

/** Posts by discord.js's REST, so that refusals come as it raises them. */
async function poster(discord: LocalDiscord) {
  const client = await readyClient(discord);
  const path = (channel: string) => Routes.channelMessages(discord.world.channel(channel).id);
  return {
    client,
    path,
    post: (body: Body, channel = 'general') => client.rest.post(path(channel), { body }),
  };
}

test('a message is posted, listed newest first, edited and deleted, dated by the given clock', async () => {
  const day = Date.UTC(2025, 7, 4, 9);
  const discord = await localDiscord({ now: () => day });
  const { client } = await poster(discord);
  const channel = await client.channels.fetch(discord.world.channel('general').id, {
    allowUnknownGuild: true,
  });
  if (channel?.isSendable() !== true) throw new Error('not a channel to send in');
  const first = await channel.send('one');
  const second = await channel.send({ content: 'two', flags: MessageFlags.SuppressNotifications });
  expect(first.createdTimestamp).toBe(day);
  expect(first.id).toMatch(/^\d{17,19}$/);
  const listed = await channel.messages.fetch({ limit: 100 });
  expect([...listed.values()].map((message) => message.content)).toEqual(['two', 'one']);
  await channel.messages.edit(first, 'one, corrected');
  await channel.messages.delete(second);
  expect(discord.messages('general').map((message) => message.content)).toEqual(['one, corrected']);
  expect(discord.messages('general')[0]?.faces.map((face) => face.content)).toEqual([
    'one',
    'one, corrected',
  ]);
});

test('a nonce is sent once within its window, and again after it', async () => {
  let time = 1_760_000_000_000;
  const discord = await localDiscord({ realNow: () => time, nonceWindowMs: 60_000 });
  const { post } = await poster(discord);
  await post({ content: 'one', nonce: 'abc', enforce_nonce: true });
  const repeat = await post({ content: 'two', nonce: 'abc', enforce_nonce: true });
  expect(repeat).toMatchObject({ id: discord.messages('general')[0]?.id, content: 'one' });
  await post({ content: 'not enforced', nonce: 'abc' });
  expect(discord.messages('general')).toHaveLength(2);
  time += 60_000;
  await post({ content: 'later', nonce: 'abc', enforce_nonce: true });
  expect(discord.messages('general').map((message) => message.content)).toEqual([
    'one',
    'not enforced',
    'later',
  ]);
});

test('a nonce whose message was deleted is an unknown message', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  await post({ content: 'one', nonce: 'abc', enforce_nonce: true });
  discord.deleteMessage(discord.messages('general')[0]?.id ?? '');
  await expect(post({ content: 'one', nonce: 'abc', enforce_nonce: true })).rejects.toMatchObject({
    code: 10008,
  });
});

test('each action needs its own permission', async () => {
  const discord = await localDiscord();
  const { client, post, path } = await poster(discord);
  await expect(post({ content: 'x' }, 'silent')).rejects.toMatchObject({ code: 50013, status: 403 });
  await expect(post({ content: 'x' }, 'hidden')).rejects.toMatchObject({ code: 50001, status: 403 });
  await expect(post({ content: 'x' }, 'old-thread')).rejects.toMatchObject({ code: 50083 });
  await post({ content: 'x' }, 'forgetful');
  expect(await client.rest.get(path('forgetful'))).toEqual([]);
  discord.world.overwrite('forgetful', { of: 'Ultimatum', allow: ['ReadMessageHistory'] });
  expect(await client.rest.get(path('forgetful'))).toHaveLength(1);
});

test('a channel that is gone, a server left and closed direct messages each have their code', async () => {
  const discord = await localDiscord();
  const { client, post, path } = await poster(discord);
  const gone = path('silent');
  discord.world.deleteChannel('silent');
  await expect(client.rest.post(gone, { body: { content: 'x' } })).rejects.toMatchObject({
    code: 10003,
    status: 404,
  });
  const direct = await client.users.createDM(discord.world.user('Ben').id);
  await expect(direct.send('x')).rejects.toMatchObject({ code: 50007 });
  await (await client.users.createDM(discord.world.user('Ana').id)).send('hello');
  expect(discord.messages('Ana').map((message) => message.content)).toEqual(['hello']);
  discord.world.kickBot('Reading room');
  await expect(post({ content: 'x' })).rejects.toMatchObject({ code: 50001 });
  expect(await client.rest.get(Routes.userGuilds())).toEqual([]);
});

test('only allowed mentions ping', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  const { world } = discord;
  const [ana, curator] = [world.user('Ana').id, world.role('curator').id];
  const content = `@everyone <@${ana}> <@&${curator}> <@&${world.role('boss').id}>`;
  await post({ content });
  await post({ content, allowed_mentions: { parse: [] } });
  await post({ content, allowed_mentions: { parse: [], roles: [curator] } });
  expect(discord.messages('general').map((message) => message.pings)).toEqual([
    { everyone: false, users: [ana], roles: [curator] },
    { everyone: false, users: [], roles: [] },
    { everyone: false, users: [], roles: [curator] },
  ]);
});

const button = (id: string, more: Body = {}) => ({
  type: ComponentType.Button,
  style: 1,
  label: id,
  custom_id: id,
  ...more,
});
const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const v2 = MessageFlags.IsComponentsV2;

test.each<[string, Body, number]>([
  ['nothing in it', {}, 50006],
  ['2001 characters', { content: 'x'.repeat(2001) }, 50035],
  ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }, 50035],
  [
    'six rows',
    { content: 'x', components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => row(button(id))) },
    50035,
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => button(id)))] },
    50035,
  ],
  ['one id twice', { content: 'x', components: [row(button('a'), button('a'))] }, 50035],
  [
    'a button with an id and a link',
    { content: 'x', components: [row(button('a', { url: 'https://a.example' }))] },
    50035,
  ],
  ['a button without a label', { content: 'x', components: [row(button('a', { label: '' }))] }, 50035],
  ['a custom id of 101 characters', { content: 'x', components: [row(button('a'.repeat(101)))] }, 50035],
  [
    'ids beside parse',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['100000000000000001'] } },
    50035,
  ],
  ['an empty embed field', { embeds: [{ fields: [{ name: '', value: 'x' }] }] }, 50035],
  [
    'embeds of 6001 characters',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    50035,
  ],
  ['new components without their flag', { components: [text('x')] }, 50035],
  ['new components beside content', { content: 'x', flags: v2, components: [text('x')] }, 50035],
  ['new components beside an embed', { embeds: [{ title: 'x' }], flags: v2, components: [text('x')] }, 50035],
  [
    '4001 characters of text in all',
    { flags: v2, components: [text('x'.repeat(2001)), text('x'.repeat(2000))] },
    50035,
  ],
  [
    '41 components in all',
    { flags: v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }] },
    50035,
  ],
  [
    'a section without an accessory',
    { flags: v2, components: [{ type: 9, components: [text('x')] }] },
    50035,
  ],
])('a message with %s is refused', async (_what, body, code) => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  await expect(post(body)).rejects.toMatchObject({ code, status: 400 });
  expect(discord.messages('general')).toEqual([]);
});

test('a message of new components reads as lines, and its buttons can be pressed', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  const section = {
    type: 9,
    components: [text('U-12: Donald Trump to Russia')],
    accessory: button('Open U-12'),
  };
  const inner = [text('### Running'), { type: 14 }, section];
  const link = { type: 2, style: 5, label: 'Save a copy', url: 'https://archive.example' };
  await post({
    flags: v2,
    components: [{ type: 17, components: inner }, row(link, button('Next', { disabled: true }))],
  });
  const [message] = discord.messages('general');
  expect(message?.text().split('\n')).toEqual([
    '### Running',
    '---',
    'U-12: Donald Trump to Russia',
    '[Open U-12]',
    '[Save a copy] [Next, disabled]',
  ]);
  expect(() => discord.as('Ana').press(message?.id ?? '', 'Save a copy')).toThrow('leads to a page');
  expect(discord.as('Ana').press(message?.id ?? '', 'Open U-12').acknowledged).toBe(false);
});

test('an edit cannot leave a message empty, nor touch another author', async () => {
  const discord = await localDiscord();
  const { client, post, path } = await poster(discord);
  await post({ content: 'x' });
  const own = discord.messages('general')[0]?.id ?? '';
  const other = discord.as('Ana').say('general', 'mine').id;
  const edit = (id: string, body: Body) => client.rest.patch(`${path('general')}/${id}`, { body });
  await expect(edit(own, { content: '' })).rejects.toMatchObject({ code: 50006 });
  await expect(edit(other, { content: 'yours' })).rejects.toMatchObject({ code: 50005 });
  await expect(edit('100000000000000001', { content: 'x' })).rejects.toMatchObject({ code: 10008 });
});
