import { connect } from 'node:net';
import { fc } from '@fast-check/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/playground/index.js';
import { localDiscord, readyClient } from './harness.js';

const portOf = (discord: LocalDiscord) => Number(new URL(discord.address).port);

/** Sends bytes as they are and resolves with everything that came back until the socket was closed. */
function exchange(discord: LocalDiscord, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(portOf(discord), '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    socket.end(bytes);
  });
}

type Headers = Readonly<Record<string, string>>;

const request = (line: string, headers: Headers, body = '') =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

const upgrade = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
};

/** What other sites, and names that were made to point here, send. */
const strangers = (port: number): readonly Headers[] => [
  { Host: `127.0.0.1:${port}`, Origin: 'http://localhost:1' },
  { Host: `127.0.0.1:${port}`, Origin: `http://localhost:${port}` },
  { Host: `127.0.0.1:${port}`, Origin: 'null' },
  { Host: `127.0.0.1:${port}`, 'Sec-Fetch-Site': 'cross-site' },
  { Host: `localhost:${port}`, 'Sec-Fetch-Site': 'same-site' },
  { Host: `evil.example:${port}` },
  { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` },
  { Host: '127.0.0.1:1' },
  { Host: '127.0.0.1' },
];

test('every route and method refuses other origins and host names before it reads a body', async () => {
  const discord = await localDiscord();
  const heard: unknown[] = [];
  discord.onRequest((one) => heard.push(one));
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'CONNECT'];
  const paths = [
    '/',
    '/api/v10/users/@me',
    '/api',
    '/gateway',
    '/client/act',
    '/client/messages',
    '/nowhere',
  ];
  const asked = strangers(portOf(discord)).flatMap((headers) =>
    methods.flatMap((method) => paths.map((path) => request(`${method} ${path}`, headers, 'x'))),
  );
  const answers = await Promise.all(asked.map((one) => exchange(discord, one)));
  expect(new Set(answers.map(statusOf))).toEqual(new Set([403]));
  expect(heard).toEqual([]);
});

test('a request from another origin is not asked to send its body', async () => {
  const discord = await localDiscord();
  const expecting = (origin: string) =>
    request(
      'POST /client/act',
      { Host: `127.0.0.1:${portOf(discord)}`, Origin: origin, Expect: '100-continue' },
      '{}',
    );
  expect(statusOf(await exchange(discord, expecting('http://evil.example')))).toBe(403);
  expect(statusOf(await exchange(discord, expecting(discord.address)))).toBe(100);
});

test('every upgrade refuses other origins and host names', async () => {
  const discord = await localDiscord();
  const asked = strangers(portOf(discord)).flatMap((headers) =>
    ['/gateway?v=10', '/gateway/', '/client?as=Ana', '/nowhere'].map((path) =>
      request(`GET ${path}`, { ...headers, ...upgrade }).replace('Connection: close\r\n', ''),
    ),
  );
  const answers = await Promise.all(asked.map((one) => exchange(discord, one)));
  expect(new Set(answers.map(statusOf))).toEqual(new Set([403]));
  expect(discord.sessions).toBe(0);
});

test('requests to any name of this machine and from its own page are accepted', async () => {
  const discord = await localDiscord();
  const port = portOf(discord);
  const own = ['127.0.0.1', 'localhost', '[::1]'].flatMap((name): Headers[] => [
    { Host: `${name}:${port}` },
    { Host: `${name}:${port}`, Origin: `http://${name}:${port}`, 'Sec-Fetch-Site': 'same-origin' },
  ]);
  const answers = await Promise.all(
    own.map((headers) => exchange(discord, request('GET /api/v10/gateway', headers))),
  );
  expect(answers.map(statusOf)).toEqual(own.map(() => 401));
});

