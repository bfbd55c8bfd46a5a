import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWebServer, type WebServer } from '../../src/web/server.js';
import { english } from '../../src/wording/index.js';
import { startSite, type SiteServer } from '../../src/web/site/serve.js';
import { sendRaw } from '../web/raw.js';
import { publicRecord, type PublicRecord } from '../web/record.js';
import { fuzzRuns } from './runs.js';

let server: WebServer;
let site: SiteServer;
let record: PublicRecord;
beforeAll(async () => {
  server = await startWebServer({
    words: english,
    host: '127.0.0.1',
    port: 0,
    metrics: {
      metrics: () => Promise.resolve('ok 1\n'),
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
    },
    health: { problems: () => [] },
    log: { error: () => undefined },
  });
  record = await publicRecord();
  site = await startSite({
    store: record.store,
    pictures: record.pictures,
    now: () => record.now,
    publicUrl: null,
    host: '127.0.0.1',
    port: 0,
    health: { problems: () => [] },
    log: { error: () => undefined },
  });
});
afterAll(async () => {
  await server.close();
  await site.close();
  await record.close();
});

const token = fc.oneof(
  fc.constantFrom(
    'GET',
    'HEAD',
    'POST',
    'CONNECT',
    'OPTIONS',
    'PRI',
    '/',
    '//',
    '/health',
    '/metrics',
    '/s/newsroom',
    '/s/newsroom/U-1?at=',
    '*',
    '%',
  ),
  fc.constantFrom(
    'http://[',
    'http://x/health',
    ' ',
    '\t',
    '\r\n',
    '\n',
    '\0',
    ':',
    'HTTP/1.1',
    'HTTP/2.0',
    'HTTP/9',
  ),
  fc.constantFrom(
    'Host: x',
    'Content-Length: 5',
    'Content-Length: -1',
    'Transfer-Encoding: chunked',
    '5\r\nabcde',
  ),
  fc.constantFrom(
    'Upgrade: h2c',
    'Connection: upgrade',
    'Expect: 100-continue',
    'Origin: null',
    `X: ${'y'.repeat(9000)}`,
  ),
  fc.webUrl(),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const almostHttp = fc.array(token, { maxLength: 25 }).map((parts) => Buffer.from(parts.join(''), 'utf8'));
const request = fc
  .tuple(token, token, fc.array(token, { maxLength: 4 }), token)
  .map(([method, target, headers, body]) =>
    Buffer.from(`${method} ${target} HTTP/1.1\r\nHost: x\r\n${headers.join('\r\n')}\r\n\r\n${body}`, 'utf8'),
  );
const bytes = fc.uint8Array({ maxLength: 400 }).map((given) => Buffer.from(given));

const portOf = (which: 'health port' | 'public site') => (which === 'health port' ? server : site).port;

it.each(['health port', 'public site'] as const)(
  'the %s survives any bytes and answers the next request',
  { timeout: 3_600_000 },
  async (which) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(request, almostHttp, bytes), { minLength: 1, maxLength: 3 }),
        async (sent) => {
          await sendRaw(portOf(which), Buffer.concat(sent));
          const next = await sendRaw(
            portOf(which),
            'GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
          );
          expect(next).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nok\n$/);
        },
      ),
      fuzzRuns(600),
    );
  },
);
