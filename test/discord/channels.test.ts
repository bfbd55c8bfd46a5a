import { ApplicationCommandOptionType, PermissionFlagsBits, type APIInteraction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import type { LocalDiscord } from '../../src/playground/index.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { dispatching, said } from './dispatching.js';
import {
  channelOption,
  command as commandIn,
  hallOf,
  idOf as idIn,
  roleOption,
  startPlaces,
  type Option,
} from './places.js';

let discord: LocalDiscord;
let store: Store;
let asked: string[];
beforeEach(async () => {
  asked = [];
  discord = await startPlaces();
  store = await storeOn(openSqlite(':memory:'));
  discord.onRequest(({ method, path }) => void asked.push(`${method} ${path}`));
});
afterEach(async () => {
  await store.close();
  await discord.close();
});

const guild = () => discord.world.guild('Newsroom').id;
const idOf = (channel: string) => idIn(discord, channel);
const channels = () => hallOf(discord);
const command = (path: string, options: readonly Option[], more: object = {}) =>
  commandIn(discord, path, options, more);
const EVERY = { name: 'every', type: ApplicationCommandOptionType.String, value: '0 9 * * *' } as const;

/** Every command that takes a channel to post in. */
const TAKING: readonly [string, string, readonly Option[]][] = [
  ['board set', 'channel', []],
  ['countdown add', 'channel', [EVERY]],
  ['milestones set', 'channel', []],
  ['settings set', 'announcements', []],
  ['settings set', 'review-channel', []],
  ['settings set', 'admin-channel', []],
];

describe('a command that takes a channel', () => {
  async function answer(interaction: APIInteraction): Promise<string> {
    const { dispatch, taken } = dispatching(store, handlers, { channels: channels() });
    await dispatch.handle(interaction);
    return said(taken);
  }

  async function nothingIsSaved(): Promise<void> {
    expect(await store.boards(guild())).toEqual([]);
    expect(await store.schedules(guild())).toEqual([]);
    expect(await store.reminderPlans(guild())).toEqual([]);
    const { announcements, reviewChannel, adminChannel } = await store.settings(guild());
    expect([announcements, reviewChannel, adminChannel]).toEqual([null, null, null]);
  }

  it.each(TAKING)('refuses channels that can’t take a post: /%s %s', async (path, option, more) => {
    const refusals = {
      desk: "can't find that channel in this server",
      voice: 'Choose a text channel, an announcement channel or a thread.',
      category: 'Choose a text channel, an announcement channel or a thread.',
      archived: 'is archived',
      closed: 'I lack Send Messages.',
      'silent thread': 'I lack Send Messages in Threads.',
    };
    for (const [channel, sentence] of Object.entries(refusals))
      expect(await answer(command(path, [channelOption(option, idOf(channel)), ...more]))).toContain(
        sentence,
      );
    await nothingIsSaved();
  });

  it.each(TAKING)(
    'makes no request if Discord sent the permissions along: /%s %s',
    async (path, option, more) => {
      const bits = (permissions: bigint) => ({
        app_permissions: String(permissions),
        guild_id: guild(),
        type: 0,
      });
      const given = [channelOption(option, '77'), ...more];
      const sent = (permissions: bigint) => ({
        resolved: { channels: { '77': { id: '77', ...bits(permissions) } } },
      });
      const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
      expect(await answer(command(path, given, sent(ViewChannel | ReadMessageHistory)))).toContain(
        'I lack Send Messages.',
      );
      const enough = await answer(
        command(path, given, sent(ViewChannel | SendMessages | ReadMessageHistory)),
      );
      expect(enough).not.toMatch(/I lack|can't find|Something went wrong/);
      expect(asked).toEqual([]);
    },
  );

  it('ignores permissions that were sent along for a channel of another server', async () => {
    const forged = {
      resolved: {
        channels: {
          '77': { id: '77', type: 0, guild_id: '999', app_permissions: String(~0n & 0xffffffffn) },
        },
      },
    };
    expect(await answer(command('board set', [channelOption('channel', '77')], forged))).toContain(
      "can't find that channel in this server",
    );
  });

  it('takes an announcement channel and a thread', async () => {
    for (const channel of ['news', 'thread'])
      expect(await answer(command('board set', [channelOption('channel', idOf(channel))]))).toContain(
        'The board will appear',
      );
  });

  it('turns reminders off even if the bot can’t post in the channel any more', async () => {
    const none = { name: 'ladder', type: ApplicationCommandOptionType.String, value: 'none' } as const;
    const given = [channelOption('channel', idOf('closed')), none];
    expect(await answer(command('milestones set', given))).toContain('are off');
  });

  describe('or a role', () => {
    const other = () => discord.world.role('Other').id;

    it('refuses one of another server', async () => {
      expect(await answer(command('settings set', [roleOption('curators', other())]))).toContain(
        "I can't find that role in this server.",
      );
      const given = [channelOption('channel', idOf('general')), roleOption('ping', other())];
      expect(await answer(command('milestones set', given))).toContain("can't find that role in this server");
      await nothingIsSaved();
    });

    it('refuses everyone as curators and as somebody to ping', async () => {
      expect(await answer(command('settings set', [roleOption('curators', guild())]))).toContain(
        'Not everyone can be a curator.',
      );
      const given = [channelOption('channel', idOf('general')), roleOption('ping', guild())];
      expect(await answer(command('milestones set', given))).toContain('I never ping everyone.');
      expect((await store.settings(guild())).curatorRole).toBeNull();
    });

    it('takes one of this server', async () => {
      const curators = discord.world.role('Curators').id;
      await answer(command('settings set', [roleOption('curators', curators)]));
      expect((await store.settings(guild())).curatorRole).toBe(curators);
    });
  });
});

describe('what the bot may do in the channel of an interaction', () => {
  it.each([
    ['2048', 2048n],
    [undefined, null],
    ['x', null],
    [5, null],
  ])('is in the context: %s', async (sent, expected) => {
    const seen: (bigint | null)[] = [];
    const handler = {
      kind: 'slash',
      path: ['thing'],
      description: () => 'A thing',
      options: {},
      run: (_: unknown, { botPermissions }: { botPermissions: bigint | null }) => {
        seen.push(botPermissions);
        return Promise.resolve({ kind: 'message', view: { content: 'done' } } as const);
      },
    } as const;
    await dispatching(store, [handler]).dispatch.handle(command('thing', [], { app_permissions: sent }));
    expect(seen).toEqual([expected]);
  });
});
