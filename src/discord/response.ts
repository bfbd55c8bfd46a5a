/** What comes back from Discord, told apart from what something between it and us answers in its place. */
import { DefaultRestOptions, DiscordAPIError, type RESTOptions, type ResponseLike } from 'discord.js';

/**
 * An answer that did not come from Discord: a page of a proxy or of Cloudflare, a text that was cut off, JSON without
 * Discord's code, a success without the thing that was made. It says nothing about the channel or the token.
 */
export class NotFromDiscord extends Error {
  readonly status: number;
  /** For how long the answer asks us to wait, ms; null where it does not say. */
  readonly retryAfter: number | null;

  /** What was asked for; empty where that is not known. */
  readonly method: string;
  readonly url: string;

  constructor(status: number, retryAfter: number | null = null, asked = { method: '', url: '' }) {
    super(`the answer (${status}) did not come from Discord`);
    this.name = 'NotFromDiscord';
    this.status = status;
    this.retryAfter = retryAfter;
    this.method = asked.method;
    this.url = asked.url;
  }
}

type Request = RESTOptions['makeRequest'];

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Every error of Discord carries a code; a rate limit carries at least its pause. */
function isDiscordsError(status: number, json: unknown): boolean {
  if (!isRecord(json)) return false;
  return typeof json.code === 'number' || (status === 429 && typeof json.retry_after === 'number');
}

function isDiscords({ status }: ResponseLike, text: string, json: unknown): boolean {
  if (status >= 400) return isDiscordsError(status, json);
  // Discord redirects nobody, and an answer without content is one to a request that asks for none.
  return status < 300 && (text === '' || json !== undefined);
}

function jsonIn({ headers }: ResponseLike, text: string): unknown {
  if (headers.get('content-type')?.startsWith('application/json') !== true) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function retryAfterIn({ headers }: ResponseLike): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

export interface Checking {
  /** Told the status of every answer. */
  readonly answered?: ((status: number) => void) | undefined;
  /** Whether discord.js repeats a request that was answered with a 5xx: then such an answer is left to it. */
  readonly repeats: boolean;
}

/**
 * A `makeRequest` for discord.js that lets only Discord's own answers through. It reads them whole, so that the time-out
 * of discord.js holds for the body as well. @throws NotFromDiscord for every other answer
 */
export function checkedRequest(
  { answered, repeats }: Checking,
  request: Request = DefaultRestOptions.makeRequest,
): Request {
  return async (url, init) => {
    const response = await request(url, init);
    const { status, statusText, ok, headers } = response;
    answered?.(status);
    const text = await response.text();
    const json = jsonIn(response, text);
    const leftToDiscordJs = repeats && status >= 500;
    if (!leftToDiscordJs && !isDiscords(response, text, json))
      throw new NotFromDiscord(status, retryAfterIn(response), { method: init.method ?? 'GET', url });
    const bytes = () => new TextEncoder().encode(text).buffer;
    return {
      status,
      statusText,
      ok,
      headers,
      body: null,
      bodyUsed: true,
      text: () => Promise.resolve(text),
      json: () => Promise.resolve(json),
      arrayBuffer: () => Promise.resolve(bytes()),
    };
  };
}

/** The id of the message that an answer holds. @throws NotFromDiscord where it holds none: nothing is known to be sent */
export function messageIdIn(answer: unknown): string {
  if (isRecord(answer) && typeof answer.id === 'string' && answer.id !== '') return answer.id;
  throw new NotFromDiscord(200);
}

/** An edit that Discord has made. @throws NotFromDiscord where something else came */
export function edited(answer: unknown): void {
  if (!isRecord(answer) || answer instanceof ArrayBuffer) throw new NotFromDiscord(200);
}

/** A list that was asked for. @throws NotFromDiscord where something else came */
export function listIn(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  throw new NotFromDiscord(200);
}

/** Discord's code of a refusal; null for every other error, also where the answer was not Discord's. */
export function codeOf(error: unknown): number | null {
  if (!(error instanceof DiscordAPIError)) return null;
  return typeof error.code === 'number' ? error.code : null;
}
