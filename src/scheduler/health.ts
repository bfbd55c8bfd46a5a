/** What of the beat fails, for whoever hosts the bot. */
import { RefusedError } from '../domain/refusal.js';
import { MINUTE } from '../domain/durations.js';

/** What of the beat can fail by itself. */
export type BeatPart =
  'look' | 'retry' | 'expire' | 'fire' | 'claim' | 'send' | 'renew' | 'tidy' | 'plan' | 'erase';

interface Failing {
  times: number;
  /** Real ms UTC of the first of them. */
  readonly since: number;
  last: string;
}

export interface HealthOptions {
  /** Real time, ms. */
  readonly real: () => number;
  readonly log: { error(about: object, message: string): void };
}

/** A beat that takes longer than this has stopped, ms. */
const HANGS_MS = MINUTE;
/** A fault of the timer is told of for so long, ms. */
const TOLD_MS = MINUTE;
/** Of the same fault every second only every so many are logged. */
const LOGGED_EVERY = 60;

const iso = (instant: number) => new Date(instant).toISOString();

/** What an error says, in one line; of a refusal what lies behind it. */
export function messageOf(error: unknown): string {
  const cause = error instanceof RefusedError ? error.cause : undefined;
  if (cause !== undefined) return messageOf(cause);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

/** Which stages of the beat have failed, how often in a row, and since when. */
export class Health {
  readonly #failing = new Map<BeatPart, Failing>();
  #began: number | null = null;
  #timer: { readonly at: number; readonly message: string } | null = null;

  constructor(private readonly options: HealthOptions) {}

  succeeded(part: BeatPart): void {
    this.#failing.delete(part);
    // Where rows can be claimed they can be settled and renewed again.
    if (part === 'claim') for (const other of ['send', 'renew'] as const) this.#failing.delete(other);
  }

  failed(part: BeatPart, error: unknown): void {
    const { real, log } = this.options;
    const failing = this.#failing.get(part) ?? { times: 0, since: real(), last: '' };
    if (failing.times % LOGGED_EVERY === 0)
      log.error({ err: error, stage: part, times: failing.times + 1 }, 'a stage of the beat failed');
    failing.times += 1;
    failing.last = messageOf(error);
    this.#failing.set(part, failing);
  }

  /** Whether a stage has failed and not succeeded since: it is tried again even where nothing is due. */
  isFailing(): boolean {
    return this.#failing.size > 0;
  }

  /** A beat begins or, with null, is over. */
  beating(at: number | null): void {
    this.#began = at;
  }

  timerFailed(error: unknown): void {
    const { real, log } = this.options;
    log.error({ err: error }, 'the timer of the beat failed');
    this.#timer = { at: real(), message: messageOf(error) };
  }

  /** Sentences for whoever hosts the bot; none where all is well. */
  problems(): readonly string[] {
    const now = this.options.real();
    const stages = [...this.#failing].map(
      ([part, { times, since, last }]) =>
        `The stage "${part}" of the beat has failed ${times === 1 ? 'once' : `${times} times in a row`} since ${iso(since)}: ${last}`,
    );
    const hangs =
      this.#began !== null && now - this.#began > HANGS_MS
        ? [`The beat that began at ${iso(this.#began)} has not ended.`]
        : [];
    const timer =
      this.#timer !== null && now - this.#timer.at <= TOLD_MS
        ? [`The timer of the beat failed at ${iso(this.#timer.at)}: ${this.#timer.message}`]
        : [];
    return [...stages, ...hangs, ...timer];
  }
}
