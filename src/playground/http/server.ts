import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange, HttpFault } from '../exchange.js';
import { Failure } from '../failure.js';
import { parseBody, readAll } from './body.js';
import type { FaultQueue } from './faults.js';
import type { RateLimits } from './limits.js';
import { findRoute, type Reply, type Route } from './route.js';

const prefix = '/api/v10';

export interface ServerParts {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly limits: RateLimits;
  readonly faults: FaultQueue;
  readonly onExchange: (exchange: Exchange) => void;
  /** What is not below `/api`: the page. */
  readonly beside: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
}

type Request = Omit<Exchange, 'status' | 'response' | 'at'>;

/** A reply with its headers. */
interface Sent extends Reply {
  readonly headers?: Record<string, string>;
}

/** Discord's REST side: parse, meet faults, count, carry out, answer. */
export function createApi(parts: ServerParts): Server {
  return createServer((incoming, outgoing) => {
    const below = incoming.url?.startsWith('/api/') === true;
    const served = below ? serve(parts, incoming, outgoing) : parts.beside(incoming, outgoing);
    served.catch((error: unknown) => {
      // A fault of the playground itself must be seen by the test that met it, not swallowed.
      const message = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
      if (!outgoing.headersSent) write(outgoing, { status: 500, body: { code: 0, message } });
    });
  });
}

async function serve(parts: ServerParts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const raw = await readAll(incoming);
  const url = new URL(incoming.url ?? '/', 'http://discord.local');
  const path = decodeURIComponent(url.pathname.replace(prefix, ''));
  const method = incoming.method ?? 'GET';
  const fault = parts.faults.take(method, path);
  if (await metBefore(parts, fault, outgoing)) return;
  const { request, sent } = await answer(parts, { incoming, raw, url, path, method, fault });
  const final = afterwards(fault, sent);
  parts.onExchange({ ...request, status: final.status, response: final.body, at: Date.now() });
  if (fault?.kind === 'drop') outgoing.destroy();
  else write(outgoing, final);
}

/** Faults that strike before anything is done; true where there is nothing left to do. */
async function metBefore(
  parts: ServerParts,
  fault: HttpFault | undefined,
  outgoing: ServerResponse,
): Promise<boolean> {
  if (fault?.kind === 'delay') await pause(fault.ms);
  if (fault?.kind === 'hang') await parts.faults.hold();
  const over = fault?.kind === 'hang' || (fault?.kind === 'drop' && fault.beforeStoring === true);
  if (over) outgoing.destroy();
  return over;
}

interface Arrival {
  readonly incoming: IncomingMessage;
  readonly raw: Buffer;
  readonly url: URL;
  readonly path: string;
  readonly method: string;
  readonly fault: HttpFault | undefined;
}

async function answer(parts: ServerParts, arrival: Arrival): Promise<{ request: Request; sent: Sent }> {
  const { incoming, raw, url, path, method } = arrival;
  const match = path.length < url.pathname.length ? findRoute(parts.routes, method, path) : undefined;
  const request: Request = {
    method,
    path,
    route: match?.route.template,
    params: match?.params ?? {},
    query: Object.fromEntries(url.searchParams),
    headers: headersOf(incoming),
    body: undefined,
    files: [],
  };
  try {
    const parsed = await parseBody(raw, incoming.headers['content-type']);
    const full = { ...request, ...parsed };
    return { request: full, sent: carryOut(parts, full, match?.route, arrival.fault) };
  } catch (error) {
    return { request, sent: refusal(error) };
  }
}

function carryOut(
  parts: ServerParts,
  request: Request,
  route: Route | undefined,
  fault: HttpFault | undefined,
): Sent {
  const authorised =
    route?.byInteractionToken === true || request.headers['authorization'] === `Bot ${parts.token}`;
  if (!authorised) return plain(401, '401: Unauthorized');
  if (route === undefined) return plain(404, '404: Not Found');
  if (fault?.kind === 'status' && fault.afterStoring !== true)
    return plain(fault.status, 'a fault on demand');
  const verdict =
    route.byInteractionToken === true ? { headers: {} } : parts.limits.take(bucketOf(route, request));
  if (verdict.refused !== undefined) return limited(verdict.headers, verdict.refused);
  try {
    return { ...route.handle(request), headers: verdict.headers };
  } catch (error) {
    return { ...refusal(error), headers: verdict.headers };
  }
}

function bucketOf(route: Route, request: Request): string | undefined {
  return route.bucket === undefined ? undefined : `${route.bucket}:${request.params['channel_id'] ?? ''}`;
}

function afterwards(fault: HttpFault | undefined, sent: Sent): Sent {
  if (fault?.kind !== 'status') return sent;
  const { status, code = 0, message = `${status}: a fault on demand`, retryAfter } = fault;
  if (retryAfter === undefined) return { status, body: { code, message } };
  const headers = { 'retry-after': `${retryAfter}`, 'x-ratelimit-scope': 'shared' };
  return { status, headers, body: { code, message, retry_after: retryAfter, global: false } };
}

function limited(headers: Record<string, string>, refused: { retryAfter: number; global: boolean }): Sent {
  const body = {
    message: 'You are being rate limited.',
    retry_after: refused.retryAfter,
    global: refused.global,
  };
  return { status: 429, body, headers };
}

function plain(status: number, message: string): Sent {
  return { status, body: { message, code: 0 } };
}

function refusal(error: unknown): Sent {
  if (error instanceof Failure) return { status: error.status, body: error.toJson() };
  throw error;
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(incoming.headers);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function write(outgoing: ServerResponse, sent: Sent): void {
  const text = sent.body === undefined ? '' : JSON.stringify(sent.body);
  const type = text === '' ? {} : { 'content-type': 'application/json' };
  outgoing.writeHead(sent.status, { ...type, ...sent.headers });
  outgoing.end(text);
}
