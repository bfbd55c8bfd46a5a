/** Puts the rooms of the bot together: the store, the REST clients, the beat, the gateway and their health. */
import { handlers } from '../commands/index.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { databaseHealth, openDatabase } from './database.js';
import { createCourier } from './discord/courier.js';
import { Dispatch, type Log, type Patience } from './discord/dispatch.js';
import { createGateway, type Gateway } from './discord/gateway.js';
import { createInvalidRequestLimit } from './discord/invalid-request-limit.js';
import { createChannels } from './discord/channels.js';
import { atMost } from './discord/retry.js';
import { drawText } from './cli/draw.js';
import { tellNotice } from './discord/notify-admins.js';
import { rateLimited, retryingRest, failFastRest, type RestClient } from './discord/rest-client.js';
import { createOpening } from './opening.js';
import { isAlone } from './store/index.js';
import type { Store } from './store/port/index.js';
import type { Notice } from './scheduler/set-aside.js';
import { english } from './wording/index.js';
import { createBeat, type Beat } from './scheduler/beat.js';
import { createHealth, type HealthSource } from './web/health.js';
import type { ProcessCounts } from './web/metrics.js';

export interface BotOptions extends Pick<
  Config,
  'apiUrl' | 'databaseUrl' | 'announceDelay' | 'requestsPerSecond'
> {
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once something that a new start does not mend happens. */
  readonly fatal: (reason: string) => void;
  /** How long answers may take; longer in tests. */
  readonly patience?: Patience;
  /** What the bot is put together with instead: a store or a wire that breaks where a test wants it to. */
  readonly wrap?: {
    readonly store?: (store: Store) => Store;
    readonly wire?: (wire: RestClient) => RestClient;
  };
}

export interface Bot {
  readonly store: Store;
  readonly counts: Pick<ProcessCounts, 'reconnects' | 'identifiesToday'>;
  /**
   * Posts what is due, registers the commands where Discord does not have them, and connects; resolves when all of that
   * is done or the bot is stopped. Where Discord does not answer, it goes on trying.
   * @throws StartError where Discord does not take the token.
   */
  start(): Promise<void>;
  /** Why it does not do its work, a sentence each; none where it does. */
  problems(): Promise<readonly string[]>;
  /** Everything due now, for whoever steps the clock. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a stop waits for a start that is under way, ms. */
const START_ENDS_WITHIN_MS = 3000;

const gatewayHealth = (gateway: Gateway): HealthSource => ({
  problems: () => [gateway.problem()].filter((one) => one !== null),
});

interface Parts {
  readonly store: Store;
  readonly rest: RestClient;
  readonly dispatch: Dispatch;
  readonly watch: Beat;
  /** Filled in once Discord has said who the bot is. */
  readonly identity: { bot: string };
}

const real = () => Date.now();
const { random } = Math;

/** Starting, stopping and being well, of parts that are put together. */
function lifeOf({ token, apiUrl, log, fatal }: BotOptions, parts: Parts): Omit<Bot, 'store'> {
  const { store, rest, dispatch, watch, identity } = parts;
  const stopped = new AbortController();
  const { signal } = stopped;
  const opening = createOpening({ rest, store, handlers, apiUrl, log, real, random, signal });
  const gateway = createGateway({
    token,
    rest,
    store,
    log,
    real,
    random,
    fatal,
    handle: (interaction) => dispatch.handle(interaction),
    application: () => identity.bot,
  });
  // Every part that can say what is wrong with it.
  const sources: readonly HealthSource[] = [opening, gatewayHealth(gateway), watch, databaseHealth(store)];
  const health = createHealth(sources, english);
  const begin = async () => {
    await store.releaseClaims();
    const application = await opening.application();
    if (application === null || signal.aborted) return;
    identity.bot = application;
    // Posting needs neither the gateway nor the commands: what is due goes out before they are ready.
    watch.start();
    await Promise.all([opening.commands(application), gateway.start()]);
    if (gateway.connected()) log.info({}, 'ready');
  };
  let starting: Promise<void> = Promise.resolve();
  return {
    counts: gateway,
    start() {
      starting = begin();
      return starting;
    },
    problems: async () => health.problems(),
    beat: () => watch.beat(),
    async stop() {
      stopped.abort();
      await Promise.all([gateway.stop(), watch.stop(), atMost(START_ENDS_WITHIN_MS, starting)]);
      await store.close();
    },
  };
}

/**
 * The whole bot on one store and one Discord, real or local.
 * @throws StartError where the database cannot be opened.
 */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl: api, clock, log, fatal, announceDelay, requestsPerSecond, wrap = {} } = options;
  const { patience } = options;
  const { store: wrapStore = (own) => own, wire: wrapRest = (own) => own } = wrap;
  const reported = (error: Error) => log.warn({ err: error }, 'the database reported an error');
  const store = wrapStore(await openDatabase(options.databaseUrl, reported, fatal));
  const now = () => clock.now();
  const guard = createInvalidRequestLimit({ real, log });
  const address = { api, token, answered: guard.answered };
  // Answers wait for rate limits and are repeated by the client, since nobody asks for them twice. Posts fail at once: the
  // outbox repeats them, keeps account of pauses, and one busy channel never holds up the others.
  const rest = wrapRest(retryingRest(address));
  const identity = { bot: '' };
  const channels = createChannels(
    guard.hold(rateLimited(rest, { store, real, requestsPerSecond })),
    () => identity.bot,
  );
  const dispatch = new Dispatch({ handlers, rest, log, now, store, channels, announceDelay, patience });
  const { send } = createCourier({
    rest: guard.hold(wrapRest(failFastRest(address))),
    channels,
    store,
    log,
    real,
    random,
    requestsPerSecond,
    words: english,
    fatal: () => fatal(drawText(english.operator.discord.tokenRevoked)),
  });
  const perSecond = requestsPerSecond;
  const alone = isAlone(options.databaseUrl);
  const tell = (notice: Notice) => tellNotice(notice, { store, channels, log, words: english });
  const watch = createBeat({ store, send, now, real, log, batch: 500, perSecond, alone, tell });
  return { store, ...lifeOf(options, { store, rest, dispatch, watch, identity }) };
}
