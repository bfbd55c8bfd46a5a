/** The WebSocket side: connects the shards that are this process's. Nothing of Discord is cached. */
import type { FinalClose, GatewayProblem } from '../domain/gateway-problem.js';
import { sleep } from './backoff.js';
import { TOKEN_REFUSED } from './closes.js';
import { askGateway } from './gateway-information.js';
import type { InteractionReceiver } from './intake.js';
import { safeError } from './safe-error.js';
import { createShard, type Shard, type ShardOptions } from './shard.js';

export interface GatewayOptions extends Omit<ShardOptions, 'shard' | 'receiver' | 'ended'> {
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

  constructor(on: GatewayOptions) {
    this.#on = on;
  }

  async start(receiver: InteractionReceiver): Promise<void> {
    this.#receiver = receiver;
    this.#wanted = await this.#recommended();
    await this.#look();
    if (this.#on.leases.every !== null) this.#looking = this.#keepLooking(this.#on.leases.every);
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
    await this.#drop([...this.#shards.keys()]);
    if (this.#count > 0) await this.#on.leases.release('all').catch((error: unknown) => this.#warn(error));
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

  async #keepLooking(every: number): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await sleep(every, signal);
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
      const { count, mine } = await this.#on.leases.share(this.#wanted);
      if (count !== this.#count) await this.#drop([...this.#shards.keys()]);
      else await this.#drop([...this.#shards.keys()].filter((id) => !mine.includes(id)));
      this.#count = count;
      const more = mine.filter((id) => !this.#shards.has(id));
      if (more.length > 0) this.#on.log.info({ shards: mine, count }, 'the shards of this process');
      for (const id of more) this.#connect(id);
    } catch (error) {
      this.#warn(error);
    }
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
      ended: (close) => void this.#ended(close, count),
    });
    this.#shards.set(id, shard);
  }

  async #drop(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await Promise.all(
      ids.map(async (id) => {
        const shard = this.#shards.get(id);
        await shard?.stop();
        this.#reconnects += shard?.reconnects() ?? 0;
        this.#shards.delete(id);
      }),
    );
    await this.#on.leases.release(ids);
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
    if (this.#on.leases.every === null && this.#wanted > this.#count) await this.#look();
    return true;
  }

  #end(close: FinalClose): void {
    if (this.#stopped.signal.aborted) return;
    this.#closedForGood = close;
    this.#stopped.abort();
    for (const shard of this.#shards.values()) void shard.stop();
    this.#on.fatal(close);
  }
}

/** A gateway that is not connected yet. */
export function createGateway(options: GatewayOptions): Gateway {
  return new DiscordGateway(options);
}
