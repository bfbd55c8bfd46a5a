import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import { declaration } from '../../src/discord/declaration.js';
import { english } from '../../src/wording/index.js';
import type { LocalDiscord } from '../../src/playground/index.js';
import { hallOf, idOf as idIn, startPlaces } from './places.js';

const TAKES_POSTS = [0, 5, 10, 11, 12];

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await startPlaces();
});
afterEach(() => discord.close());

const guild = () => discord.world.guild('Newsroom').id;
const idOf = (channel: string) => idIn(discord, channel);
const channels = () => hallOf(discord);

describe('every channel option', () => {
  it('offers only kinds of channel that take posts', () => {
    const parts = JSON.stringify(declaration(handlers, english));
    const channelOptions = [...parts.matchAll(/\{[^{}]*"type":7[^{}]*\}/g)].map(
      ([part]) => JSON.parse(part) as object,
    );
    expect(channelOptions.length).toBeGreaterThan(5);
    for (const option of channelOptions) expect(option).toMatchObject({ channel_types: TAKES_POSTS });
  });
});

describe('a channel', () => {
  it.each([
    ['general', { ok: true, publishes: false }],
    ['news', { ok: true, publishes: true }],
    ['thread', { ok: true, publishes: false }],
    ['closed', { ok: false, why: 'missing', permissions: ['send'] }],
    ['silent', { ok: true, publishes: false }],
    ['silent thread', { ok: false, why: 'missing', permissions: ['send-in-threads'] }],
    ['archived', { ok: false, why: 'archived' }],
    ['voice', { ok: false, why: 'other-kind' }],
    ['category', { ok: false, why: 'other-kind' }],
    ['desk', { ok: false, why: 'unknown' }],
  ])('is checked for its server, kind, thread and permissions: %s', async (channel, check) => {
    expect(await channels().check(guild(), idOf(channel))).toEqual(check);
  });

  it('is unknown if it does not exist, and lacks View Channel if it is hidden', async () => {
    expect(await channels().check(guild(), '100000000000000000')).toEqual({ ok: false, why: 'unknown' });
    discord.world.overwrite('general', { of: '@everyone', deny: ['ViewChannel'] });
    expect(await channels().check(guild(), idOf('general'))).toMatchObject({
      why: 'missing',
      permissions: expect.arrayContaining(['view']),
    });
  });

  it('is not reported as gone if Discord does not answer', async () => {
    discord.faults.during({ path: /channels/ }, { kind: 'status', status: 403, code: 99999 });
    await expect(channels().check(guild(), idOf('general'))).rejects.toThrow('a fault on demand');
  });
});
