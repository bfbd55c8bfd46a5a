/** When the gateway may connect: not too soon after other connections, and within Discord's daily limit. */
import type { APIGatewayBotInfo } from 'discord.js';
import { MINUTE } from '../domain/durations.js';
import type { GatewayProblem } from '../domain/gateway-problem.js';
import { later, msBetween, type WallInstant } from '../domain/instant.js';
import type { Identifies } from './identifies.js';
import type { Log } from './log.js';
import type { RestClient } from './rest-client.js';
import { growingPause, sleep } from './backoff.js';
import { askGateway, NO_INFORMATION } from './gateway-information.js';

/** More closes than this in `WINDOW_MS`, and every further connection waits longer. */
const FREE_CLOSES = 3;
const WINDOW_MS = 10 * MINUTE;
/** How often Discord is asked again while the bot waits for it to allow more connections. */
const ASK_AGAIN_MS = 15 * MINUTE;

export interface ConnectWaitOptions {
  readonly rest: Pick<RestClient, 'get'>;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  readonly identifies: Identifies;
  /** Aborted once the gateway stops: whatever waits then ends. */
  readonly signal: AbortSignal;
  /** Discord does not take the token. */
  readonly tokenRefused: () => void;
}

/** Makes the gateway wait, and says for what. */
export class ConnectWait {
  /** What Discord said about its gateway; asked for before the first connection and before each identify. */
  #information: APIGatewayBotInfo | null = null;
  /** When connections were closed in the last ten minutes. */
  #closes: readonly WallInstant[] = [];
  #problem: GatewayProblem | null = null;

  constructor(private readonly options: ConnectWaitOptions) {}

  get information(): APIGatewayBotInfo {
    return this.#information ?? NO_INFORMATION;
  }

  /** What it waits for; null while it waits for nothing. */
  get problem(): GatewayProblem | null {
    return this.#problem;
  }

  /** A connection was closed just now. */
  closed(): void {
    this.#closes = [...this.#recentCloses(), this.options.wallNow()];
    this.#problem = null;
  }

  /** Resolves when a connection may be opened, or once the gateway stops. `identifies`: whether it has no session to resume. */
  async over(identifies: () => boolean): Promise<void> {
    await this.#slowDown();
    await this.#waitToIdentify(identifies);
    this.#problem = null;
  }

  /** Where Discord closes one connection after another, each of them is opened later than the one before. */
  async #slowDown(): Promise<void> {
    const { random, log, signal } = this.options;
    const closes = this.#recentCloses().length;
    if (closes <= FREE_CLOSES) return;
    const wait = growingPause(closes - FREE_CLOSES - 1, random());
    this.#problem = { kind: 'closes-all', wait };
    log.warn({ closes, wait }, 'the gateway waits before it connects again');
    await sleep(wait, signal);
  }

  async #waitToIdentify(identifies: () => boolean): Promise<void> {
    const { wallNow, log, signal, identifies: counted } = this.options;
    while (identifies() && !signal.aborted) {
      await this.#ask();
      const hold = this.#information === null ? null : await this.#hold(this.#information);
      if (hold === null) break;
      const { wait, reason } = hold;
      this.#problem = { kind: 'held-back', until: later(wallNow(), wait), reason };
      const about = { wait, reason, identifiesToday: counted.today() };
      log.warn(about, 'the gateway waits before it identifies again');
      await sleep(Math.min(wait, ASK_AGAIN_MS), signal);
    }
  }

  #hold({ session_start_limit: { total, remaining, reset_after: resetAfter } }: APIGatewayBotInfo) {
    return this.options.identifies.hold({ total, remaining, resetAfter });
  }

  async #ask(): Promise<void> {
    const failed = () => {
      this.#problem = { kind: 'no-address' };
    };
    this.#information = (await askGateway({ ...this.options, failed })) ?? this.#information;
  }

  #recentCloses(): readonly WallInstant[] {
    const now = this.options.wallNow();
    return this.#closes.filter((at) => at <= now && msBetween(at, now) < WINDOW_MS);
  }
}
