/** The WebSocket side: interactions come in here as raw JSON and go to dispatch. Nothing of Discord is cached. */
import type { SessionInfo } from '@discordjs/ws';
import type { FactStore } from '../store/port/index.js';
import { finalClose, TOKEN_REFUSED } from './closes.js';
import { ConnectWait } from './connect-wait.js';
import { createConnection, type Connection } from './connection.js';
import { createIdentifies, type Identifies } from './identifies.js';
import { receiveEvent, type InteractionReceiver } from './intake.js';
import type { Log } from './log.js';
import type { RestClient } from './rest-client.js';
import type { FinalClose, GatewayProblem } from '../domain/gateway-problem.js';
import type { WallInstant } from '../domain/instant.js';

export interface GatewayOptions {
  readonly token: string;
  readonly rest: Pick<RestClient, 'get'>;
  readonly store: FactStore;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  /** Something that starting again does not mend: a wrong token, too many servers. */
  readonly fatal: (close: FinalClose) => void;
}

export interface Gateway {
  /** Connects. Resolves when Discord says for the first time that it is ready, or when the gateway is stopped. */
  start(receiver: InteractionReceiver): Promise<void>;
  /** Whether interactions come in. */
  connected(): boolean;
  /** Why none come in; null where they do. */
  problem(): GatewayProblem | null;
  /** How often a connection was lost since the start. */
  reconnects(): number;
  /** How often the bot identified in the last 24 hours, over restarts. */
  identifiesToday(): number;
  stop(): Promise<void>;
}

/** A connection that is neither ready nor closed by then is given up for another. */
const STUCK_MS = 120_000;

class DiscordGateway implements Gateway {
  readonly #on: GatewayOptions;
  readonly #identifies: Identifies;
  readonly #stopped = new AbortController();
  readonly #session: { current: SessionInfo | null } = { current: null };
  #receiver: InteractionReceiver | null = null;
  readonly #wait: ConnectWait;
  readonly #first: Promise<void>;
  #resolveFirst: () => void = () => undefined;
  #connection: Connection | null = null;
  #connected = false;
  /** Set once Discord has closed a connection for good: nothing connects after that. */
  #closedForGood: FinalClose | null = null;
  #reconnects = 0;
  #stuck: NodeJS.Timeout | undefined;

  constructor(on: GatewayOptions) {
    this.#on = on;
    this.#identifies = createIdentifies(on);
    this.#wait = new ConnectWait({
      ...on,
      identifies: this.#identifies,
      signal: this.#stopped.signal,
      tokenRefused: () => this.#end(TOKEN_REFUSED),
    });
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
      information: () => this.#wait.information,
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

  /** Waits until a connection may be opened. One that waits for this is not stuck. */
  async #mayConnect(): Promise<void> {
    this.#expectNothing();
    await this.#wait.over(() => this.#session.current === null);
  }

  #ready(resumed: boolean): void {
    this.#connected = true;
    this.#expectNothing();
    const about = { identifiesToday: this.identifiesToday(), reconnects: this.#reconnects };
    this.#on.log.info(about, resumed ? 'resumed at the gateway' : 'connected to the gateway');
    this.#resolveFirst();
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
      { code, reconnects: this.#reconnects },
      'the gateway closed the connection; reconnecting',
    );
    this.#expectWithin(STUCK_MS);
  }

  /** Nothing connects any more. */
  #end(close: FinalClose): void {
    this.#stopped.abort();
    this.#expectNothing();
    this.#resolveFirst();
    this.#on.fatal(close);
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

/** A gateway that is not connected yet: `connect` opens it. */
export function createGateway(options: GatewayOptions): Gateway {
  return new DiscordGateway(options);
}
