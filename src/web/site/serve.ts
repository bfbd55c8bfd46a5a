/** Opens the port of the public site. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { english } from '../../wording/index.js';
import { guarded, SERVER_SETTINGS } from '../guard.js';
import type { WebServer } from '../server.js';
import { createSite, type AppOptions } from './app.js';

export interface SiteServerOptions extends Omit<AppOptions, 'publicUrl'> {
  /** The address by which readers reach it, without a slash at its end; null for the port itself. */
  readonly publicUrl: string | null;
  readonly host: string;
  /** Told how long an answer took, ms. */
  readonly served?: (ms: number) => void;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The site while it is served. */
export interface SiteServer extends WebServer {
  readonly publicUrl: string;
}

/** How long a stop waits for answers under way, ms. */
const DRAIN_MS = 2000;
const MOST_CONNECTIONS = 1000;
/** Addresses that stand for every one of this machine, and are none to a browser. */
const EVERY = new Set(['0.0.0.0', '::']);

function addressOf(host: string, port: number): string {
  const name = EVERY.has(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** A request that says of no address which page it means is the client's fault; anything else is ours. */
function answerError(error: unknown, log: AppOptions['log']): Response {
  const { badRequest, failed } = english.operator.web;
  if (error instanceof RequestError) return new Response(`${badRequest}\n`, { status: 400 });
  log.error({ err: error }, 'a request could not be answered');
  return new Response(`${failed}\n`, { status: 500 });
}

/**
 * Serves the public site.
 * @throws EADDRINUSE if the port is taken, EADDRNOTAVAIL if the host is not this machine's.
 */
export async function startSite(options: SiteServerOptions): Promise<SiteServer> {
  const { host, port, log, served } = options;
  const server = guarded(createServer(SERVER_SETTINGS), {
    connections: MOST_CONNECTIONS,
    badRequest: english.operator.web.badRequest,
    failed: (error) => log.error({ err: error }, 'the server of the public site failed'),
  });
  server.listen(port, host);
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  const publicUrl = options.publicUrl ?? addressOf(host, taken);
  const listener = getRequestListener(createSite({ ...options, publicUrl }).fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => answerError(error, log),
  });
  server.on('request', (request, response) => {
    request.on('error', () => response.destroy());
    response.on('error', () => response.destroy());
    const begun = performance.now();
    response.on('finish', () => served?.(performance.now() - begun));
    void listener(request, response);
  });
  return {
    port: taken,
    publicUrl,
    async close() {
      // What was asked for before is answered, but nobody holds up the stop.
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      clearTimeout(late);
    },
  };
}
