/** One identified client of the gateway, which outlives its socket so that it can be resumed. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';

interface DispatchFrame {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

// Discord keeps what a client missed for a while; a client gone for longer starts anew.
const keptDispatches = 1000;

/** One identified client. It outlives its socket, so that it can be resumed. */
export class Session {
  readonly id = randomUUID().replaceAll('-', '');
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly #kept: DispatchFrame[] = [];
  #sequence = 0;
  socket: WebSocket | undefined;

  constructor(intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  /** The number of the last event. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Number an event, keep it for a resume, and send it if someone listens. */
  dispatch(event: string, data: unknown): void {
    this.#sequence += 1;
    const dispatch: DispatchFrame = { op: 0, s: this.#sequence, t: event, d: data };
    this.#kept.push(dispatch);
    if (this.#kept.length > keptDispatches) this.#kept.shift();
    this.#send(dispatch);
  }

  /** Take over a new socket and send what the old one missed; a session has one connection at a time. */
  resume(socket: WebSocket, sequence: number): void {
    if (this.socket !== socket) this.socket?.close(4000);
    this.socket = socket;
    for (const missed of this.#kept.filter((one) => one.s > sequence)) this.#send(missed);
    this.dispatch('RESUMED', {});
  }

  /** Whether events of a server are for this session's shard; direct messages are for the first. */
  hears(guildId: string | undefined): boolean {
    const [id, count] = this.shard;
    if (guildId === undefined) return id === 0;
    return Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  #send(dispatch: DispatchFrame): void {
    const { socket } = this;
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(dispatch));
  }
}
