/** What a bot is made with. */
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Log, Patience } from './discord/dispatch.js';
import type { RestClient } from './discord/rest-client.js';
import type { Store } from './store/port/index.js';
import type { Measures } from './web/measures.js';

export interface BotOptions extends Pick<
  Config,
  'apiUrl' | 'databaseUrl' | 'announceDelay' | 'requestsPerSecond'
> {
  readonly token: string;
  /** How many connections to PostgreSQL it may open. */
  readonly databasePool?: Config['databasePool'];
  /** Where the public pages are served, without a slash at its end; absent or null where they are not. */
  readonly publicUrl?: () => string | null;
  /** The path of a font for further scripts in pictures; absent or null for none. */
  readonly pictureFont?: string | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once something that a new start does not mend happens. */
  readonly fatal: (reason: string) => void;
  /** Where it reports what it measures; absent: nowhere. */
  readonly measures?: Measures;
  /** What this process does; everything where absent. */
  readonly roles?: Config['roles'];
  /** How many shards the gateway has; `auto` where absent. */
  readonly shards?: Config['shards'];
  /** Whether interactions come over HTTP, to `receive`. */
  readonly httpInteractions?: boolean;
  /** The backups that it makes of its SQLite file; none where absent or null. */
  readonly backups?: Config['backups'];
  /** How long answers may take; longer in tests. */
  readonly patience?: Patience;
  /** Wraps the store or the REST clients; tests make them fail. */
  readonly wrap?: {
    readonly store?: (store: Store) => Store;
    readonly wire?: (wire: RestClient) => RestClient;
  };
}
