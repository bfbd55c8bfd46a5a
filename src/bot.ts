/** Puts the rooms of the bot together: the store, the REST clients, the beat, the gateway and their health. */
import type { APIInteraction } from 'discord.js';
import { handlers } from '../commands/index.js';
import { databaseFile } from './backup-files.js';
import { createBackups } from './backups.js';
import { installationChecks } from './checkup.js';
import { wallNow, type Clock } from './clock.js';
import type { Config } from './config.js';
import { databaseHealth, openDatabase } from './database.js';
import { createCourier } from './discord/courier.js';
import { Dispatch, type Log, type Patience } from './discord/dispatch.js';
import { createGateway, type Gateway } from './discord/gateway.js';
import { createPresence, type Presence } from './discord/presence.js';
import { createChannels } from './discord/channels.js';
import { atMost } from './discord/backoff.js';
import { drawText } from './cli/draw.js';
import { tellNotice } from './discord/notify-admins.js';
import type { RestClient } from './discord/rest-client.js';
import { connectTo, type Foundation } from './foundation.js';
import { createOpening } from './opening.js';
import { Pictures } from './picture/pictures.js';
import { isAlone } from './store/index.js';
import type { Store } from './store/port/index.js';
import type { Notice } from './scheduler/set-aside.js';
import { english } from './wording/index.js';
import { createBeat, type Beat } from './scheduler/beat.js';
import { createHealth, type HealthSource } from './web/health.js';
import { measuredSend, measuredStore } from './measured.js';
import type { Measures } from './web/measures.js';
import type { ProcessCounts } from './web/metrics.js';

export interface BotOptions extends Pick<
  Config,
  'apiUrl' | 'databaseUrl' | 'announceDelay' | 'requestsPerSecond'
