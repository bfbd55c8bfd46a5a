/** The WebSocket side: connects the shards that are this process's. Nothing of Discord is cached. */
import type { FinalClose, GatewayProblem } from '../domain/gateway-problem.js';
import { TOKEN_REFUSED } from './closes.js';
import { askGateway } from './gateway-information.js';
import type { InteractionReceiver } from './intake.js';
import { safeError } from './safe-error.js';
import type { ShardSession } from '../domain/shards.js';
import { createShard, type Shard, type ShardOptions } from './shard.js';

export interface GatewayOptions extends Omit<ShardOptions, 'shard' | 'receiver' | 'connected' | 'ended'> {
  /** How many shards there are in all; `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** Something that starting again does not mend: a wrong token, too many servers. */
  readonly fatal: (close: FinalClose) => void;
}

export interface Gateway {
  /**
   * Connects. Resolves when Discord says for the first time that all shards of this process are ready, at once where it
   * has none yet, or when the gateway is stopped.
   */
  start(receiver: InteractionReceiver): Promise<void>;
  /** Why no interactions come in to this process; null where they do, and where other processes have all shards. */
  problem(): GatewayProblem | null;
  /** How often a connection was lost since the start. */
  reconnects(): number;
  /** How often the bot identified in the last 24 hours with the shards of this process, over restarts. */
  identifiesToday(): number;
  stop(): Promise<void>;
}

class DiscordGateway implements Gateway {
  readonly #on: GatewayOptions;
  readonly #stopped = new AbortController();
  readonly #shards = new Map<number, Shard>();
  #receiver: InteractionReceiver | null = null;
  /** How many shards there are in all; 0 until that is known. */
  #count = 0;
  #wanted = 1;
  /** Of shards that are no longer this process's. */
  #reconnects = 0;
  #closedForGood: FinalClose | null = null;
  #looking: Promise<void> = Promise.resolve();
  #sharing: Promise<void> = Promise.resolve();
  /** Aborted where shares are to be looked at at once. */
  #early = new AbortController();
  /** What was known of the sessions at the look before. */
  #sessions: ReadonlyMap<number, ShardSession> = new Map();

  constructor(on: GatewayOptions) {
    this.#on = on;
  }

