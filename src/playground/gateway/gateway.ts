import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import type { GatewayFaults } from '../exchange.js';
import { guildJson, channelJson, memberJson, userJson } from '../json.js';
import type { Guild } from '../model.js';
import type { World } from '../world.js';
import { Session } from './session.js';

export interface GatewayParts {
  readonly world: World;
  readonly token: string;
  readonly heartbeatMs: number;
  /** The address to resume at; known once the server listens. */
  readonly url: () => string;
}

export const intents = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };

const frame = z.object({ op: z.number(), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().nullable() });

/** Discord's WebSocket side: hello, heartbeat, identify, resume, and what is sent to whom. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  #refusal: number | undefined;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#sockets.on('connection', (socket) => {
      this.#welcome(socket);
    });
    parts.world.onGuildChange((change, guild) => {
      if (change === 'joined')
        this.dispatch('GUILD_CREATE', guildCreate(guild, parts.world), guild.id, intents.guilds);
      else this.dispatch('GUILD_DELETE', { id: guild.id }, guild.id, intents.guilds);
    });
  }

  /** Clients that are identified, connected or expected back. */
  get sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /** Send an event to the sessions that hear this server and asked for this kind. */
  dispatch(event: string, data: unknown, guildId: string | undefined, intent = 0): void {
    this.dispatchEach(event, guildId, intent, () => data);
  }

  /** As `dispatch`, for what looks different to clients that asked for less. */
  dispatchEach(
    event: string,
    guildId: string | undefined,
    intent: number,
    dataFor: (asked: number) => unknown,
  ): void {
    for (const session of this.#sessions.values()) {
      const asked = session.intents;
      if (session.hears(guildId) && (asked & intent) === intent) session.dispatch(event, dataFor(asked));
    }
  }

  readonly faults: GatewayFaults = {
    reconnect: () => this.#toAll({ op: 7, d: null }),
    invalidate: (resumable = false) => {
      if (!resumable) this.#sessions.clear();
      this.#toAll({ op: 9, d: resumable });
    },
    close: (code) => {
      for (const socket of this.#sockets.clients) socket.close(code);
    },
    cut: () => {
      for (const socket of this.#sockets.clients) socket.terminate();
    },
    refuse: (code) => {
      this.#refusal = code;
    },
  };

  /** Takes a client's socket. */
  take(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(incoming, socket, head, (client) => this.#sockets.emit('connection', client));
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #toAll(payload: { op: number; d: unknown }): void {
    for (const socket of this.#sockets.clients) send(socket, payload.op, payload.d);
  }

  #welcome(socket: WebSocket): void {
    if (this.#refusal !== undefined) {
      socket.close(this.#refusal);
      return;
    }
    // A peer that vanishes is a close, which is handled; without a listener it would end the process.
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      this.#read(socket, raw);
    });
    socket.on('close', (code) => {
      this.#left(socket, code);
    });
    send(socket, 10, { heartbeat_interval: this.#parts.heartbeatMs });
  }

  #read(socket: WebSocket, raw: RawData): void {
    const parsed = frame.safeParse(parseFrame(raw));
    if (!parsed.success) {
      socket.close(4002);
      return;
    }
    const { op, d } = parsed.data;
    if (op === 1) send(socket, 11, null);
    else if (op === 2) this.#identify(socket, d);
    else if (op === 6) this.#resume(socket, d);
    else if (op !== 3 && op !== 4 && op !== 8) socket.close(4001);
  }

  #identify(socket: WebSocket, data: unknown): void {
    const parsed = identify.safeParse(data);
    if (!parsed.success || parsed.data.token !== this.#parts.token) {
      socket.close(parsed.success ? 4004 : 4002);
      return;
    }
    const session = new Session(parsed.data.intents, parsed.data.shard ?? [0, 1], socket);
    this.#sessions.set(session.id, session);
    const guilds = this.#ownGuilds().filter((guild) => session.hears(guild.id));
    session.dispatch('READY', this.#ready(session, guilds));
    if ((session.intents & intents.guilds) === 0) return;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', guildCreate(guild, this.#parts.world));
  }

  #resume(socket: WebSocket, data: unknown): void {
    const parsed = resume.safeParse(data);
    if (parsed.success && parsed.data.token !== this.#parts.token) {
      socket.close(4004);
      return;
    }
    const session = parsed.success ? this.#sessions.get(parsed.data.session_id) : undefined;
    if (session === undefined) send(socket, 9, false);
    else session.resume(socket, parsed.data?.seq ?? 0);
  }

  #left(socket: WebSocket, code: number): void {
    const session = this.sessions.find((one) => one.socket === socket);
    if (session === undefined) return;
    session.socket = undefined;
    // A client that says good-bye is not coming back to this session.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
  }

  #ready(session: Session, guilds: readonly Guild[]): unknown {
    const { world, url } = this.#parts;
    return {
      v: 10,
      user: { ...userJson(world.bot), email: null, verified: true, mfa_enabled: true },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
    };
  }

  #ownGuilds(): Guild[] {
    const { world } = this.#parts;
    return [...world.guilds.values()].filter((guild) => guild.members.has(world.bot.id));
  }
}

function guildCreate(guild: Guild, world: World): unknown {
  const bot = guild.members.get(world.bot.id);
  const channels = [...guild.channels.values()];
  return {
    ...guildJson(guild),
    joined_at: new Date(bot?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined ? [] : [memberJson(bot)],
    channels: channels.filter((one) => one.kind !== 'thread').map(channelJson),
    threads: channels.filter((one) => one.kind === 'thread').map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parseFrame(raw: RawData): unknown {
  try {
    // `ws` hands text frames over as one Buffer unless told otherwise.
    const value: unknown = JSON.parse(Buffer.isBuffer(raw) ? raw.toString('utf8') : '');
    return value;
  } catch {
    return undefined;
  }
}
