/** Takes interactions that Discord sends over HTTP: checks the signature, answers PING, hands everything else over. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { english } from '../wording/index.js';

/** What became of an interaction; `not-ready`: nobody answers yet. */
type Receipt = 'taken' | 'taken-before' | 'unreadable' | 'not-ready';

export interface InteractionsOptions {
  /** Of the application, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Answers an interaction, unless it was taken before. */
  readonly receive: (payload: unknown) => Promise<Receipt>;
}

/** A form with everything that its limits allow is a tenth of this, in bytes. */
const LARGEST = 256 * 1024;
/** What stands before the bytes of a key in the form that Node reads (SPKI). */
const ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE = /^[\da-f]{128}$/i;
const TIMESTAMP = /^\d{1,20}$/;

const PING = 1;
const PONG = { type: 1 };

/** Discord answers people itself once it has 202; every other status is a failure to it. */
const STATUS: Readonly<Record<Receipt, 202 | 400 | 409 | 503>> = {
  taken: 202,
  'taken-before': 409,
  unreadable: 400,
  'not-ready': 503,
};

const keyOf = (publicKey: string) =>
  createPublicKey({
    key: Buffer.concat([ED25519, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });

/** Whether the owner of the key has signed this body. A replay is signed as well: it is known by the interaction's id. */
function isSigned(c: Context, body: Buffer, key: KeyObject): boolean {
  const signature = c.req.header('x-signature-ed25519') ?? '';
  const timestamp = c.req.header('x-signature-timestamp') ?? '';
  if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}

/** The JSON of a body; undefined where it is none. */
function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const isPing = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && 'type' in payload && payload.type === PING;

/** Adds `POST /interactions`, the address that an application gives Discord as its Interactions Endpoint URL. */
export function addInteractions(app: Hono, { publicKey, receive }: InteractionsOptions): void {
  const key = keyOf(publicKey);
  const { badSignature, tooLarge } = english.operator.web;
  const limit = bodyLimit({ maxSize: LARGEST, onError: (c) => c.text(`${tooLarge}\n`, 413) });
  app.post('/interactions', limit, async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    if (!isSigned(c, body, key)) return c.text(`${badSignature}\n`, 401);
    const payload = jsonOf(body);
    if (isPing(payload)) return c.json(PONG);
    return c.body(null, STATUS[await receive(payload)]);
  });
}
