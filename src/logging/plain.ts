/** Turns what is logged into plain JSON values: errors reduced, bytes counted, contents left out, all of it bounded. */
import { routeOf } from '../discord/route.js';
import { unquotedMessage } from '../domain/error-message.js';

const DEEPEST = 6;
const MOST_ITEMS = 50;
const LONGEST = 2000;
const MOST_FRAMES = 12;

/** What these keys hold was written by members, or opens something. */
const KEPT_BACK =
  /token|authori[sz]ation|password|secret|cookie|^(?:requestBody|rawError|files?|attachments?|body|json|content|embeds|components|options|data|input|parameters|detail|where)$/i;

const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

/** Discord names the fields it refuses with a code each; what it says about their values may quote them. */
function withoutValues(message: string): string {
  const [head = '', ...fields] = message.split('\n');
  const named = fields.flatMap((field) => /^[\w.[\]-]+\[[A-Z\d_]+\](?=:)/.exec(field)?.[0] ?? []);
  return [head, ...named].join('\n');
}

function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return frames.length === 0 ? undefined : frames.slice(0, MOST_FRAMES).join('\n');
}

const simple = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;

/** What is known of a failed request of discord.js; of no other error. */
function requestOf(error: Error) {
  const { method, url, status } = error as { method?: unknown; url?: unknown; status?: unknown };
  if (typeof method !== 'string' || typeof url !== 'string') return null;
  return { status: simple(status), method, route: routeOf(url) };
}

function reduced(error: Error, deep: number): Record<string, unknown> {
  const request = requestOf(error);
  const { code, retryAfter } = error as { code?: unknown; retryAfter?: unknown };
  const message = request === null ? unquotedMessage(error.message) : withoutValues(error.message);
  const shared = {
    // DiscordAPIError[50035]: the code has a field of its own.
    type: error.name.replace(/\[.*$/, ''),
    message: cut(message),
    code: simple(code),
    cause: error.cause === undefined ? undefined : plain(error.cause, deep + 1),
    errors: error instanceof AggregateError ? plain(error.errors, deep + 1) : undefined,
  };
  return request === null
    ? { ...shared, stack: framesOf(error) }
    : { ...shared, ...request, retryAfter: simple(retryAfter) };
}

function listed(object: object, deep: number): Record<string, unknown> {
  const fields = Object.entries(object).slice(0, MOST_ITEMS);
  return Object.fromEntries(
    fields.map(([key, value]) => [key, KEPT_BACK.test(key) ? '[left out]' : plain(value, deep + 1)]),
  );
}

function plainObject(value: object, deep: number): unknown {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (deep > DEEPEST) return '[deeper]';
  if (value instanceof Error) return reduced(value, deep);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof URL) return cut(value.href);
  if (value instanceof Map || value instanceof Set) return `[${value.size} items]`;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one) => plain(one, deep + 1));
  return listed(value, deep);
}

/** Returns `value` as something that JSON can hold. Never throws, and ends on circles. */
export function plain(value: unknown, deep = 0): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  try {
    return plainObject(value, deep);
  } catch {
    // A getter that throws.
    return '[unreadable]';
  }
}
