/** Puts the rooms of the bot together: the store, the REST clients, the beat, the gateway and their health. */
import { handlers } from '../commands/index.js';
import { databaseFile } from './backup-files.js';
import { createBackups } from './backups.js';
import { wallNow } from './clock.js';
import type { BotOptions } from './bot-options.js';
import type { Config } from './config.js';
import { databaseHealth, openDatabase } from './database.js';
import { createGateway, type Gateway } from './discord/gateway.js';
import { atMost } from './discord/backoff.js';
import { createReceiver, type HttpReceipt, type Receiver } from './discord/receive.js';
import { aloneLeases, sharedLeases } from './discord/shard-leases.js';
import { drawText } from './cli/draw.js';
import { connectTo, type Foundation } from './foundation.js';
import { createOpening, type Opening } from './opening.js';
import { Pictures } from './picture/pictures.js';
import { isAlone } from './store/index.js';
import type { Store } from './store/port/index.js';
import { english } from './wording/index.js';
import { createHealth, type HealthSource } from './web/health.js';
import { measuredStore } from './measured.js';
import { createDispatch, createPosting, type PostingService } from './service.js';
import type { ProcessCounts } from './web/metrics.js';

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
  /** Answers an interaction that came over HTTP and is Discord's, unless it was taken before. */
  receive(payload: unknown): Promise<HttpReceipt>;
  stop(): Promise<void>;
}

const EVERYTHING: Config['roles'] = new Set(['gateway', 'worker', 'web']);

/** How long a stop waits for a start that is under way, ms. */
const START_ENDS_WITHIN_MS = 3000;

/** How long a stop waits for a backup that is being made, ms; the next one deletes what is unfinished. */
const STOP_COPYING_WITHIN_MS = 2000;

const { random } = Math;

const gatewayHealth = (gateway: Gateway): HealthSource => ({
  problems() {
    const problem = gateway.problem();
    return problem === null ? [] : [drawText(english.gateway.problem(problem))];
  },
});

const beatHealthOf = (posting: () => PostingService | null): HealthSource => ({
  problems: () =>
    (posting()?.beat.problems() ?? []).map((problem) => drawText(english.beat.problem(problem))),
});

/** The backups of its file; null where it makes none. */
function backupsOf({ databaseUrl, backups = null, log }: BotOptions) {
  const file = databaseFile(databaseUrl);
  return backups === null || file === null ? null : createBackups({ ...backups, file, wallNow, log });
}

/** The gateway with the shards of this process. */
function gatewayOf(options: BotOptions, { store, rest }: Foundation): Gateway {
  const { token, log, fatal, databaseUrl, shards = 'auto' } = options;
  return createGateway({
    token,
    rest,
    store,
    log,
    wallNow,
    random,
    shards,
    leases: isAlone(databaseUrl) ? aloneLeases(wallNow) : sharedLeases(store, wallNow),
    fatal: (close) => fatal(drawText(english.gateway.closed(close))),
  });
}

