/** Applies a fault before or after a request is carried out. */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpFault } from '../exchange.js';
import { messageOf } from '../api-error.js';
import type { FaultQueue } from './faults.js';
import type { HttpAnswer } from './sent.js';

/** Meets a fault that strikes before anything is done; true where there is nothing left to do. */
export async function metBefore(
  faults: FaultQueue,
  fault: HttpFault | undefined,
  outgoing: ServerResponse,
): Promise<boolean> {
  if (fault?.kind === 'delay') await pause(fault.ms);
  if (fault?.kind === 'hang') await faults.hold();
  const over = fault?.kind === 'hang' || (fault?.kind === 'drop' && fault.beforeStoring === true);
  if (!over) return false;
  if (fault.kind === 'drop' && fault.reset === true) outgoing.socket?.resetAndDestroy();
  else outgoing.destroy();
  return true;
}

/** Whether a fault takes the place of carrying the request out. */
export function prevents(fault: HttpFault | undefined): boolean {
  return (fault?.kind === 'status' || fault?.kind === 'raw') && fault.afterStoring !== true;
}

/** What is answered in the end. */
export function afterwards(fault: HttpFault | undefined, sent: HttpAnswer): HttpAnswer {
  if (fault?.kind === 'raw') {
    const { status, contentType = 'text/html', body: text = '', headers } = fault;
    return { status, body: text, text, headers: { 'content-type': contentType, ...headers } };
  }
  if (fault?.kind !== 'status') return sent;
  const { status, code = 0, retryAfter, global = false } = fault;
  const message = fault.message ?? messageOf(code) ?? `${status}: a fault on demand`;
  if (retryAfter === undefined) return { status, body: { code, message } };
  const headers = {
    'retry-after': `${retryAfter}`,
    'x-ratelimit-scope': global ? 'global' : 'shared',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  };
  return { status, headers, body: { code, message, retry_after: retryAfter, global } };
}
