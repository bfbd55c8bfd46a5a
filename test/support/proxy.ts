/** Stands between a client and the local Discord, as Cloudflare does between a bot and Discord. */
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it answers instead of Discord. */
export interface Instead {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const HTML = { 'content-type': 'text/html; charset=UTF-8' };
export const JSON_TYPE = { 'content-type': 'application/json' };
export const PAGE = '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>';

export interface Front {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  /** How many requests came, and what they asked for. */
  readonly asked: string[];
  /** Answers requests whose method and path match so; null: Discord answers again. */
  instead: { readonly match: RegExp; readonly answer: Instead } | null;
  close(): Promise<void>;
}

/** `answers`: what is answered instead of Discord beside `instead`; null where Discord answers. */
export async function startFront(
  apiUrl: string,
  answers: (method: string, path: string) => Instead | null = () => null,
): Promise<Front> {
  const { hostname, port, pathname } = new URL(apiUrl);
  const asked: string[] = [];
  const front = {
    apiUrl: '',
    asked,
    instead: null as Front['instead'],
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    asked.push(`${method} ${url}`);
    const { instead } = front;
    const own = instead?.match.test(`${method} ${url}`) === true ? instead.answer : answers(method, url);
    if (own !== null) {
      incoming.resume();
      incoming.on('end', () => {
        outgoing.writeHead(own.status, own.headers);
        outgoing.end(own.body);
      });
      return;
    }
    // The local Discord takes its own address as Host only.
    const headers = { ...incoming.headers, host: `${hostname}:${port}` };
    const onward = forward({ hostname, port, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  front.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;
  return front;
}
