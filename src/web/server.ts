/** Serves health and metrics over HTTP, for the operator. Survives any bytes and reads no bodies. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Words } from '../wording/index.js';
import { guarded, SERVER_SETTINGS } from './guard.js';
import type { HealthSource } from './health.js';

export interface WebServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<Registry, 'metrics' | 'contentType'>;
  readonly health: HealthSource;
  readonly log: { error(about: object, message: string): void };
  readonly words: Words;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

const TEXT = 'text/plain; charset=utf-8';
const MOST_CONNECTIONS = 200;
/**
 * The Host header is not checked: a reverse proxy may pass on any name, and nothing here is secret or can be changed.
 * Pages of other origins may not embed or read the answers.
 */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

interface WebAnswer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** The path of a request line: `/health`, or `http://host/health` from a proxy; null where it is neither. */
function pathOf(target: string | undefined): string | null {
  if (target === undefined || !URL.canParse(target, 'http://localhost')) return null;
  const { protocol, pathname } = new URL(target, 'http://localhost');
  return protocol === 'http:' || protocol === 'https:' ? pathname : null;
}

async function route(
  request: IncomingMessage,
  { metrics, health, words }: WebServerOptions,
): Promise<WebAnswer> {
  const { web } = words.operator;
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, body: `${web.onlyGet}\n` };
  const path = pathOf(request.url);
  if (path === null) return { status: 400, body: `${web.badPath}\n` };
  if (path === '/health') {
    const problems = await health.problems();
    if (problems.length === 0) return { status: 200, body: 'ok\n' };
    return {
      status: 503,
      body: `${problems.map((problem) => problem.replaceAll(/\s+/g, ' ')).join('\n')}\n`,
    };
  }
  if (path === '/metrics') return { status: 200, body: await metrics.metrics(), type: metrics.contentType };
  return { status: 404, body: `${web.unknownPath}\n` };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Answers one request; never throws. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebServerOptions,
): Promise<void> {
  try {
    const { status, body, type = TEXT } = await route(request, options);
    // Bodies are not read: the connection closes after the answer instead.
    const last = hasBody(request) ? { connection: 'close' } : {};
    const allowed = status === 405 ? { allow: 'GET, HEAD' } : {};
    const about = { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { ...HEADERS, ...allowed, ...last, ...about });
    response.end(body);
  } catch (error) {
    options.log.error({ err: error }, 'health and metrics could not answer');
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(500, { ...HEADERS, 'content-type': TEXT })
        .end(`${options.words.operator.web.failed}\n`);
  }
}

/**
 * Opens the port.
 * @throws EADDRINUSE if the port is taken, EADDRNOTAVAIL if the host is not this machine's.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { log, words } = options;
  const server = guarded(
    createServer(SERVER_SETTINGS, (request, response) => {
      request.on('error', () => response.destroy());
      response.on('error', () => response.destroy());
      void serve(request, response, options);
    }),
    {
      connections: MOST_CONNECTIONS,
      badRequest: words.operator.web.badRequest,
      failed: (error) => log.error({ err: error }, 'the server of health and metrics failed'),
    },
  );
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
