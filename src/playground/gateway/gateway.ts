/** The local gateway: hello, heartbeat, identify, resume, and dispatching events to sessions. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { GatewayFaults } from '../exchange.js';
import type { Guild } from '../model.js';
import type { World } from '../world.js';
import {
  identify,
  intents,
  isShard,
  knownIntents,
  privileged,
  readFrame,
  resume,
  type Frame,
} from './frames.js';
import { guildCreate, readyJson } from './payloads.js';
import { Session } from './session.js';
import type { IdentifyCounter } from './start-limit.js';

export interface GatewayParts {
  readonly world: World;
  readonly token: () => string;
  readonly heartbeatMs: number;
  /** The address to resume at; known once the server listens. */
  readonly url: () => string;
  readonly starts: IdentifyCounter;
  /** How many servers the bot is in, if more than there are in the world. */
  readonly guildCount: () => number;
  /** Whether the application was granted the privileged intents. */
  readonly privilegedIntents: boolean;
  /** The identifies of the day are spent: the token is no longer valid. */
  readonly onSpent: () => void;
}

/** What is sent to a client at most before it is read; a client's own frames are much smaller. */
const MAX_PAYLOAD = 65_536;
/** A shard of Discord holds no more servers. */
const MOST_GUILDS = 2500;

/** Discord's WebSocket side: hello, heartbeat, identify, resume, and what is sent to whom. */
export class LocalGateway {
  readonly #parts: GatewayParts;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    // Text that is no UTF-8 is closed as what it is to Discord, a frame that cannot be decoded.
    skipUTF8Validation: true,
  });
  readonly #sessions = new Map<string, Session>();
  #refusal: number | undefined;
  #identifyRefusal: number | undefined;

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

  /** Whether a client is connected that hears this server. */
  isHeard(guildId: string): boolean {
    return this.sessions.some((session) => session.socket !== undefined && session.hears(guildId));
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
    refuseIdentify: (code) => {
      this.#identifyRefusal = code;
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
    // A peer that vanishes, or sends what is no frame, is a close, which `ws` sees to; without a listener it would end
    // the process.
    socket.on('error', () => undefined);
    if (this.#refusal !== undefined) {
      socket.close(this.#refusal);
      return;
    }
    socket.on('message', (raw, isBinary) => {
      const code = this.#read(socket, raw, isBinary);
      if (code !== undefined) socket.close(code);
    });
    socket.on('close', (code) => {
      this.#left(socket, code);
    });
    send(socket, 10, { heartbeat_interval: this.#parts.heartbeatMs });
  }

  /** Takes a frame; the result is the code to close with where Discord would. */
  #read(socket: WebSocket, raw: RawData, isBinary: boolean): number | undefined {
    const frame = readFrame(raw, isBinary);
    return frame === undefined ? 4002 : this.#take(socket, frame);
  }

  #take(socket: WebSocket, { op, d }: Frame): number | undefined {
    const session = this.#sessionOf(socket);
    switch (op) {
      case 1:
        send(socket, 11, null);
        return undefined;
      case 2:
        return session === undefined ? this.#identify(socket, d) : 4005;
      case 6:
        return this.#resume(socket, d);
      case 3:
      case 4:
      case 8:
      case 31:
        return session === undefined ? 4003 : undefined;
      default:
        return 4001;
    }
  }

  #identify(socket: WebSocket, data: unknown): number | undefined {
    const parsed = identify.safeParse(data);
    if (!parsed.success) return 4002;
    const { token, intents: asked, shard = [0, 1] } = parsed.data;
    if (token !== this.#parts.token()) return 4004;
    if (!isShard(shard)) return 4010;
    const refused = this.#identifyRefusal ?? this.#refusalOf(asked, shard[1]);
    if (refused !== undefined) return refused;
    const attempt = this.#parts.starts.take(shard[0]);
    if (attempt === 'too-soon') send(socket, 9, false);
    if (attempt === 'spent') return this.#spent();
    if (attempt === 'taken') this.#open(new Session(asked, shard, socket));
    return undefined;
  }

  #refusalOf(asked: number, shards: number): number | undefined {
    if ((asked & ~knownIntents) !== 0 || asked < 0) return 4013;
    if (!this.#parts.privilegedIntents && (asked & privileged) !== 0) return 4014;
    const guilds = Math.max(this.#parts.guildCount(), this.#ownGuilds().length);
    return Math.ceil(guilds / shards) > MOST_GUILDS ? 4011 : undefined;
  }

  /** Discord ends every session of a bot that identifies too often in a day, and makes its token invalid. */
  #spent(): number {
    this.#parts.onSpent();
    this.#sessions.clear();
    this.faults.close(4004);
    return 4004;
  }

  #open(session: Session): void {
    this.#sessions.set(session.id, session);
    const guilds = this.#ownGuilds().filter((guild) => session.hears(guild.id));
    session.dispatch('READY', readyJson(session, guilds, this.#parts.world, this.#parts.url()));
    if ((session.intents & intents.guilds) === 0) return;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', guildCreate(guild, this.#parts.world));
  }

  #resume(socket: WebSocket, data: unknown): number | undefined {
    const parsed = resume.safeParse(data);
    if (!parsed.success) return 4002;
    const { token, session_id: id, seq } = parsed.data;
    if (token !== this.#parts.token()) return 4004;
    const session = this.#sessions.get(id);
    if (session === undefined) send(socket, 9, false);
    else if ((seq ?? 0) > session.sequence) return 4007;
    else session.resume(socket, seq ?? 0);
    return undefined;
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return this.sessions.find((one) => one.socket === socket);
  }

  #left(socket: WebSocket, code: number): void {
    const session = this.#sessionOf(socket);
    if (session === undefined) return;
    session.socket = undefined;
    // A client that says good-bye is not coming back to this session.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
  }

  #ownGuilds(): Guild[] {
    const { world } = this.#parts;
    return [...world.guilds.values()].filter((guild) => guild.members.has(world.bot.id));
  }
}

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
