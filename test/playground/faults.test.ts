import { RESTEvents, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import type { Exchange, HttpFault, LocalDiscord } from '../../src/playground/index.js';
import { localDiscord, readyClient } from './harness.js';

async function poster(discord: LocalDiscord, retries = 3) {
  const client = await readyClient(discord, { rest: { retries } });
  const path = Routes.channelMessages(discord.world.channel('general').id);
  const post = (content: string, nonce?: string) =>
    client.rest.post(path, {
      body: { content, ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }) },
    });
  return { client, path, post };
}

const contents = (discord: LocalDiscord) => discord.messages('general').map((message) => message.content);

test('a requested refusal happens once, with its code', async () => {
  const discord = await localDiscord();
  const { post, path } = await poster(discord);
  discord.faults.next(
    { method: 'POST', path },
    { kind: 'status', status: 403, code: 200_000, message: 'AutoMod' },
  );
  await expect(post('one')).rejects.toMatchObject({ status: 403, code: 200_000, message: 'AutoMod' });
  await post('two');
  expect(contents(discord)).toEqual(['two']);
  expect(discord.faults.pending).toBe(0);
});

test('discord.js waits for a requested 429 and sends again', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  discord.faults.next({ method: 'POST' }, { kind: 'status', status: 429, retryAfter: 0.01 });
  await post('one');
  expect(contents(discord)).toEqual(['one']);
});

test('a 502 after storing doubles a message without a nonce, but not one with a nonce', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  const fault = { kind: 'status', status: 502, afterStoring: true } as const;
  discord.faults.next({ method: 'POST' }, fault);
  await post('without');
  discord.faults.next({ method: 'POST' }, fault);
  await post('with', 'abc');
  expect(contents(discord)).toEqual(['without', 'without', 'with']);
});

test('a socket dropped after storing leaves the message behind', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  discord.faults.next({ path: /messages$/ }, { kind: 'drop' });
  await expect(post('one', 'abc')).rejects.toThrow(/other side closed|socket|terminated/i);
  expect(contents(discord)).toEqual(['one']);
  discord.faults.next({ path: /messages$/ }, { kind: 'drop', beforeStoring: true });
  await expect(post('two')).rejects.toThrow(/other side closed|socket|terminated/i);
  await post('one', 'abc');
  expect(contents(discord)).toEqual(['one']);
});

test('a request may hang until it is released, or be delayed', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  discord.faults.next({ path: '/users/@me' }, { kind: 'hang' });
  const hanging = fetch(`${discord.apiUrl}/v10/users/@me`);
  discord.faults.next({ method: 'POST' }, { kind: 'delay', ms: 1 });
  await post('late');
  expect(contents(discord)).toEqual(['late']);
  discord.faults.clear();
  await expect(hanging).rejects.toThrow('fetch failed');
});