test('the token differs at every start, and a wrong one is refused as Discord does', async () => {
  const [one, two] = [await localDiscord(), await localDiscord()];
  expect(one.token).not.toBe(two.token);
  expect(one.token.length).toBeGreaterThan(50);
  const answer = await fetch(`${one.apiUrl}/v10/users/@me`, {
    headers: { authorization: `Bot ${two.token}` },
  });
  expect([answer.status, await answer.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  expect(await closeCode(one, [identify(two.token)])).toBe(4004);
});

test.each([
  ['GET //', 404],
  ['GET http://[', 400],
  ['GET *', 400],
  ['OPTIONS *', 400],
  ['GET /api/v10/%', 400],
  ['GET /api/v10/channels/%zz/messages', 400],
  ['GET /%ff', 400],
  ['GET /api/v10/%00', 404],
  ['GET /api/v10//', 404],
  ['GET /api/v9/users/@me', 404],
  ['GET /client/files/%2e%2e/%2e%2e', 404],
  ['CONNECT evil.example:443', 404],
])('an odd request line, %s, is answered %i without a stack', async (line, status) => {
  const discord = await localDiscord();
  const headers = { Host: `127.0.0.1:${portOf(discord)}`, Authorization: `Bot ${discord.token}` };
  const answer = await exchange(discord, request(line, headers));
  expect(statusOf(answer)).toBe(status);
  expect(answer).not.toMatch(/\.ts|\.js|\bat /);
  await readyClient(discord);
});

test.each<[string, string, string, unknown]>([
  ['JSON', 'application/json', '{"content":', { code: 50109 }],
  ['an empty string', 'application/json', ' ', { code: 50109 }],
  ['multipart', 'multipart/form-data; boundary=x', 'no boundary', { code: 50035 }],
  ['multipart without a boundary', 'multipart/form-data', '--x\r\n', { code: 50035 }],
  [
    'multipart with broken JSON',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="payload_json"\r\n\r\n{\r\n--x--\r\n',
    { code: 50109 },
  ],
  ['a number', 'application/json', '1', { code: 50035 }],
  ['null', 'application/json', 'null', { code: 50006 }],
  ['nested deeper than any message', 'application/json', '['.repeat(100_000), { code: 50109 }],
])('a body that is not a message, %s, is 400 in Discord’s form', async (_what, type, body, expected) => {
  const discord = await localDiscord();
  const answer = await fetch(
    `${discord.apiUrl}/v10/channels/${discord.world.channel('general').id}/messages`,
    { method: 'POST', headers: { authorization: `Bot ${discord.token}`, 'content-type': type }, body },
  );
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ message: expect.any(String), ...Object(expected) });
});

test.each([
  ['/api/v10/users/@me', 27_000_000],
  ['/client/act', 200_000],
  ['/client/stage', 200_000],
])('a body too long for %s is 413, announced or not, and not kept', async (path, size) => {
  const discord = await localDiscord();
  const host = { Host: `127.0.0.1:${portOf(discord)}` };
  const announced = `POST ${path} HTTP/1.1\r\nHost: ${host.Host}\r\nContent-Length: ${size}\r\n\r\n`;
  expect(statusOf(await exchange(discord, announced))).toBe(413);
  const chunk = Buffer.alloc(size, 'x').toString('latin1');
  const unannounced = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host.Host}`,
    'Transfer-Encoding: chunked',
    '',
    size.toString(16),
    chunk,
    '0',
    '',
    '',
  ].join('\r\n');
  const answer = await exchange(discord, unannounced);
  expect(statusOf(answer)).toBe(413);
  expect(answer).toContain('{"message":"Request entity too large","code":40005}');
});

/** Opens the gateway, sends frames after the hello, and resolves with the code it is closed with. */
function closeCode(discord: LocalDiscord, frames: readonly (string | Buffer)[]): Promise<number> {
  const socket = new WebSocket(`${discord.address.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.once('message', () => {
      for (const frame of frames) socket.send(frame, { binary: false });
    });
  });
}

const identify = (token: string, more: object = {}) =>
  JSON.stringify({ op: 2, d: { token, intents: 0, properties: {}, ...more } });

test('a frame of a wrong shape closes its socket with Discord’s code, and nobody else’s', async () => {
  const discord = await localDiscord();
  await readyClient(discord);
  const { token } = discord;
  const cases: readonly (readonly [readonly (string | Buffer)[], number])[] = [
    [['no JSON'], 4002],
    [['null'], 4002],
    [['{"op":"2"}'], 4002],
    [[Buffer.from([0xff, 0xfe])], 4002],
    [[JSON.stringify({ op: 1, d: 'x'.repeat(5000) })], 4002],
    [['{"op":2}'], 4002],
    [['{"op":2,"d":{"token":1}}'], 4002],
    [['{"op":77}'], 4001],
    [['{"op":3,"d":{}}'], 4003],
    [[identify('wrong')], 4004],
    [[identify(token), identify(token)], 4005],
    [['{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}'], 4004],
    [['{"op":6,"d":{}}'], 4002],
    [[identify(token, { shard: [0, 0] })], 4010],
    [[identify(token, { shard: [2, 2] })], 4010],
    [[identify(token, { shard: [-1, 2] })], 4010],
    [[identify(token, { shard: [0.5, 1] })], 4002],
    [[identify(token, { intents: 1 << 30 })], 4013],
    [[identify(token, { intents: -1 })], 4013],
    [['x'.repeat(100_000)], 1009],
  ];
  for (const [frames, code] of cases)
    expect([frames, await closeCode(discord, frames)]).toEqual([frames, code]);
  expect(discord.sessions).toBeGreaterThan(0);
});

test('the local Discord survives any bytes', async () => {
  const discord = await localDiscord();
  const alive = request('GET /', { Host: `127.0.0.1:${portOf(discord)}` });
  const before = fc.constantFrom('', 'GET ', 'POST /api/v10/', 'GET /client/', 'GET /gateway ');
  const bytes = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(before, bytes, async (start, rest) => {
      await exchange(discord, Buffer.concat([Buffer.from(start), rest]));
      expect(statusOf(await exchange(discord, alive))).toBe(404);
    }),
    { numRuns: 300 },
  );
});

test('a client that goes away in the middle of its request leaves nothing behind', async () => {
  const discord = await localDiscord();
  const port = portOf(discord);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const half = `POST /api/v10/users/@me HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\nhalf`;
  await new Promise((resolve) => socket.write(half, resolve));
  socket.resetAndDestroy();
  await readyClient(discord);
  expect(discord.errors).toEqual([]);
});
