/** Checks that a request comes from this machine's own page or program, and parses its target. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Names of this machine; any other name in `Host` is a site that had its own name point here (DNS rebinding). */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** What a browser leaves out of `Host`. */
const HTTP_PORT = 80;

/**
 * Whether a request comes from a page of this very address, or from no page at all: programs such as the bot send no
 * `Origin`, and a browser opening the page for somebody sends none either.
 */
export function isOwn({ headers, socket }: IncomingMessage): boolean {
  const { host, origin } = headers;
  const port = socket.localPort ?? HTTP_PORT;
  const named = LOOPBACK.flatMap((name) => (port === HTTP_PORT ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (host === undefined || !named.includes(host)) return false;
  if (origin !== undefined) return origin === `http://${host}`;
  // Pictures and scripts of another site come without an Origin, but a browser says where they are from.
  const site = headers['sec-fetch-site'];
  const opened = headers['sec-fetch-mode'] === 'navigate';
  return opened || site === undefined || site === 'same-origin' || site === 'none';
}

export interface Target {
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a request line asks for; undefined where it is no path, or one with a broken percent sign. */
export function targetOf({ url = '' }: IncomingMessage): Target | undefined {
  const at = url.indexOf('?');
  const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
  if (!path.startsWith('/')) return undefined;
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    return undefined;
  }
}

/** Answers an upgrade that is not taken, and ends its socket. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  // A peer that is gone already is no fault of ours.
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
