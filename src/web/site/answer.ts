/** Turns a finished page into the answer to a request: headers, conditional requests, compression. */
import type { Finished } from './cache.js';

/** s. Whatever is taken back is gone from every cache after that. */
const FRESH_S = 60;

/** Nothing runs or loads but our own script and stylesheet; data blocks never run. */
const policy = (frames: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ].join('; ');
const CLOSED = policy("'none'");
const FRAMED = policy('*');

/** The headers of every answer. An address can be a secret, so it is not told to the pages that are linked. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'interest-cohort=()',
};

/** What a request says about the answer it takes. */
interface RequestHeaders {
  readonly header: (name: string) => string | undefined;
}

const matches = (condition: string | undefined, tag: string): boolean =>
  condition !== undefined &&
  condition.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);

const digestField = (digest: string): string => `sha-256=:${digest}:`;

/** Lets scripts of other sites read an answer and what its headers say of it, also where it has not changed. */
function openTo(headers: Headers, digest: string): void {
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', 'etag, last-modified, content-digest, repr-digest');
  headers.set('repr-digest', digestField(digest));
}

/**
 * The answer with a page. `changed` is when the record last changed, ms UTC; readers are told, but only the tag of the
 * bytes decides whether a page is current: relative times change without the record.
 */
export function answerWith(page: Finished, { header }: RequestHeaders, changed: number | null): Response {
  const { status, type, etag, framed, indexed, open } = page;
  const zip = open !== true && type !== 'image/png' && /\bgzip\b/.test(header('accept-encoding') ?? '');
  const tag = zip ? `"${etag}-gz"` : `"${etag}"`;
  const headers = new Headers({
    ...COMMON_HEADERS,
    'content-security-policy': framed === true ? FRAMED : CLOSED,
    'cache-control': status === 503 ? 'no-store' : `public, max-age=${FRESH_S}`,
    vary: 'accept-encoding',
    etag: tag,
  });
  if (open === true) openTo(headers, page.digest);
  if (!indexed) headers.set('x-robots-tag', 'noindex');
  if (page.next !== undefined) headers.set('link', `<${page.next}>; rel="next"`);
  if (changed !== null) headers.set('last-modified', new Date(changed).toUTCString());
  if (status === 200 && matches(header('if-none-match'), tag))
    return new Response(null, { status: 304, headers });
  headers.set('content-type', type);
  if (open === true) headers.set('content-digest', digestField(page.digest));
  if (zip) headers.set('content-encoding', 'gzip');
  const bytes = zip ? page.zipped() : page.bytes;
  headers.set('content-length', String(bytes.length));
  return new Response(new Uint8Array(bytes), { status, headers });
}
