/** Finds the route of a request, reads its body and calls the handler. */
import type { IncomingMessage } from 'node:http';
import type { Exchange, HttpFault } from '../exchange.js';
import { ApiError } from '../api-error.js';
import { parseBody } from './body.js';
import type { FaultQueue } from './faults.js';
import type { Target } from './guard.js';
import type { RateLimits } from './limits.js';
import { prevents } from './meet.js';
import { findRoute, type Route } from './route.js';
import { ofApiError, plain, type HttpAnswer } from './sent.js';

export const PREFIX = '/api/v10';

export interface ApiParts {
  readonly token: () => string;
  readonly routes: readonly Route[];
  readonly limits: RateLimits;
  readonly faults: FaultQueue;
}

type ApiRequest = Omit<Exchange, 'status' | 'response' | 'at'>;

interface Arrival {
  readonly incoming: IncomingMessage;
  readonly raw: Buffer;
  readonly target: Target;
  readonly path: string;
  readonly method: string;
  readonly fault: HttpFault | undefined;
}

/** Finds what a request is for, reads its body and carries it out. */
export async function answer(
  parts: ApiParts,
  arrival: Arrival,
): Promise<{ request: ApiRequest; sent: HttpAnswer }> {
  const { incoming, raw, target, path, method } = arrival;
  const match = target.path.startsWith(`${PREFIX}/`) ? findRoute(parts.routes, method, path) : undefined;
  const request: ApiRequest = {
    method,
    path,
    route: match?.route.template,
    params: match?.params ?? {},
    query: Object.fromEntries(target.query),
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
  parts: ApiParts,
  request: ApiRequest,
  route: Route | undefined,
  fault: HttpFault | undefined,
): HttpAnswer {
  const authorised =
    route?.byInteractionToken === true || request.headers['authorization'] === `Bot ${parts.token()}`;
  if (!authorised) return plain(401, '401: Unauthorized');
  if (route === undefined) return plain(404, '404: Not Found');
  // The fault is the answer; it is put in place of this one.
  if (prevents(fault)) return { status: 200 };
  const verdict =
    route.byInteractionToken === true ? { headers: {} } : parts.limits.take(bucketOf(route, request));
  if (verdict.refused !== undefined) return limited(verdict.headers, verdict.refused);
  try {
    return { ...route.handle(request), headers: verdict.headers };
  } catch (error) {
    return { ...refusal(error), headers: verdict.headers };
  }
}

function bucketOf(route: Route, request: ApiRequest): string | undefined {
  return route.bucket === undefined ? undefined : `${route.bucket}:${request.params['channel_id'] ?? ''}`;
}

function limited(
  headers: Record<string, string>,
  refused: { retryAfter: number; global: boolean },
): HttpAnswer {
  const body = {
    message: 'You are being rate limited.',
    retry_after: refused.retryAfter,
    global: refused.global,
  };
  return { status: 429, body, headers };
}

function refusal(error: unknown): HttpAnswer {
  if (error instanceof ApiError) return ofApiError(error);
  throw error;
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(incoming.headers);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
