/** The WebSocket side: interactions come in here as raw JSON and go to dispatch. Nothing of Discord is cached. */
import type { SessionInfo } from '@discordjs/ws';
import { DiscordAPIError, Routes, type APIGatewayBotInfo } from 'discord.js';
import { z } from 'zod';
import type { FactStore } from '../store/port/index.js';
import { closedForGood } from './closes.js';
import { createConnection, type Connection } from './connection.js';
import { createIdentifies, type Identifies } from './identifies.js';
import { receiveEvent, type InteractionReceiver } from './intake.js';
import type { Log } from './log.js';
import { growingPause, persist, sleep } from './retry.js';
import type { RestClient } from './rest-client.js';
import { DAY, MINUTE } from '../domain/durations.js';
import { later, msBetween, wallMs, type WallInstant } from '../domain/instant.js';

export interface GatewayOptions {
  readonly token: string;
  readonly rest: Pick<RestClient, 'get'>;
  readonly store: FactStore;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  /** Something that starting again does not mend: a wrong token, too many servers. */
  readonly fatal: (reason: string) => void;
}

export interface Gateway {
  /** Connects. Resolves when Discord says for the first time that it is ready, or when the gateway is stopped. */
  start(receiver: InteractionReceiver): Promise<void>;
  /** Whether interactions come in. */
  connected(): boolean;
  /** Why none come in, in a sentence; null where they do. */
  problem(): string | null;
  /** How often a connection was lost since the start. */
  reconnects(): number;
  /** How often the bot identified in the last 24 hours, over restarts. */
  identifiesToday(): number;
  stop(): Promise<void>;
}

/** More closes than this in `WINDOW_MS`, and every further connection waits longer. */
const FREE_CLOSES = 3;
const WINDOW_MS = 10 * MINUTE;
/** A connection that is neither ready nor closed by then is given up for another. */
const STUCK_MS = 120_000;
/** How often Discord is asked again while the bot waits for it to allow more connections. */
const ASK_AGAIN_MS = 15 * MINUTE;

const information = z.looseObject({
  url: z.string().refine((url) => URL.canParse(url) && /^wss?:/.test(url)),
  shards: z.number().catch(1),
  session_start_limit: z
    .object({
      total: z.number(),
      remaining: z.number(),
      reset_after: z.number().min(0).max(DAY),
      max_concurrency: z.number().catch(1),
    })
    .catch({ total: 1000, remaining: 1000, reset_after: DAY, max_concurrency: 1 }),
});

const clockTime = (at: WallInstant) => `${new Date(wallMs(at)).toISOString().slice(11, 16)} UTC`;

class DiscordGateway implements Gateway {
  readonly #on: GatewayOptions;
  readonly #identifies: Identifies;
  readonly #stopped = new AbortController();
  readonly #session: { current: SessionInfo | null } = { current: null };
  #receiver: InteractionReceiver | null = null;
  readonly #first: Promise<void>;
  #resolveFirst: () => void = () => undefined;
  /** What Discord said about its gateway; asked for before the first connection and before each identify. */
  #information: APIGatewayBotInfo | null = null;
  #connection: Connection | null = null;
  #connected = false;
  /** What it waits for while it is not connected. */
  #waitsFor: string | null = null;
  /** When connections were closed in the last ten minutes. */
  #closes: readonly WallInstant[] = [];
  #reconnects = 0;
  #stuck: NodeJS.Timeout | undefined;

  constructor(on: GatewayOptions) {
    this.#on = on;
    this.#identifies = createIdentifies(on);
    this.#first = new Promise((resolve) => (this.#resolveFirst = resolve));
  }

  start(receiver: InteractionReceiver): Promise<void> {
    this.#receiver = receiver;
    this.#connect();
    return this.#first;
  }

  connected(): boolean {
    return this.#connected;
  }