  async start(receiver: InteractionReceiver): Promise<void> {
    this.#receiver = receiver;
    this.#wanted = await this.#recommended();
    await this.#look();
    const { next } = this.#on.leases;
    if (next !== null) this.#looking = this.#keepLooking(next);
    await Promise.all([...this.#shards.values()].map((shard) => shard.first));
  }

  problem(): GatewayProblem | null {
    if (this.#closedForGood !== null) return this.#closedForGood;
    if (this.#count === 0 || this.#stopped.signal.aborted) return { kind: 'not-connected' };
    const problems = [...this.#shards.values()].map((shard) => shard.problem());
    return problems.find((problem) => problem !== null) ?? null;
  }

  reconnects(): number {
    return this.#sum((shard) => shard.reconnects()) + this.#reconnects;
  }

  identifiesToday(): number {
    return this.#sum((shard) => shard.identifiesToday());
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all([this.#looking, this.#sharing]);
    const sessions = await this.#close([...this.#shards.keys()], this.#on.leases.next !== null);
    if (this.#count > 0)
      await this.#on.leases.release('all', sessions).catch((error: unknown) => this.#warn(error));
  }

  #sum(of: (shard: Shard) => number): number {
    return [...this.#shards.values()].reduce((sum, shard) => sum + of(shard), 0);
  }

  /** How many shards Discord recommends, or the setting. */
  async #recommended(): Promise<number> {
    if (this.#on.shards !== 'auto') return this.#on.shards;
    const { signal } = this.#stopped;
    const found = await askGateway({ ...this.#on, signal, tokenRefused: () => this.#end(TOKEN_REFUSED) });
    return found?.shards ?? 1;
  }

  async #keepLooking(next: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await next(AbortSignal.any([signal, this.#early.signal]));
      this.#early = new AbortController();
      await this.#look();
    }
  }

  /** As `#share`, one at a time: two at once would drop what the other has just connected. */
  #look(): Promise<void> {
    this.#sharing = this.#sharing.then(() => this.#share());
    return this.#sharing;
  }

  /** Takes and gives up shards as they are shared out now. Never throws: where that can't be known, all stays as it is. */
  async #share(): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    try {
      const { count, mine } = await this.#on.leases.share(this.#wanted, this.#sessionsOfLate());
      const all = [...this.#shards.keys()];
      // Sessions of another number of shards are of no use to anybody.
      if (count !== this.#count) await this.#drop(all, false);
      else
        await this.#drop(
          all.filter((id) => !mine.includes(id)),
          true,
        );
      this.#count = count;
      const more = mine.filter((id) => !this.#shards.has(id));
      if (more.length > 0) this.#on.log.info({ shards: mine, count }, 'the shards of this process');
      for (const id of more) this.#connect(id);
    } catch (error) {
      this.#warn(error);
    }
  }

  /**
   * The sessions as they were at the look before: what had come by then has been taken, and what came later is sent again
   * to whoever goes on, and taken once all the same.
   */
  #sessionsOfLate(): readonly ShardSession[] {
    const before = this.#sessions;
    const sessions = [...this.#shards.values()].flatMap((shard) => shard.session() ?? []);
    this.#sessions = new Map(sessions.map((session) => [session.shard, session]));
    return sessions.map((session) => {
      const known = before.get(session.shard);
      return known?.id === session.id ? known : session;
    });
  }

  #warn(error: unknown): void {
    this.#on.log.warn({ err: safeError(error) }, 'the shards could not be shared out');
  }

  #connect(id: number): void {
    if (this.#receiver === null || this.#stopped.signal.aborted) return;
    const count = this.#count;
    const shard = createShard({
      ...this.#on,
      shard: { id, count },
      receiver: this.#receiver,
      connected: () => this.#early.abort(),
      ended: (close) => void this.#ended(close, count),
    });
    this.#shards.set(id, shard);
  }

  async #drop(ids: readonly number[], keep: boolean): Promise<void> {
    if (ids.length > 0) await this.#on.leases.release(ids, await this.#close(ids, keep));
  }

  /** Closes the connections of shards. The result is where their sessions go on, if those are to be kept. */
  async #close(ids: readonly number[], keep: boolean): Promise<readonly ShardSession[]> {
    const closed = await Promise.all(
      ids.map(async (id) => {
        const shard = this.#shards.get(id);
        await shard?.stop(keep);
        this.#reconnects += shard?.reconnects() ?? 0;
        this.#shards.delete(id);
        return keep ? (shard?.session() ?? []) : [];
      }),
    );
    return closed.flat();
  }

  /** Where Discord demands more shards than there were, there will be more; every other end is one of the process. */
  async #ended(close: FinalClose, count: number): Promise<void> {
    if (close.why === 'too-many-servers' && this.#on.shards === 'auto' && (await this.#grows(count))) return;
    this.#end(close);
  }

  /**
   * Whether there will be more than `count` shards, the number under which Discord closed one. It closes them all, and
   * by the time the last one is told, there may be more already.
   */
  async #grows(count: number): Promise<boolean> {
    this.#wanted = Math.max(this.#wanted, await this.#recommended());
    if (this.#wanted <= count) return false;
    if (this.#on.leases.next === null && this.#wanted > this.#count) await this.#look();
    return true;
  }

  #end(close: FinalClose): void {
    if (this.#stopped.signal.aborted) return;
    this.#closedForGood = close;
    this.#stopped.abort();
    for (const shard of this.#shards.values()) void shard.stop(false);
    this.#on.fatal(close);
  }
}

/** A gateway that is not connected yet. */
export function createGateway(options: GatewayOptions): Gateway {
  return new DiscordGateway(options);
}
