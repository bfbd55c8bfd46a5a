import { Events, GatewayIntentBits, RESTEvents, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/playground/index.js';
import { botOf } from './bot.js';
import { clientOf, localDiscord, readyClient } from './harness.js';

async function startLimit(discord: LocalDiscord): Promise<unknown> {
  const answer = await fetch(`${discord.apiUrl}/v10/gateway/bot`, {
    headers: { authorization: `Bot ${discord.token}` },
  });
  return answer.json();
}

test('identifies are counted down and restored after a day', async () => {
  let time = 1_760_000_000_000;
  const identifies = { total: 3, remaining: 2, resetAfterMs: 60_000, maxConcurrency: 16 };
  const discord = await localDiscord({ realNow: () => time, gateway: { identifies } });
  const limit = { total: 3, max_concurrency: 16 };
  expect(await startLimit(discord)).toMatchObject({
    shards: 1,
    session_start_limit: { ...limit, remaining: 2, reset_after: 60_000 },
  });
  await readyClient(discord);
  time += 10_000;
  expect(await startLimit(discord)).toMatchObject({
    session_start_limit: { ...limit, remaining: 1, reset_after: 50_000 },
  });
  time += 50_000;
  expect(await startLimit(discord)).toMatchObject({
    session_start_limit: { ...limit, remaining: 3, reset_after: 86_400_000 },
  });
});

test('when the identifies are used up, every session ends with 4004 and the token becomes invalid', async () => {
  const discord = await localDiscord({ gateway: { identifies: { total: 1 } } });
  const before = discord.token;
  const client = await readyClient(discord);
  const gone = new Promise<number>((resolve) => {
    client.once(Events.ShardDisconnect, (event) => resolve(event.code));
  });
  // A client that does not look at what is left of them.
  await expect(identifyClosed(discord, before)).resolves.toBe(4004);
  expect(await gone).toBe(4004);
  expect(discord.sessions).toBe(0);
  expect(discord.token).not.toBe(before);
  await expect(clientOf(discord).login(before)).rejects.toThrow(/401|invalid token/i);
});

/** Identifies by hand; resolves with the code of the close. */
async function identifyClosed(discord: LocalDiscord, token: string): Promise<number> {
  const socket = new WebSocket(`${discord.address.replace('http', 'ws')}/gateway`);
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  socket.on('message', () => {
    socket.send(JSON.stringify({ op: 2, d: { token, intents: 0, properties: {} } }));
  });
  return closed;
}

test('the second of two identifies within five seconds gets an invalid session', async () => {
  const time = 1_760_000_000_000;
  const gateway = { identifies: { total: 9, maxConcurrency: 1 } };
  const discord = await localDiscord({ realNow: () => time, gateway });
  await readyClient(discord);
  const socket = new WebSocket(`${discord.address.replace('http', 'ws')}/gateway`);
  const ops: number[] = [];
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const { op } = Object(JSON.parse(data.toString()));
      ops.push(Number(op));
      if (op === 9) resolve();
      else socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 0, properties: {} } }));
    });
  });
  socket.close();
  expect(ops).toEqual([10, 9]);
  expect(await startLimit(discord)).toMatchObject({ session_start_limit: { remaining: 8 } });
});

test.each([
  [2500, 3, undefined],
  [2501, 3, 4011],
  [10_000, 10, 4011],
])(
  'a bot in %i servers is advised %i shards; alone, one is closed with %s',
  async (guildCount, shards, code) => {
    const discord = await localDiscord({ gateway: { guildCount } });
    expect(await startLimit(discord)).toMatchObject({ shards });
    if (code === undefined) return void (await readyClient(discord));
    expect(await identifyClosed(discord, discord.token)).toBe(code);
  },
);

test('intents that were not granted close with 4014, and any close code can be requested', async () => {
  const discord = await localDiscord({ gateway: { privilegedIntents: false } });
  const client = clientOf(discord, { intents: [GatewayIntentBits.GuildMembers] });
  const gone = new Promise((resolve) => client.once(Events.ShardDisconnect, (event) => resolve(event.code)));
  client.login(discord.token).catch(() => undefined);
  expect(await gone).toBe(4014);
  await readyClient(discord);
  discord.faults.gateway.refuseIdentify(4013);
  expect(await identifyClosed(discord, discord.token)).toBe(4013);
  discord.faults.gateway.refuseIdentify(undefined);
  await readyClient(discord);
});

test('commands can be lost or altered at Discord, and daily creations are counted', async () => {
  let time = 1_760_000_000_000;
  const discord = await localDiscord({ realNow: () => time });
  const { client } = await botOf(discord, () => Promise.resolve());
  const path = Routes.applicationCommands(discord.applicationId);
  const names = async () => Object(await client.rest.get(path)).map((one: { name: string }) => one.name);
  expect(await names()).toEqual(['ultimatum', 'setup', 'Record an ultimatum']);
  expect(discord.registry.created).toBe(3);
  discord.registry.alter('setup', { description: 'Altered' });
  expect(discord.registry.created).toBe(3);
  expect(await client.rest.get(path)).toMatchObject([{}, { name: 'setup', description: 'Altered' }, {}]);
  discord.registry.clear();
  expect(await names()).toEqual([]);
  time += 86_400_000;
  expect(discord.registry.created).toBe(0);
});

test('a listed command carries what Discord adds, and its translations only where they are asked for', async () => {
  const discord = await localDiscord();
  const { client } = await botOf(discord, () => Promise.resolve());
  const path = Routes.applicationCommands(discord.applicationId);
  await client.rest.put(path, {
    body: [
      {
        name: 'a',
        description: 'A',
        name_localizations: { de: 'ah' },
        options: [
          {
            type: 3,
            name: 'b',
            description: 'B',
            description_localizations: { de: 'Bee' },
            choices: [{ name: 'c', value: 'c', name_localizations: { de: 'Zeh' } }],
          },
        ],
      },
    ],
  });
  const [plain] = Object(await client.rest.get(path));
  expect(plain).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    version: expect.stringMatching(/^\d+$/),
    application_id: discord.applicationId,
    type: 1,
    default_member_permissions: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
  });
  expect(JSON.stringify(plain)).not.toContain('localizations');
  const query = new URLSearchParams({ with_localizations: 'true' });
  const [whole] = Object(await client.rest.get(path, { query }));
  expect(whole).toMatchObject({
    name_localizations: { de: 'ah' },
    description_localizations: null,
    options: [{ description_localizations: { de: 'Bee' }, choices: [{ name_localizations: { de: 'Zeh' } }] }],
  });
});

test('nonces can be forgotten', async () => {
  const discord = await localDiscord();
  const { rest } = await readyClient(discord);
  rest.on(RESTEvents.RateLimited, () => undefined);
  const post = () =>
    rest.post(Routes.channelMessages(discord.world.channel('general').id), {
      body: { content: 'one', nonce: 'abc', enforce_nonce: true },
    });
  await post();
  await post();
  expect(discord.messages('general')).toHaveLength(1);
  discord.forgetNonces();
  await post();
  expect(discord.messages('general')).toHaveLength(2);
});
