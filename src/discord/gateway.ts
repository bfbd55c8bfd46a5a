import { Client, Events, GatewayDispatchEvents, Status, type APIInteraction } from 'discord.js';
import type { Log } from './dispatch.js';

export interface GatewayOptions {
  readonly token: string;
  /** `DISCORD_API_URL`, without the version. */
  readonly api: string;
  readonly log: Log;
  /** Something that starting again does not mend: a wrong token, a refused intent. */
  readonly fatal: (reason: string) => void;
  readonly handle: (interaction: APIInteraction) => Promise<void>;
}

export interface Gateway {
  /** Resolves when Discord says it is ready. */
  start(): Promise<void>;
  /** Whether interactions come in. */
  connected(): boolean;
  stop(): Promise<void>;
}

/** Closes after which Discord will not take the same client again. */
const FATAL_CLOSES = new Set([4004, 4010, 4011, 4012, 4013, 4014]);
/** More connections than this a minute is a loop: discord.js itself would try about 65 times a second. */
const MOST_CLOSES = 30;
const WINDOW_MS = 60_000;

/** The WebSocket side: interactions come in here as raw JSON and go to dispatch. Nothing of Discord is cached. */
export function createGateway({ token, api, log, fatal, handle }: GatewayOptions): Gateway {
  const client = new Client({ intents: [], rest: { api, version: '10' }, allowedMentions: { parse: [] } });
  let closes: number[] = [];
  const onClose = (code: number) => {
    if (FATAL_CLOSES.has(code))
      return fatal(`Discord closed the connection for good (${code}). Check DISCORD_TOKEN.`);
    const now = Date.now();
    closes = [...closes.filter((at) => now - at < WINDOW_MS), now];
    if (closes.length > MOST_CLOSES)
      fatal('Discord closes every connection at once; stopping instead of hammering it.');
  };
  client.on(Events.Error, (error) => log.warn({ err: error }, 'the gateway reported an error'));
  client.on(Events.ShardDisconnect, ({ code }) => onClose(code));
  client.on(Events.ShardReconnecting, () => onClose(0));
  client.on(Events.Invalidated, () => fatal('Discord no longer takes the session. Check DISCORD_TOKEN.'));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    void handle(interaction);
  });
  return {
    async start() {
      const ready = new Promise<void>((resolve) => void client.once(Events.ClientReady, () => resolve()));
      await client.login(token);
      await ready;
    },
    connected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: () => client.destroy(),
  };
}
