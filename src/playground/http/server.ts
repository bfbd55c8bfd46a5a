/** The HTTP server of the local Discord: parse, apply faults, count, carry out, answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Exchange } from '../exchange.js';
import { ApiError } from '../api-error.js';
import { answer, PREFIX, type ApiParts } from './api.js';
import { readAll } from './body.js';
import { isOwn, refuseUpgrade, targetOf, type Target } from './guard.js';
import { afterwards, metBefore } from './meet.js';
import { ofApiError, plain, write, type HttpAnswer } from './sent.js';

/** More than the largest upload of a bot without a boosted server, 10 MiB a file, that this project could need. */
const MAX_BODY = 26_000_000;
/** How long a client that sends too much may go on before its socket is closed, ms. */
const DRAIN_MS = 500;

type TakeSocket = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface ServerParts extends ApiParts {
  readonly onExchange: (exchange: Exchange) => void;
  /** A fault of this Discord itself; the client hears 500 and nothing else. */
  readonly onError: (error: unknown) => void;
  /** Who takes a socket that is upgraded at a path, if anybody. */
  readonly upgrade: (target: Target) => TakeSocket | undefined;
  /** What is not below `/api`: the page. */
  readonly beside: (incoming: IncomingMessage, outgoing: ServerResponse, target: Target) => Promise<void>;
}

/** Discord's REST side: parse, meet faults, count, carry out, answer. No bytes end it. */
export function createApi(parts: ServerParts): Server {
  const server = createServer((incoming, outgoing) => {
    for (const stream of [incoming, outgoing]) stream.on('error', () => outgoing.destroy());
    serve(parts, incoming, outgoing).catch((error: unknown) => failed(parts, incoming, outgoing, error));
  });
  server.on('error', parts.onError);
  // Nobody is asked to send a body before it is known where they are from.
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (isOwn(incoming)) outgoing.writeContinue();
    server.emit('request', incoming, outgoing);
  });
  server.on('connect', (incoming, socket) => {
    refuseUpgrade(socket, isOwn(incoming) ? '404 Not Found' : '403 Forbidden');
  });
  server.on('upgrade', (incoming, socket, head) => {
    const target = targetOf(incoming);
    const take = target === undefined ? undefined : parts.upgrade(target);
    if (!isOwn(incoming)) refuseUpgrade(socket, '403 Forbidden');
    else if (target === undefined || take === undefined) refuseUpgrade(socket, '404 Not Found');
    else take(incoming, socket, head);
  });
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) socket.destroy();
    else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

async function serve(parts: ServerParts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // Before anything is read: a page of another site learns nothing, not even what is there.
  if (!isOwn(incoming)) return refuse(incoming, outgoing, plain(403, '403: Forbidden'));
  const target = targetOf(incoming);
  if (target === undefined) return refuse(incoming, outgoing, plain(400, '400: Bad Request'));
  if (target.path.startsWith('/api/')) return serveApi(parts, target, incoming, outgoing);
  return parts.beside(incoming, outgoing, target);
}

async function serveApi(
  parts: ServerParts,
  target: Target,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const raw = await readAll(incoming, MAX_BODY);
  const path = target.path.replace(PREFIX, '');
  const method = incoming.method ?? 'GET';
  const fault = parts.faults.take(method, path);
  if (await metBefore(parts.faults, fault, outgoing)) return;
  const { request, sent } = await answer(parts, { incoming, raw, target, path, method, fault });
  const final = afterwards(fault, sent);
  parts.onExchange({ ...request, status: final.status, response: final.body, at: Date.now() });
  if (fault?.kind !== 'drop') write(outgoing, final);
  else if (fault.reset === true) incoming.socket.resetAndDestroy();
  else outgoing.destroy();
}

/** Answers what went wrong: a refusal in Discord's words, or a fault of this Discord, of which nothing is told. */
function failed(
  parts: ServerParts,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  error: unknown,
): void {
  // A client that went away in the middle is not waiting for an answer.
  if (outgoing.destroyed || outgoing.headersSent) return void outgoing.destroy();
  if (error instanceof ApiError) return refuse(incoming, outgoing, ofApiError(error));
  parts.onError(error);
  refuse(incoming, outgoing, plain(500, '500: Internal Server Error'));
}

/** Answers a request that was not read to its end: what still comes is thrown away, for a moment. */
function refuse(incoming: IncomingMessage, outgoing: ServerResponse, sent: HttpAnswer): void {
  write(outgoing, { ...sent, headers: { ...sent.headers, connection: 'close' } });
  if (incoming.complete) return;
  incoming.resume();
  const { socket } = incoming;
  const over = setTimeout(() => socket.destroy(), DRAIN_MS);
  over.unref();
  socket.once('close', () => clearTimeout(over));
}