test('the sixth message in five seconds exceeds the limit of a channel', async () => {
  let time = 1_760_000_000_000;
  const discord = await localDiscord({ realNow: () => time });
  const { path } = await poster(discord);
  const send = () =>
    fetch(`${discord.apiUrl}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(send));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 200, 200, 429,
  ]);
  const refused = answers.find((answer) => answer.status === 429);
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await refused?.json()).toMatchObject({ retry_after: 5, global: false });
  time += 5000;
  const next = await send();
  expect([next.status, next.headers.get('x-ratelimit-remaining')]).toEqual([200, '4']);
});

test('discord.js waits as the headers tell it, so that nothing is refused', async () => {
  const discord = await localDiscord({ limits: { perChannel: { count: 2, perMs: 50 } } });
  const { post } = await poster(discord);
  const statuses: number[] = [];
  discord.onRequest((exchange) => statuses.push(exchange.status));
  await Promise.all(['1', '2', '3', '4', '5'].map((content) => post(content)));
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
});

test('the bot has a global limit, to which interaction answers do not count', async () => {
  const discord = await localDiscord({
    limits: { perSecond: 3, perChannel: 'off' },
    realNow: () => 1_760_000_000_000,
  });
  const get = () =>
    fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
  const answers = await Promise.all([get(), get(), get(), get()]);
  const refused = answers.find((answer) => answer.status === 429);
  expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused?.json()).toMatchObject({ global: true, retry_after: 1 });
  const answer = await fetch(`${discord.apiUrl}/v10/interactions/1/x/callback`, { method: 'POST' });
  expect(answer.status).toBe(404);
});

test('every request is reported with its route, parameters, body and answer', async () => {
  const discord = await localDiscord();
  const { client, post } = await poster(discord);
  const heard: Exchange[] = [];
  const end = discord.onRequest((exchange) => heard.push(exchange));
  await post('one');
  end();
  await client.rest.get('/users/@me');
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    params: { channel_id: discord.world.channel('general').id },
    body: { content: 'one' },
    status: 200,
    response: { content: 'one' },
  });
});

test('an unknown token and an unknown path are refused', async () => {
  const discord = await localDiscord();
  const { client } = await poster(discord);
  const limited: unknown[] = [];
  client.rest.on(RESTEvents.RateLimited, (info) => limited.push(info));
  await expect(client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  const wrong = await fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
  expect([wrong.status, await wrong.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  expect(limited).toEqual([]);
});

const block = '<html><title>Attention Required! | Cloudflare</title></html>';

test.each<[string, Extract<HttpFault, { kind: 'status' | 'raw' }>, object]>([
  [
    'a page of a proxy that blocks',
    { kind: 'raw', status: 403, body: block },
    { status: 403, type: 'text/html', text: block },
  ],
  [
    'a page that says too large',
    { kind: 'raw', status: 413, body: '<html>' },
    { status: 413, text: '<html>' },
  ],
  ['a page of a gateway', { kind: 'raw', status: 502 }, { status: 502, type: 'text/html', text: '' }],
  [
    'JSON without a code',
    { kind: 'raw', status: 400, contentType: 'application/json', body: '{"message":"no"}' },
    { status: 400, type: 'application/json', text: '{"message":"no"}' },
  ],
  ['success with nothing in it', { kind: 'raw', status: 200 }, { status: 200, text: '' }],
  ['success with a page in it', { kind: 'raw', status: 200, body: block }, { status: 200, text: block }],
  ['success without a body', { kind: 'raw', status: 204 }, { status: 204, text: '' }],
  [
    'slowmode of six hours',
    { kind: 'status', status: 429, code: 20016, retryAfter: 21_600 },
    {
      status: 429,
      retry: '21600',
      text: expect.stringMatching(/slowmode.*"retry_after":21600,"global":false/),
    },
  ],
  [
    'a limit of the whole bot',
    { kind: 'status', status: 429, retryAfter: 60, global: true },
    { status: 429, global: 'true', text: expect.stringContaining('"global":true') },
  ],
  [
    'an edit of an old message',
    { kind: 'status', status: 429, code: 30046 },
    { status: 429, text: expect.stringMatching(/"code":30046,"message":"Maximum number of edits/) },
  ],
  [
    'announcements too fast',
    { kind: 'status', status: 403, code: 20022 },
    { text: expect.stringContaining('announcement rate limits') },
  ],
  [
    'a write limit',
    { kind: 'status', status: 429, code: 20028, retryAfter: 5 },
    { text: expect.stringContaining('write rate limit') },
  ],
  [
    'an unknown message',
    { kind: 'status', status: 404, code: 10008 },
    { text: expect.stringContaining('10008') },
  ],
  [
    'a code that nobody knows',
    { kind: 'status', status: 400, code: 7 },
    { text: expect.stringContaining('"code":7') },
  ],
])('%s can be had on demand, with or without storing', async (_what, fault, expected) => {
  const discord = await localDiscord();
  const { path } = await poster(discord);
  for (const afterStoring of [false, true]) {
    discord.faults.next({ method: 'POST', path }, { ...fault, afterStoring });
    const answer = await fetch(`${discord.apiUrl}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
    const { headers } = answer;
    expect({
      status: answer.status,
      type: headers.get('content-type'),
      retry: headers.get('retry-after'),
      global: headers.get('x-ratelimit-global'),
      text: await answer.text(),
    }).toMatchObject(expected);
    expect(contents(discord)).toEqual(afterStoring ? ['x'] : []);
  }
});

test('discord.js repeats after a reset, which doubles a message without a nonce', async () => {
  const discord = await localDiscord();
  const { post } = await poster(discord);
  const stored = { kind: 'drop', reset: true } as const;
  discord.faults.next({ method: 'POST' }, stored);
  await post('without');
  discord.faults.next({ method: 'POST' }, stored);
  await post('with', 'abc');
  discord.faults.next({ method: 'POST' }, { ...stored, beforeStoring: true });
  await post('before');
  expect(contents(discord)).toEqual(['without', 'without', 'with', 'before']);
});
