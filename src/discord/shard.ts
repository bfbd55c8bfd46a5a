/** One shard of the gateway: interactions of its servers come in here as raw JSON. */
import type { SessionInfo } from '@discordjs/ws';
import type { FinalClose, GatewayProblem } from '../domain/gateway-problem.js';
import { msBetween, type WallInstant } from '../domain/instant.js';
import type { ShardOf, ShardSession } from '../domain/shards.js';
import type { FactStore } from '../store/port/index.js';
import { sleep } from './backoff.js';
import { finalClose, TOKEN_REFUSED } from './closes.js';
import { ConnectWait } from './connect-wait.js';
import { createConnection, type Connection } from './connection.js';
import { createIdentifies, type Identifies } from './identifies.js';
import { receiveEvent, type InteractionReceiver } from './intake.js';
import type { Log } from './log.js';
import type { RestClient } from './rest-client.js';
import type { ShardLeases } from './shard-leases.js';

export interface ShardOptions {
  readonly token: string;
  readonly shard: ShardOf;
  readonly rest: Pick<RestClient, 'get'>;
  readonly store: FactStore;
  readonly leases: ShardLeases;
  readonly receiver: InteractionReceiver;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  /** A session has begun, or goes on here. */
  readonly connected: () => void;
  /** Discord has closed the connection for good: this shard does not connect again. */
  readonly ended: (close: FinalClose) => void;
}

export interface Shard {
  /** Resolves when Discord says for the first time that it is ready, or when it is stopped. */
  readonly first: Promise<void>;
  /** Why no interactions come in; null where they do. */
  problem(): GatewayProblem | null;
  /** How often the connection was lost. */
  reconnects(): number;
  /** How often it identified in the last 24 hours, over restarts. */
  identifiesToday(): number;
  /** Where it is in what Discord sends; null without a session. Still there after a stop that keeps it. */
  session(): ShardSession | null;
  /** `keep`: another process goes on with the session. */
  stop(keep: boolean): Promise<void>;
}

/** A connection that is neither ready nor closed by then is given up for another. */
const STUCK_MS = 120_000;

class DiscordShard implements Shard {
  readonly first: Promise<void>;
  readonly #on: ShardOptions;
  readonly #identifies: Identifies;
  readonly #stopped = new AbortController();
  readonly #session: { current: SessionInfo | null } = { current: null };
  readonly #wait: ConnectWait;
  #resolveFirst: () => void = () => undefined;
  #connection: Connection | null = null;
  #connected = false;
  /** Set once Discord has closed a connection for good: nothing connects after that. */
  #closedForGood: FinalClose | null = null;
  #reconnects = 0;
  #stuck: NodeJS.Timeout | undefined;
  /** Whether it has asked for the session of whoever held it before. */
  #followed = false;

  constructor(on: ShardOptions) {
    this.#on = on;
    this.#identifies = createIdentifies(on);
    this.#wait = new ConnectWait({
      ...on,
      identifies: this.#identifies,
      signal: this.#stopped.signal,
      tokenRefused: () => this.#end(TOKEN_REFUSED),
    });
    this.first = new Promise((resolve) => (this.#resolveFirst = resolve));
    this.#connect();
  }

  problem(): GatewayProblem | null {
    if (this.#connected) return null;
    return this.#closedForGood ?? this.#wait.problem ?? { kind: 'not-connected' };
  }

  reconnects(): number {
    return this.#reconnects;
  }

  identifiesToday(): number {
    return this.#identifies.today();
  }

  session(): ShardSession | null {
    const { current } = this.#session;
    if (current === null) return null;
    const { shardId: shard, sessionId: id, resumeURL: url, sequence } = current;
    return { shard, id, url, sequence };
  }

  async stop(keep: boolean): Promise<void> {
    this.#stopped.abort();
    this.#connected = false;
    this.#expectNothing();
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close(keep);
    this.#resolveFirst();
  }

  #connect(): void {
    const mine = (act: () => void) => () => {
      if (this.#connection === connection && !this.#stopped.signal.aborted) act();
    };
    const connection: Connection = createConnection({
      token: this.#on.token,
      shard: this.#on.shard,
      log: this.#on.log,
      information: () => this.#wait.information,
      session: this.#session,
      mayConnect: async () => {
        if (this.#connection === connection) await this.#mayConnect();
        // One that is no longer wanted never goes on: it has no other way to be told.
        const over = this.#connection !== connection || this.#stopped.signal.aborted;
        if (over) await new Promise<never>(() => undefined);
        this.#expectWithin(STUCK_MS);
      },
      identifying: () => this.#mayIdentify(),
      ready: (resumed) => mine(() => this.#ready(resumed))(),
      closed: (code) => mine(() => this.#closed(code))(),
      dispatched: (event) => receiveEvent(event, this.#on.receiver, this.#on.log),
    });
    this.#connection = connection;
    connection.open();
  }

  /** Waits until a connection may be opened. One that waits for this is not stuck. */
  async #mayConnect(): Promise<void> {
    this.#expectNothing();
    // Whoever was cut off, and whose shard another process has meanwhile, must not take the session back.
    const before = await this.#on.leases.hold(this.#on.shard, this.#stopped.signal);
    if (!this.#followed) this.#follow(before);
    await this.#wait.over(() => this.#session.current === null);
  }

  /** Goes on where another process was. Only once: should Discord no longer know the session, a new one begins. */
  #follow(before: ShardSession | null): void {
    this.#followed = true;
    if (before === null) return;
    const { shard: shardId, id: sessionId, url: resumeURL, sequence } = before;
    this.#session.current = { shardId, shardCount: this.#on.shard.count, sessionId, resumeURL, sequence };
  }

  /** Waits for its turn among the shards that Discord counts together, in whichever process they are. */
  async #mayIdentify(): Promise<void> {
    const { leases, shard, wallNow, log } = this.#on;
    this.#expectNothing();
    try {
      const at = await leases.identifyAt(
        shard.id % this.#wait.information.session_start_limit.max_concurrency,
      );
      await sleep(Math.max(0, msBetween(wallNow(), at)), this.#stopped.signal);
    } catch (error) {
      log.warn({ err: error }, 'the turn to identify could not be taken from the database');
    }
    this.#expectWithin(STUCK_MS);
    await this.#identifies.count();
  }

  #ready(resumed: boolean): void {
    this.#connected = true;
    this.#expectNothing();
    const { id, count } = this.#on.shard;
    const about = {
      shard: id,
      count,
      identifiesToday: this.identifiesToday(),
      reconnects: this.#reconnects,
    };
    this.#on.log.info(about, resumed ? 'resumed at the gateway' : 'connected to the gateway');
    this.#resolveFirst();
    this.#on.connected();
  }

  #closed(code: number): void {
    this.#connected = false;
    const final = finalClose(code);
    if (final !== null) {
      this.#closedForGood = final;
      this.#end(final);
      return;
    }
    this.#reconnects += 1;
    this.#wait.closed();
    this.#on.log.info(
      { shard: this.#on.shard.id, code, reconnects: this.#reconnects },
      'the gateway closed the connection; reconnecting',
    );
    this.#expectWithin(STUCK_MS);
  }

  /** Nothing connects any more. */
  #end(close: FinalClose): void {
    this.#stopped.abort();
    this.#expectNothing();
    this.#resolveFirst();
    this.#on.ended(close);
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
    void old?.close(false);
  }
}

/** Connects a shard. */
export function createShard(options: ShardOptions): Shard {
  return new DiscordShard(options);
}
