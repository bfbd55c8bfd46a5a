import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What stands between the bot and Discord: a status and a body of its own, or null where Discord answers. */
export type Front = (
  method: string,
  path: string,
) => { readonly status: number; readonly type: string; readonly body: string } | null;

/** An address of the API that answers some requests itself, as a proxy or Cloudflare does. Ends with the test. */
export async function inFrontOf(apiUrl: string, front: Front): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const own = front(method, url);
    if (own !== null) {
      incoming.resume();
      outgoing.writeHead(own.status, { 'content-type': own.type }).end(own.body);
      return;
    }
    const behind = request(new URL(url, apiUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    behind.on('error', () => outgoing.destroy());
    incoming.pipe(behind);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/api`;
}
