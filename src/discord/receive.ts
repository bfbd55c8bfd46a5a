/** Takes interactions from the gateway or over HTTP, each once, and waits for those under way when the process stops. */
import type { APIInteraction } from 'discord.js';
import { RefusedError } from '../domain/refusal.js';
import type { InteractionStore } from '../store/port/index.js';
import { atMost } from './backoff.js';
import type { Dispatch } from './dispatch.js';
import { readInteraction } from './intake.js';
import type { Log } from './log.js';

export interface ReceiverOptions {
  readonly store: InteractionStore;
  readonly dispatch: Pick<Dispatch, 'handle' | 'refuse'>;
  /** The id of the application. */
  readonly application: string;
  readonly log: Log;
  /** Whether another process could be given the same interaction over the gateway. */
  readonly shared: boolean;
}

/** What became of an interaction that came over HTTP; `not-ready`: the process has only just started. */
export type HttpReceipt = 'taken' | 'taken-before' | 'unreadable' | 'not-ready';

export interface Receiver {
  /** Answers an interaction of the gateway. Never throws. */
  handle(interaction: APIInteraction): Promise<void>;
  /** Answers an interaction of any shape that came over HTTP, unless it was taken before. Resolves once it is answered, or after a while. */
  receive(payload: unknown): Promise<HttpReceipt>;
  /** Resolves once what is under way is answered, or after a while. */
  idle(): Promise<void>;
}

/**
 * Discord takes an HTTP interaction for lost after 3 s, whether it has its answer or not; and a stop waits 2 s for requests
 * under way: what was taken must be known as taken by then.
 */
const HTTP_WITHIN_MS = 1000;
const IDLE_WITHIN_MS = 2000;
/** What the database can keep. */
const LARGEST_ID = 2n ** 63n - 1n;

/** Takes interactions for a process. */
export function createReceiver({ store, dispatch, application, log, shared }: ReceiverOptions): Receiver {
  const underWay = new Set<Promise<void>>();

  function track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  }

  /**
   * What is to be done about it; null where it was taken before. Where that can't be known, nothing is done but to say why.
   */
  async function take(interaction: APIInteraction): Promise<(() => Promise<void>) | null> {
    const { id } = interaction;
    try {
      const first = BigInt(id) <= LARGEST_ID && (await store.takeInteraction(id));
      if (first) return () => dispatch.handle(interaction);
      log.info({ interaction: id }, 'an interaction was taken before');
      return null;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { refusal } = error;
      return () => dispatch.refuse(interaction, refusal);
    }
  }

  async function handle(interaction: APIInteraction): Promise<void> {
    const answer = shared ? await take(interaction) : () => dispatch.handle(interaction);
    await answer?.();
  }

  return {
    handle: (interaction) => track(handle(interaction)),
    async receive(payload) {
      const interaction = readInteraction(payload, application);
      if (interaction === null) return 'unreadable';
      const answer = await take(interaction);
      if (answer === null) return 'taken-before';
      await atMost(HTTP_WITHIN_MS, track(answer()));
      return 'taken';
    },
    async idle() {
      await atMost(IDLE_WITHIN_MS, Promise.allSettled(underWay));
    },
  };
}