/** Starts, stops and asks about its health what is put together, as far as it is of this process's roles. */
class BotProcess implements Omit<Bot, 'store' | 'pictures'> {
  readonly counts: Gateway;
  readonly #roles: Config['roles'];
  readonly #stopped = new AbortController();
  readonly #opening: Opening;
  readonly #gateway: Gateway;
  readonly #backups: ReturnType<typeof backupsOf>;
  readonly #health: HealthSource;
  /** Null until Discord has said who the bot is, and where the process does not post. */
  #posting: PostingService | null = null;
  /** Null until Discord has said who the bot is, and where the process does not answer. */
  #receiver: Receiver | null = null;
  #starting: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: BotOptions,
    private readonly foundation: Foundation,
  ) {
    const { apiUrl, log, roles = EVERYTHING } = options;
    const { rest, store } = foundation;
    const { signal } = this.#stopped;
    this.#roles = roles;
    this.#opening = createOpening({ rest, store, handlers, apiUrl, log, wallNow, random, signal });
    this.#gateway = gatewayOf(options, foundation);
    this.counts = this.#gateway;
    this.#backups = roles.has('worker') ? backupsOf(options) : null;
    const sources = [
      this.#opening,
      roles.has('gateway') ? gatewayHealth(this.#gateway) : null,
      beatHealthOf(() => this.#posting),
      databaseHealth(store),
      this.#backups,
    ];
    this.#health = createHealth(
      sources.filter((source) => source !== null),
      english,
    );
  }

  start(): Promise<void> {
    this.#starting = this.#begin();
    return this.#starting;
  }

  async problems(): Promise<readonly string[]> {
    return this.#health.problems();
  }

  async beat(): Promise<void> {
    await this.#posting?.beat.beat();
  }

  async receive(payload: unknown): Promise<HttpReceipt> {
    return this.#receiver === null ? 'not-ready' : this.#receiver.receive(payload);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#posting?.presence.stop();
    await Promise.all([
      this.#gateway.stop().then(() => this.#receiver?.idle()),
      this.#posting?.beat.stop(),
      atMost(STOP_COPYING_WITHIN_MS, this.#backups?.stop() ?? Promise.resolve()),
      atMost(START_ENDS_WITHIN_MS, this.#starting),
    ]);
    await this.foundation.store.close();
  }

  get #answers(): boolean {
    return this.#roles.has('gateway') || this.options.httpInteractions === true;
  }

  async #begin(): Promise<void> {
    if (this.#roles.has('worker')) await this.foundation.store.releaseClaims();
    this.#backups?.start();
    if (this.#roles.has('worker') || this.#answers) await this.#work();
    if (!this.#stopped.signal.aborted) this.options.log.info({ roles: [...this.#roles] }, 'ready');
  }

  /** Posting needs neither the gateway nor the commands: what is due goes out before they are ready. */
  async #work(): Promise<void> {
    const application = await this.#opening.application();
    if (application === null || this.#stopped.signal.aborted) return;
    if (this.#roles.has('worker')) this.#post(application);
    if (this.#answers) await this.#answer(application);
  }

  #post(application: string): void {
    const posting = createPosting(this.options, this.foundation, application);
    posting.beat.start();
    posting.presence.start();
    this.#posting = posting;
  }

  async #answer(application: string): Promise<void> {
    const { log, databaseUrl } = this.options;
    const receiver = createReceiver({
      store: this.foundation.store,
      dispatch: createDispatch(this.options, this.foundation, application),
      application,
      log,
      shared: !isAlone(databaseUrl),
    });
    this.#receiver = receiver;
    const gateway = this.#roles.has('gateway')
      ? this.#gateway.start({ application, handle: (interaction) => receiver.handle(interaction) })
      : Promise.resolve();
    await Promise.all([this.#opening.commands(application), gateway]);
  }
}

/**
 * The whole bot on one store and one Discord, real or local.
 * @throws StartError where the database cannot be opened.
 */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { databaseUrl, databasePool, log, fatal, measures, wrap = {} } = options;
  const { store: wrapStore = (store) => store } = wrap;
  const reported = (error: Error) => log.warn({ err: error }, 'the database reported an error');
  const opened = wrapStore(
    await openDatabase(databaseUrl, reported, fatal, { shared: true, pool: databasePool }),
  );
  const store = measures === undefined ? opened : measuredStore(opened, measures);
  const pictures = new Pictures({ font: options.pictureFont ?? null, log });
  const bot = new BotProcess(options, connectTo(store, pictures, options));
  return {
    store,
    pictures,
    counts: bot.counts,
    start: () => bot.start(),
    problems: () => bot.problems(),
    beat: () => bot.beat(),
    receive: (payload) => bot.receive(payload),
    async stop() {
      await bot.stop();
      await pictures.close();
    },
  };
}
