/** Discord, and whatever stands before it, closes connections that were kept open: nobody is to lose an answer by that. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { Answer } from '../../src/discord/answer.js';
import { retryingRest, type RestClient } from '../../src/discord/rest-client.js';

interface Closing {
  readonly rest: RestClient;
  /** The methods and paths of all requests that came, those too whose connection was closed. */
  readonly asked: string[];
  /** Closes all connections when a request comes that matches, so many times. */
  readonly closeAt: (match: RegExp, times: number) => void;
}

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

/** An HTTP server that answers with an empty object, and a client with eight open connections to it. */
async function closing(): Promise<Closing> {
  const asked: string[] = [];
  let [closes, left] = [/^$/, 0];
  let met = (): void => undefined;
  const together = new Promise<void>((resolve) => (met = resolve));
  server = createServer((incoming, outgoing) => {
    const what = `${incoming.method} ${incoming.url?.replace('/v10', '')}`;
    asked.push(what);
    incoming.resume().on('end', () => {
      if (closes.test(what) && left > 0) {
        left -= 1;
        server.closeAllConnections();
        return;
      }
      const answered = () => outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      if (!what.includes('/meet/')) return void answered();
      if (asked.length === 8) met();
      void together.then(answered);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const rest = retryingRest({
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'x',
    requestsPerSecond: 0,
  });
  await Promise.all(Array.from({ length: 8 }, (_, index) => rest.get(`/meet/${index}`)));
  asked.length = 0;
  const closeAt = (match: RegExp, times: number) => void ([closes, left] = [match, times]);
  return { rest, asked, closeAt };
}

const to = { id: '1', token: 't', application: '2', replaceable: false, v2: false };

it.each(['get', 'put', 'patch', 'delete'] as const)(
  'repeats a %s, which does the same when it is done twice',
  async (method) => {
    const { rest, asked, closeAt } = await closing();
    closeAt(/thing/, 2);
    await expect(rest[method]('/thing')).resolves.toBeDefined();
    expect(asked).toHaveLength(3);
  },
);

it('leaves a post alone, which would be there twice', async () => {
  const { rest, asked, closeAt } = await closing();
  closeAt(/thing/, 1);
  await expect(rest.post('/thing')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(asked).toEqual(['POST /thing']);
});

it('repeats the first answer to an interaction, of which Discord takes one', async () => {
  const { rest, asked, closeAt } = await closing();
  closeAt(/callback/, 2);
  const answer = new Answer(rest, to);
  await answer.message({ content: 'done' });
  expect([answer.answered, asked]).toEqual([true, Array(3).fill('POST /interactions/1/t/callback')]);
});

it('repeats the answer that follows a deferral', async () => {
  const { rest, asked, closeAt } = await closing();
  const answer = new Answer(rest, to);
  await answer.defer();
  closeAt(/%40original/, 1);
  await answer.message({ content: 'done' });
  expect(answer.answered).toBe(true);
  expect(asked.slice(1)).toEqual(Array(2).fill('PATCH /webhooks/2/t/messages/%40original'));
});

it('gives up where every connection is closed', async () => {
  const { rest, asked, closeAt } = await closing();
  closeAt(/thing/, 99);
  await expect(rest.get('/thing')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(asked.length).toBeLessThan(10);
});
