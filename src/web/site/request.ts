/** What a route of a server's pages is asked for, and what it is. */
import type { ServerContext } from './context.js';
import type { SitePage } from './page.js';

/** What was asked for. */
export interface SiteRequest {
  readonly param: (name: string) => string | undefined;
  readonly query: (name: string) => string | undefined;
}

export interface ServerRoute {
  readonly path: string;
  /** The parameters after the question mark that make another page. */
  readonly query: readonly string[];
  /** How many ordinary pages it is worth; one where it says nothing. */
  readonly costOf?: (request: SiteRequest) => number;
  /** Whether it stays the same until the record changes: it holds no distance from now. */
  readonly timeless?: true;
  /** Null where there is no such page. */
  readonly page: (context: ServerContext, request: SiteRequest) => Promise<SitePage | null>;
}