  problem(): string | null {
    if (this.#connected) return null;
    return this.#waitsFor === null
      ? 'Not connected to Discord.'
      : `Not connected to Discord: ${this.#waitsFor}.`;
  }

  reconnects(): number {
    return this.#reconnects;
  }

  identifiesToday(): number {
    return this.#identifies.today();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#connected = false;
    this.#expectNothing();
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close();
    this.#resolveFirst();
  }

  #connect(): void {
    const mine = (act: () => void) => () => {
      if (this.#connection === connection && !this.#stopped.signal.aborted) act();
    };
    const connection: Connection = createConnection({
      token: this.#on.token,
      log: this.#on.log,
      information: () => this.#information ?? NO_INFORMATION,
      session: this.#session,
      mayConnect: async () => {
        if (this.#connection === connection) await this.#mayConnect();
        // One that is no longer wanted never goes on: it has no other way to be told.
        const over = this.#connection !== connection || this.#stopped.signal.aborted;
        if (over) await new Promise<never>(() => undefined);
        this.#expectWithin(STUCK_MS);
      },
      identifying: () => this.#identifies.count(),
      ready: (resumed) => mine(() => this.#ready(resumed))(),
      closed: (code) => mine(() => this.#closed(code))(),
      dispatched: (event) => {
        // There is no connection before the start.
        if (this.#receiver !== null) receiveEvent(event, this.#receiver, this.#on.log);
      },
    });
    this.#connection = connection;
    connection.open();
  }

  /** Waits until a connection may be opened: not too soon after others, and within Discord's daily limit. */
  async #mayConnect(): Promise<void> {
    const { signal } = this.#stopped;
    this.#expectNothing();
    const { wallNow, random, log } = this.#on;
    const many = this.#recentCloses().length - FREE_CLOSES;
    if (many > 0) {
      const wait = growingPause(many - 1, random());
      this.#waitsFor = `it closes every connection; the next attempt is in ${Math.ceil(wait / 1000)} s`;
      log.warn({ closes: this.#recentCloses().length, wait }, 'the gateway waits before it connects again');
      await sleep(wait, signal);
    }
    while (this.#session.current === null && !signal.aborted) {
      await this.#ask();
      const hold = this.#information === null ? null : await this.#hold(this.#information);
      if (hold === null) break;
      const until = clockTime(later(wallNow(), hold.wait));
      this.#waitsFor = `waiting until ${until} before it identifies again: ${hold.reason}`;
      log.warn({ wait: hold.wait, until, identifiesToday: this.identifiesToday() }, this.#waitsFor);
      await sleep(Math.min(hold.wait, ASK_AGAIN_MS), signal);
    }
    this.#waitsFor = null;
  }

  #hold({ session_start_limit: { total, remaining, reset_after: resetAfter } }: APIGatewayBotInfo) {
    return this.#identifies.hold({ total, remaining, resetAfter });
  }

  /** Asks Discord about its gateway until it answers. */
  async #ask(): Promise<void> {
    const { rest, log, random } = this.#on;
    const { signal } = this.#stopped;
    const asked = async () => information.parse(await rest.get(Routes.gatewayBot()));
    const found = await persist(asked, {
      signal,
      random,
      failed: (error, pause) => {
        if (error instanceof DiscordAPIError && error.status === 401) this.#end(closedForGood(4004) ?? '');
        this.#waitsFor = 'Discord does not say where its gateway is';
        log.error({ err: error, pause }, 'Discord does not say where its gateway is; trying again');
      },
    });
    if (found === null) return;
    if (found.shards > 1) {
      const about = { recommended: found.shards };
      log.warn(
        about,
        'Discord recommends several connections; this release opens one, for at most 2,500 servers',
      );
    }
    this.#information = found;
  }

  #ready(resumed: boolean): void {
    this.#connected = true;
    this.#waitsFor = null;
    this.#expectNothing();
    const about = { identifiesToday: this.identifiesToday(), reconnects: this.#reconnects };
    this.#on.log.info(about, resumed ? 'resumed at the gateway' : 'connected to the gateway');
    this.#resolveFirst();
  }

  #closed(code: number): void {
    this.#connected = false;
    const reason = closedForGood(code);
    if (reason !== null) {
      this.#waitsFor = `it closed the connection for good (${code})`;
      this.#end(reason);
      return;
    }
    this.#reconnects += 1;
    this.#closes = [...this.#recentCloses(), this.#on.wallNow()];
    this.#on.log.info(
      { code, reconnects: this.#reconnects },
      'the gateway closed the connection; reconnecting',
    );
    this.#expectWithin(STUCK_MS);
  }

  /** Nothing connects any more. */
  #end(reason: string): void {
    this.#stopped.abort();
    this.#expectNothing();
    this.#resolveFirst();
    this.#on.fatal(reason);
  }

  #recentCloses(): readonly WallInstant[] {
    const now = this.#on.wallNow();
    return this.#closes.filter((at) => at <= now && msBetween(at, now) < WINDOW_MS);
  }

  #expectWithin(ms: number): void {
    clearTimeout(this.#stuck);
    if (this.#stopped.signal.aborted) return;
    this.#stuck = setTimeout(() => this.#replace(), ms);
    this.#stuck.unref();
  }

  #expectNothing(): void {
    clearTimeout(this.#stuck);
  }

  /** @discordjs/ws can stop without a word, for example after an answer that it does not understand. */
  #replace(): void {
    const old = this.#connection;
    this.#on.log.warn({}, 'the gateway is stuck; opening another connection');
    this.#reconnects += 1;
    this.#connect();
    void old?.close();
  }
}

const NO_INFORMATION: APIGatewayBotInfo = {
  url: 'wss://gateway.discord.gg',
  shards: 1,
  session_start_limit: { total: 1000, remaining: 1000, reset_after: DAY, max_concurrency: 1 },
};

/** A gateway that is not connected yet: `connect` opens it. */
export function createGateway(options: GatewayOptions): Gateway {
  return new DiscordGateway(options);
}
