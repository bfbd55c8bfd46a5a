/** Keeps which parts of the beat fail, as codes. */
import type { BeatPart, BeatProblem } from '../domain/beat-problem.js';
import { unquotedMessage } from '../domain/error-message.js';
import { RefusedError } from '../domain/refusal.js';
import { MINUTE } from '../domain/durations.js';
import { msBetween, type WallInstant } from '../domain/instant.js';

interface Failing {
  times: number;
  /** When it failed for the first of them. */
  readonly since: WallInstant;
  last: string;
}

export interface HealthOptions {
  readonly wallNow: () => WallInstant;
  readonly log: { error(about: object, message: string): void };
}

/** A beat that takes longer than this hangs, ms. */
const HANGS_MS = MINUTE;
/** How long a fault of the timer is reported, ms. */
const TOLD_MS = MINUTE;
/** A fault repeats every second; only one in so many is logged. */
const LOGGED_EVERY = 60;

/** The first line of an error's message without quotations, at most 200 characters; for a refusal, that of its cause. */
export function messageOf(error: unknown): string {
  const cause = error instanceof RefusedError ? error.cause : undefined;
  if (cause !== undefined) return messageOf(cause);
  const message = error instanceof Error ? error.message : String(error);
  return unquotedMessage(message).split('\n', 1)[0]?.slice(0, 200) ?? '';
}

/** Which stages of the beat have failed, how often in a row, and since when. */
export class Health {
  readonly #failing = new Map<BeatPart, Failing>();
  #began: WallInstant | null = null;
  #timer: { readonly at: WallInstant; readonly message: string } | null = null;

  constructor(private readonly options: HealthOptions) {}

  succeeded(part: BeatPart): void {
    this.#failing.delete(part);
    // Where rows can be claimed they can be settled and renewed again.
    if (part === 'claim') for (const other of ['send', 'renew'] as const) this.#failing.delete(other);
  }

  failed(part: BeatPart, error: unknown): void {
    const { wallNow, log } = this.options;
    const failing = this.#failing.get(part) ?? { times: 0, since: wallNow(), last: '' };
    if (failing.times % LOGGED_EVERY === 0)
      log.error({ err: error, stage: part, times: failing.times + 1 }, 'a stage of the beat failed');
    failing.times += 1;
    failing.last = messageOf(error);
    this.#failing.set(part, failing);
  }

  /** Whether a stage has failed and not succeeded since: it is retried even if nothing is due. */
  isFailing(): boolean {
    return this.#failing.size > 0;
  }

  /** A beat begins or, with null, is over. */
  beating(at: WallInstant | null): void {
    this.#began = at;
  }

  timerFailed(error: unknown): void {
    const { wallNow, log } = this.options;
    log.error({ err: error }, 'the timer of the beat failed');
    this.#timer = { at: wallNow(), message: messageOf(error) };
  }

  /** What fails at present; empty while all is well. */
  problems(): readonly BeatProblem[] {
    const now = this.options.wallNow();
    const problems: BeatProblem[] = [...this.#failing].map(([part, { times, since, last }]) => ({
      kind: 'part-failed',
      part,
      times,
      since,
      reason: last,
    }));
    if (this.#began !== null && msBetween(this.#began, now) > HANGS_MS)
      problems.push({ kind: 'hangs', since: this.#began });
    if (this.#timer !== null && msBetween(this.#timer.at, now) <= TOLD_MS)
      problems.push({ kind: 'timer-failed', at: this.#timer.at, reason: this.#timer.message });
    return problems;
  }
}
