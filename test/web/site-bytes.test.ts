/** The port of the public site survives any bytes. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type SiteServer } from '../../src/web/site/serve.js';
import { sendRaw } from './raw.js';
import { publicRecord, type PublicRecord } from './record.js';

let record: PublicRecord;
let server: SiteServer;
const errors: object[] = [];
beforeAll(async () => {
  record = await publicRecord();
  server = await startSite({
    store: record.store,
    pictures: record.pictures,
    now: () => record.now,
    publicUrl: null,
    host: '127.0.0.1',
    port: 0,
    log: { error: (about) => errors.push(about) },
    health: { problems: () => ['The disk\nis full.'] },
  });
});
afterAll(async () => {
  await server.close();
  await record.close();
});

const statusOf = async (bytes: string) =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(await sendRaw(server.port, bytes, false))?.[1]);
const line = (target: string, method = 'GET', more = '') =>
  `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;

describe('the port of the public site', () => {
  it.each([
    ['/', 200],
    ['/s/newsroom', 200],
    ['/s/newsroom/', 404],
    ['//s/newsroom', 404],
    ['/s/%', 404],
    ['/s/%00', 404],
    ['/s/%ED%A0%80', 404],
    ['/s/newsroom%2FU-1', 404],
    ['/s/newsroom/U-1', 200],
    ['/s/newsroom/U-0', 404],
    ['/s/newsroom/U-99999999999999999999', 404],
    ['/s/newsroom/U-1/99999999999999999999', 404],
    ['/s/newsroom/issuer/%00', 404],
    ['/s/newsroom?past=%00&at=9999-99-99&state=x&issuer=%ED%A0%80', 200],
    ['/s/newsroom?at=0000-01-01', 200],
    ['/s/newsroom?at=9999-12-31', 200],
    ['/s/newsroom/U-1?at=0000-01-01', 404],
    ['/s/newsroom?past=9007199254740993.999999999&state=running', 200],
    ['/s/newsroom/log.atom?issuer=%00', 200],
    ['/oembed?url=%', 404],
    ['/api/v1/servers/%', 404],
    ['/api/v1/servers/%00?cursor=%00', 404],
    ['/api/v1/servers?cursor=%00', 200],
    ['/api/v1/servers/newsroom/ultimatums?q=%00&issuer=%ED%A0%80', 200],
    ['/api/v1/servers/newsroom/ultimatums?cursor=999999999&at=0001-01-01', 200],
    ['/api/v1/servers/newsroom/ultimatums?at=0000-01-01', 200],
    ['/api/v1/servers/newsroom/ultimatums?%ED%A0%80=%', 400],
    ['/api/v1/servers/newsroom/deadlines?cursor=9007199254740993.999999999', 200],
    ['/api/v1/servers/newsroom/tags?cursor=%00', 200],
    ['/api/v1/servers/newsroom/ultimatums/U-1/log/99999999999999999999', 404],
    ['/metrics', 404],
    ['/health', 503],
  ])('answers GET %s with %i', async (target, status) => {
    expect(await statusOf(line(target))).toBe(status);
  });

  it.each([
    ['another method', line('/s/newsroom', 'DELETE'), 404],
    ['HEAD', line('/s/newsroom', 'HEAD'), 200],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a strange host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a whole address', line('http://elsewhere/s/newsroom'), 200],
    ['a path that is too long', line(`/${'a'.repeat(20_000)}`), 431],
    ['a body', line('/s/newsroom', 'POST', 'Content-Length: 5\r\n') + 'hello', 404],
    ['a strange condition', line('/s/newsroom', 'GET', 'If-None-Match: ,,W/,"\r\n'), 200],
  ])('answers %s', async (_what, bytes, status) => {
    expect(await statusOf(bytes)).toBe(status);
    expect(await statusOf(line('/s/newsroom'))).toBe(200);
  });

  it('survives clients that leave in the middle', async () => {
    for (const bytes of ['', 'GET', 'GET / HTTP/1.1\r\nHos', line('/s/newsroom').repeat(50)]) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(bytes);
      socket.resetAndDestroy();
    }
    expect(await statusOf(line('/s/newsroom'))).toBe(200);
  });

  it('logs none of it as an error', () => {
    expect(errors).toEqual([]);
  });
});
