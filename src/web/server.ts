/** Serves health and metrics over HTTP, for the operator. Survives any bytes and reads no bodies. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Registry } from 'prom-client';
import type { Words } from '../wording/index.js';
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
/** ms. A request has no body and a few headers, so it arrives at once or never. */
const HEADERS_WITHIN_MS = 5000;
const REQUEST_WITHIN_MS = 10_000;
const IDLE_MS = 30_000;
const MOST_CONNECTIONS = 200;
const LARGEST_HEADERS = 8192;
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

/** Answers what is not HTTP with a line where that is still possible, and closes the connection. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, { words }: WebServerOptions): void {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: ${TEXT}\r\n\r\n${words.operator.web.badRequest}\n`,
  );
}

function guarded(server: Server, options: WebServerOptions): Server {
  const { log } = options;
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.keepAliveTimeout = HEADERS_WITHIN_MS;
  server.setTimeout(IDLE_MS, (socket) => socket.destroy());
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('clientError', (error, socket) => {
    if ('setTimeout' in socket) refuse(error, socket as Socket, options);
    else socket.destroy();
  });
  server.on('listening', () =>
    server.on('error', (error) => log.error({ err: error }, 'the server of health and metrics failed')),
  );
  return server;
}

/**
 * Opens the port.
 * @throws EADDRINUSE if the port is taken, EADDRNOTAVAIL if the host is not this machine's.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const settings = { maxHeaderSize: LARGEST_HEADERS, connectionsCheckingInterval: 1000 };
  const server = guarded(
    createServer(settings, (request, response) => {
      request.on('error', () => response.destroy());
      response.on('error', () => response.destroy());
      void serve(request, response, options);
    }),
    options,
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
