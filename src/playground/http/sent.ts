/** Writes an HTTP answer, or an error in Discord's form. */
import type { ServerResponse } from 'node:http';
import type { ApiError } from '../api-error.js';
import type { RouteReply } from './route.js';

/** A reply with its headers. */
export interface HttpAnswer extends RouteReply {
  readonly headers?: Record<string, string>;
  /** Sent as it is instead of the body as JSON. */
  readonly text?: string;
}

/** A refusal that has no code of its own. */
export function plain(status: number, message: string): HttpAnswer {
  return { status, body: { message, code: 0 } };
}

/** An error as Discord would answer it: status, code and message. */
export function ofApiError(error: ApiError): HttpAnswer {
  return { status: error.status, body: error.toJson() };
}

/** Writes the answer and ends the response. */
export function write(outgoing: ServerResponse, sent: HttpAnswer): void {
  const text = sent.text ?? (sent.body === undefined ? '' : JSON.stringify(sent.body));
  const type = text === '' ? {} : { 'content-type': 'application/json' };
  outgoing.writeHead(sent.status, { ...type, ...sent.headers });
  outgoing.end(text);
}
