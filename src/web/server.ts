import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface WindowOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly metrics: Pick<Registry, 'metrics' | 'contentType'>;
  /** Whether the bot does its work; a reason where it does not. */
  readonly health: () => string | null;
  readonly log: { error(about: object, message: string): void };
}

export interface Window {
  readonly port: number;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

const TEXT = 'text/plain; charset=utf-8';

async function route(
  path: string,
  response: ServerResponse,
  { metrics, health }: WindowOptions,
): Promise<void> {
  if (path === '/health') {
    const trouble = health();
    return answer(response, trouble === null ? 200 : 503, TEXT, `${trouble ?? 'ok'}\n`);
  }
  if (path === '/metrics') return answer(response, 200, metrics.contentType, await metrics.metrics());
  return answer(response, 404, TEXT, 'There is /health and /metrics.\n');
}

/**
 * Health and metrics over HTTP, for whoever hosts the bot.
 * @throws EADDRINUSE where the port is taken.
 */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://window');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, TEXT, 'Only GET.\n');
    route(pathname, response, options).catch((error: unknown) => {
      options.log.error({ err: error, path: pathname }, 'the window could not answer');
      answer(response, 500, TEXT, 'Something went wrong; the log has it.\n');
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
