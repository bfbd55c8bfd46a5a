import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebServer, type WebServer } from '../../src/web/server.js';
import { english } from '../../src/wording/index.js';
import { sendRaw } from './raw.js';

const METRICS = 'text/plain; version=0.0.4; charset=utf-8';

let server: WebServer;
let problems: readonly string[] = [];
const errors: object[] = [];
beforeAll(async () => {
  server = await startWebServer({
    words: english,
    host: '127.0.0.1',
    port: 0,
    metrics: {
      metrics: () => Promise.resolve('ok 1\n'),
      contentType: METRICS,
    },
    health: { problems: () => problems },
    log: { error: (about) => errors.push(about) },
  });
});
afterAll(() => server.close());

const statusOf = async (bytes: string) =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(await sendRaw(server.port, bytes))?.[1]);
const line = (target: string, method = 'GET') => `${method} ${target} HTTP/1.1\r\nHost: x\r\n\r\n`;

describe('the health port', () => {
  it.each([
    ['//', 400],
    ['http://[', 400],
    ['/%', 404],
    ['%', 400],
    ['/health%00', 404],
    ['/../../health', 200],
    ['http://elsewhere/health', 200],
    ['ftp://elsewhere/health', 400],
    ['/health?x=%zz#y', 200],
  ])('answers GET %s with a status', async (target, status) => {
    expect(await statusOf(line(target))).toBe(status);
    expect(await statusOf(line('/health'))).toBe(200);
  });

  it.each([
    ['another method', line('/health', 'DELETE'), 405],
    ['OPTIONS *', line('*', 'OPTIONS'), 405],
    ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
    [
      'a chunk that is none',
      'POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['two lengths', 'GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    [
      'an upgrade',
      'GET /health HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
      200,
    ],
    ['a long path', line(`/${'a'.repeat(7000)}`), 404],
    ['a path that is too long', line(`/${'a'.repeat(20_000)}`), 431],
    ['an expectation', 'GET /health HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\n\r\n', 417],
  ])('answers %s with a status', async (_what, bytes, status) => {
    expect(await statusOf(bytes)).toBe(status);
    expect(await statusOf(line('/health'))).toBe(200);
  });

  it('reads no body: it answers, and the connection ends', async () => {
    const body = 'x'.repeat(1_000_000);
    const head = `GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`;
    const answer = await sendRaw(server.port, head, false);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).toMatch(/connection: close/i);
    await sendRaw(server.port, head + body);
    expect(await statusOf(line('/health'))).toBe(200);
  });

  it('survives clients that leave in the middle of a request or of its answer', async () => {
    for (const bytes of ['', 'GET', 'GET /health HTTP/1.1\r\nHos', line('/metrics').repeat(50)]) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(bytes);
      socket.resetAndDestroy();
    }
    expect(await statusOf(line('/health'))).toBe(200);
  });

  it('reports each problem on its own line', async () => {
    problems = ['Not connected to Discord.', 'The disk\nis full.'];
    const answer = await sendRaw(server.port, line('/health'));
    problems = [];
    expect(answer).toMatch(/^HTTP\/1\.1 503/);
    expect(answer).toMatch(/Not connected to Discord\.\nThe disk is full\.\n/);
  });

  it('can’t be read or embedded by another origin, and answers any host name', async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`, {
      headers: { origin: 'https://evil.example', host: 'bot.example' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers 500 if the metrics fail, and goes on', async () => {
    const broken = await startWebServer({
      words: english,
      host: '127.0.0.1',
      port: 0,
      metrics: { metrics: () => Promise.reject(new Error('away')), contentType: METRICS },
      health: { problems: () => [] },
      log: { error: (about) => errors.push(about) },
    });
    expect(await sendRaw(broken.port, line('/metrics'))).toMatch(/^HTTP\/1\.1 500/);
    expect(await sendRaw(broken.port, line('/health'))).toMatch(/^HTTP\/1\.1 200/);
    await broken.close();
    expect(errors).toMatchObject([{ err: { message: 'away' } }]);
  });
});
