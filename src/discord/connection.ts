/** One WebSocket client of @discordjs/ws with everything about it that can end a process taken care of. */
import {
  DefaultWebSocketManagerOptions,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
  type SessionInfo,
} from '@discordjs/ws';
import type { APIGatewayBotInfo } from 'discord.js';
import type { ShardOf } from '../domain/shards.js';
import type { Log } from './log.js';
import { atMost } from './backoff.js';

export interface ConnectionOptions {
  readonly token: string;
  readonly shard: ShardOf;
  readonly log: Log;
  /** What Discord last said about its gateway. */
  readonly information: () => APIGatewayBotInfo;
  /** The session to resume; kept by the gateway, so that another connection can go on with it. */
  readonly session: { current: SessionInfo | null };
  /** Resolves when it may connect; never, where this connection is no longer wanted. */
  readonly mayConnect: () => Promise<void>;
  readonly identifying: () => Promise<void>;
  readonly ready: (resumed: boolean) => void;
  readonly closed: (code: number) => void;
  /** Every event, of any shape. */
  readonly dispatched: (event: unknown) => void;
}

export interface Connection {
  open(): void;
  /**
   * Resolves when it is closed, or after two seconds at most. Where somebody goes on with its session, Discord is told to
   * keep it.
   */
  close(keep: boolean): Promise<void>;
}

const HANDSHAKE_MS = 10_000;
const CLOSE_WITHIN_MS = 1000;
/** Discord ends the session after a normal close, and after no other. */
const [NORMAL, RESUMABLE] = [1000, 4200];

const isAddress = (url: unknown) => typeof url === 'string' && URL.canParse(url) && /^wss?:/.test(url);

/** A session that cannot be resumed at its own address is resumed at the first one. */
const usable = (session: SessionInfo | null, url: string): SessionInfo | null =>
  session === null || isAddress(session.resumeURL) ? session : { ...session, resumeURL: url };

interface Surrounded {
  readonly statusOf: () => WebSocketShardStatus;
  readonly opens: () => void;
  /** Whether the session is somebody else's from now on. */
  readonly isKept: () => boolean;
}

/** What `WebSocketShard` asks of its surroundings. */
function surroundingsOf(options: ConnectionOptions, { statusOf, opens, isKept }: Surrounded) {
  const { token, shard, information, session, mayConnect, identifying } = options;
  const {
    buildIdentifyThrottler: _throttler,
    buildStrategy: _strategy,
    ...defaults
  } = DefaultWebSocketManagerOptions;
  return {
    options: {
      ...defaults,
      token,
      intents: 0,
      handshakeTimeout: HANDSHAKE_MS,
      shardCount: shard.count,
      get gatewayInformation() {
        return information();
      },
    },
    async retrieveSessionInfo() {
      // It asks while idle only when it is about to connect, and this is the one place to make it wait.
      if (statusOf() === WebSocketShardStatus.Idle) {
        await mayConnect();
        opens();
      }
      return session.current;
    },
    updateSessionInfo(_shard: number, info: SessionInfo | null) {
      if (info !== null || !isKept()) session.current = usable(info, information().url);
    },
    waitForIdentify: () => identifying(),
  };
}

/**
 * One client for one WebSocket. It connects on `open`, reconnects by itself until `close`, and never throws: errors
 * go to the log.
 */
export function createConnection(options: ConnectionOptions): Connection {
  const { log, ready, closed, dispatched } = options;
  // Closing a socket that is still being opened leaves it without a listener for its errors.
  let opening: Promise<void> = Promise.resolve();
  let opened: () => void = () => undefined;
  const opens = () => {
    opening = new Promise((resolve) => (opened = resolve));
  };
  let kept = false;
  const surrounded = { statusOf: () => shard.status, opens, isKept: () => kept };
  const shard: WebSocketShard = new WebSocketShard(surroundingsOf(options, surrounded), options.shard.id);
  shard.on(WebSocketShardEvents.Error, ({ error }) =>
    log.warn({ err: error }, 'the gateway reported an error'),
  );
  shard.on(WebSocketShardEvents.Hello, () => opened());
  shard.on(WebSocketShardEvents.Closed, ({ code }) => {
    opened();
    closed(code);
  });
  shard.on(WebSocketShardEvents.Ready, () => ready(false));
  shard.on(WebSocketShardEvents.Resumed, () => ready(true));
  shard.on(WebSocketShardEvents.Dispatch, ({ data }) => dispatched(data));
  return {
    open() {
      // What it rejects with was an error event, or a close, already.
      shard.connect().catch(() => undefined);
    },
    async close(keep) {
      await atMost(CLOSE_WITHIN_MS, opening);
      kept = keep;
      const over = shard
        .destroy({ code: keep ? RESUMABLE : NORMAL })
        .catch((error: unknown) => log.warn({ err: error }, 'closing failed'));
      await atMost(CLOSE_WITHIN_MS, over);
    },
  };
}
