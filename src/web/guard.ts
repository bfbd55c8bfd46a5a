/** Settings of an HTTP server that is open to anybody: it survives any bytes, and nobody holds it up. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** ms. A request has no body and a few headers, so it arrives at once or never. */
const HEADERS_WITHIN_MS = 5000;
const REQUEST_WITHIN_MS = 10_000;
const IDLE_MS = 30_000;
const LARGEST_HEADERS = 8192;

/** What Node's `createServer` takes. */
export const SERVER_SETTINGS = { maxHeaderSize: LARGEST_HEADERS, connectionsCheckingInterval: 1000 };

interface GuardOptions {
  readonly connections: number;
  /** What is answered, as a line of text, to what is not HTTP. */
  readonly badRequest: string;
  readonly failed: (error: Error) => void;
}

/** Answers what is not HTTP with a line where that is still possible, and closes the connection. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, badRequest: string): void {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const type = 'text/plain; charset=utf-8';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: ${type}\r\n\r\n${badRequest}\n`);
}

/** Limits what one client can hold, and hears every error of the server and its connections. */
export function guarded(server: Server, { connections, badRequest, failed }: GuardOptions): Server {
  server.maxConnections = connections;
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.keepAliveTimeout = HEADERS_WITHIN_MS;
  server.setTimeout(IDLE_MS, (socket) => socket.destroy());
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('clientError', (error, socket) => {
    if ('setTimeout' in socket) refuse(error, socket as Socket, badRequest);
    else socket.destroy();
  });
  server.on('listening', () => server.on('error', failed));
  return server;
}