> {
  readonly token: string;
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

export interface Bot {
  readonly store: Store;
  readonly pictures: Pictures;
  readonly counts: Pick<ProcessCounts, 'reconnects' | 'identifiesToday'>;
  /**
   * Posts what is due, registers the commands where Discord does not have them, and connects; resolves when all of that
   * is done or the bot is stopped. Where Discord does not answer, it goes on trying.
   * @throws StartError where Discord does not take the token.
   */
  start(): Promise<void>;
  /** Why it does not do its work, a sentence each; none where it does. */
  problems(): Promise<readonly string[]>;
  /** Posts everything that is due now, for a caller that drives the clock. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a stop waits for a start that is under way, ms. */
const START_ENDS_WITHIN_MS = 3000;

/** How long a stop waits for a backup that is being made, ms; the next one deletes what is unfinished. */
const STOP_COPYING_WITHIN_MS = 2000;

const { random } = Math;

/** What answers people and posts. */
interface Service {
  readonly dispatch: Dispatch;
  readonly beat: Beat;
  readonly presence: Presence;
}

/** Puts together what answers and posts. `bot` is the bot's own user id. */
function createService(options: BotOptions, foundation: Foundation, bot: string): Service {
  const { clock, log, fatal, announceDelay, requestsPerSecond, patience, databaseUrl, measures } = options;
  const { store, pictures, rest, channelRest, postRest } = foundation;
  const now = () => clock.now();
  const channels = createChannels(channelRest, bot);
  const shared = { store, channels, log, words: english };
  const presence = createPresence({ rest: channelRest, store, now, log });
  const { send } = createCourier({
    ...shared,
    rest: postRest,
    wallNow,
    wallOf: clock.wallOf,
    random,
    requestsPerSecond,
    hidden: (guild) => presence.check(guild),
    publicUrl: () => options.publicUrl?.() ?? null,
    fatal: () => fatal(drawText(english.operator.discord.tokenRevoked)),
  });
  const beat = createBeat({
    store,
    send: measures === undefined ? send : measuredSend(send, now, measures),
    now,
    wallNow,
    log,
    batch: 500,
    perSecond: requestsPerSecond,
    alone: isAlone(databaseUrl),
    tell: (notice: Notice) => tellNotice(notice, shared),
    erased: (task, count) => log.info({ task, count }, 'erased what had been kept long enough'),
  });
  return {
    dispatch: new Dispatch({
      handlers,
      rest,
      log,
      now,
      store,
      channels,
      announceDelay,
      publicUrl: options.publicUrl?.() ?? null,
      installation: () => installationChecks(options),
      picture: (words, about) => pictures.png({ words, about, server: null }),
      patience,
      ...(measures === undefined ? {} : { answered: (ms: number) => measures.answered(ms) }),
    }),
    beat,
    presence,
  };
}

const gatewayHealth = (gateway: Gateway): HealthSource => ({
  problems() {
    const problem = gateway.problem();
    return problem === null ? [] : [drawText(english.gateway.problem(problem))];
  },
});

const beatHealthOf = (running: () => Service | null): HealthSource => ({
  problems: () =>
    (running()?.beat.problems() ?? []).map((problem) => drawText(english.beat.problem(problem))),
});

/** The backups of its file; null where it makes none. */
function backupsOf({ databaseUrl, backups = null, log }: BotOptions) {
  const file = databaseFile(databaseUrl);
  return backups === null || file === null ? null : createBackups({ ...backups, file, wallNow, log });
}

/** Starts, stops and asks about its health what is put together. */
function lifeOf(options: BotOptions, foundation: Foundation): Omit<Bot, 'store' | 'pictures'> {
  const { token, apiUrl, log, fatal } = options;
  const { store, rest } = foundation;
  const stopped = new AbortController();
  const { signal } = stopped;
  const opening = createOpening({ rest, store, handlers, apiUrl, log, wallNow, random, signal });
  const gateway = createGateway({
    token,
    rest,
    store,
    log,
    wallNow,
    random,
    fatal: (close) => fatal(drawText(english.gateway.closed(close))),
  });
  /** Null until Discord has said who the bot is. */
  let running: Service | null = null;
  const beatHealth = beatHealthOf(() => running);
  const backups = backupsOf(options);
  const own = backups === null ? [] : [backups];
  const sources = [opening, gatewayHealth(gateway), beatHealth, databaseHealth(store), ...own];
  const health = createHealth(sources, english);
  const begin = async () => {
    await store.releaseClaims();
    backups?.start();
    const application = await opening.application();
    if (application === null || signal.aborted) return;
    const service = createService(options, foundation, application);
    running = service;
    // Posting needs neither the gateway nor the commands: what is due goes out before they are ready.
    service.beat.start();
    service.presence.start();
    const handle = (interaction: APIInteraction) => service.dispatch.handle(interaction);
    await Promise.all([opening.commands(application), gateway.start({ application, handle })]);
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
    beat: async () => running?.beat.beat(),
    async stop() {
      stopped.abort();
      running?.presence.stop();
      await Promise.all([
        gateway.stop(),
        running?.beat.stop(),
        atMost(STOP_COPYING_WITHIN_MS, backups?.stop() ?? Promise.resolve()),
        atMost(START_ENDS_WITHIN_MS, starting),
      ]);
      await store.close();
    },
  };
}

/**
 * The whole bot on one store and one Discord, real or local.
 * @throws StartError where the database cannot be opened.
 */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { databaseUrl, log, fatal, measures, wrap = {} } = options;
  const { store: wrapStore = (store) => store } = wrap;
  const reported = (error: Error) => log.warn({ err: error }, 'the database reported an error');
  const opened = wrapStore(await openDatabase(databaseUrl, reported, fatal));
  const store = measures === undefined ? opened : measuredStore(opened, measures);
  const pictures = new Pictures({ font: options.pictureFont ?? null, log });
  const life = lifeOf(options, connectTo(store, pictures, options));
  const stop = async () => {
    await life.stop();
    await pictures.close();
  };
  return { store, pictures, ...life, stop };
}
