/** What a route is, and how a path is matched to one. */
import type { UploadedFile } from '../exchange.js';

/** A request as a handler sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface RouteReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Discord writes it: `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** Interaction answers carry their own token and count against no limit of the bot. */
  readonly byInteractionToken?: boolean;
  /** The messages of a channel share a bucket of this name. */
  readonly bucket?: 'send' | 'edit' | 'publish';
  readonly handle: (call: Call) => RouteReply;
}

export const ok = (body: unknown): RouteReply => ({ status: 200, body });
export const noContent: RouteReply = { status: 204 };

export interface RouteMatch {
  readonly route: Route;
  readonly params: Record<string, string>;
}

/** The route of a path. A literal segment is preferred to a placeholder (`@me` to an id). */
export function findRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const matches = routes
    .filter((route) => route.method === method)
    .flatMap((route) => {
      const params = matchTemplate(route.template, path);
      return params === undefined ? [] : [{ route, params }];
    });
  return matches.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function matchTemplate(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
}

/** A parameter the template promises. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}
