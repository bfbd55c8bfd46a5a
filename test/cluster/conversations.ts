/** What people asked the bot, and what became of each of their interactions. */
import type { Exchange, LocalDiscord } from '../../src/playground/index.js';

interface Asked {
  readonly id: string;
  readonly guild: string;
  /** Real ms. */
  readonly at: number;
  /** Whether a gateway was connected for its server, and stayed so until it had answered. */
  heard: boolean;
  /** First answers, by any process, also refused ones. */
  answers: number;
  /** Whether there is something to read, and not only "thinking…". */
  finished: boolean;
}

/** By their ids; all empty but `alone` where each was answered once. */
export interface Answers {
  readonly asked: number;
  readonly answered: number;
  /** Without an answer: no gateway was connected for the server, or none any more. */
  readonly alone: number;
  /** Without an answer, and a gateway was there. */
  readonly silent: readonly string[];
  readonly twice: readonly string[];
}

/** Deferrals: of an answer, and of a change of the message that was pressed. */
const DEFERRED = new Set([5, 6]);

const isFine = ({ status }: Exchange) => status < 300;

/** Notes every interaction from now on. */
export class Conversations {
  readonly #byToken = new Map<string, Asked>();

  /** `firstAnswerMs`: how long Discord waits for a first answer. */
  constructor(
    private readonly discord: LocalDiscord,
    private readonly firstAnswerMs: number,
  ) {
    discord.alterInteractions((payload) => {
      const { id, guild_id: guild, token } = payload;
      const heard = discord.isHeard(String(guild));
      const known = { id: String(id), guild: String(guild), at: Date.now(), heard };
      this.#byToken.set(String(token), { ...known, answers: 0, finished: false });
      return payload;
    });
    discord.onRequest((exchange) => this.#hear(exchange));
  }

  /** Whose server no gateway is connected for at the moment, and who has no answer yet, may wait for ever. */
  look(): void {
    for (const asked of this.#all)
      if (!asked.finished && !this.discord.isHeard(asked.guild)) asked.heard = false;
  }

  /** How many may still be answered. */
  get open(): number {
    const since = Date.now() - this.firstAnswerMs;
    return this.#all.filter(({ finished, heard, at }) => !finished && heard && at > since).length;
  }

  answers(): Answers {
    const all = this.#all;
    const without = all.filter(({ finished }) => !finished);
    const silent = without.filter(({ heard }) => heard);
    const ids = (asked: readonly Asked[]) => asked.map(({ id, at }) => `${id} ${new Date(at).toISOString()}`);
    return {
      asked: all.length,
      answered: all.length - without.length,
      alone: without.length - silent.length,
      silent: ids(silent),
      twice: ids(all.filter(({ answers }) => answers > 1)),
    };
  }

  get #all(): readonly Asked[] {
    return [...this.#byToken.values()];
  }

  #hear(exchange: Exchange): void {
    const { route = '', params, body } = exchange;
    if (route.endsWith('/callback')) {
      const asked = this.#byToken.get(params['interaction_token'] ?? '');
      if (asked === undefined) return;
      asked.answers += 1;
      asked.finished ||= isFine(exchange) && !DEFERRED.has(Number(Object(body).type));
    } else if (route.startsWith('/webhooks/') && isFine(exchange)) {
      const asked = this.#byToken.get(params['webhook_token'] ?? '');
      if (asked !== undefined) asked.finished = true;
    }
  }
}
