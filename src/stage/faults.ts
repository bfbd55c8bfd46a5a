/** The faults that the page can switch on. */
import type { FaultsView, LocalDiscord, StageVerb } from '../playground/index.js';
import { HOUR } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

/** Slow enough to see, quick enough for an answer within Discord's three seconds. */
const SLOW_MS = 1500;

type StageFault = Extract<StageVerb, { kind: 'fault' }>['fault'];

/** What the curious break, and what stands broken. Times are the record's, so that an hour can be travelled. */
export class StageFaults {
  readonly #discord: LocalDiscord;
  readonly #now: () => RecordInstant;
  readonly #standing = new Map<StageFault, () => void>();
  readonly #forbidden = new Set<string>();
  #downUntil = 0;

  constructor(discord: LocalDiscord, now: () => RecordInstant) {
    this.#discord = discord;
    this.#now = now;
  }

  seen(): FaultsView {
    return {
      forbidden: [...this.#forbidden],
      slow: this.#standing.has('slow'),
      limited: this.#standing.has('limited'),
      downUntil: this.#down() ? this.#downUntil : null,
    };
  }

  set(fault: StageFault, on: boolean): void {
    this.#standing.get(fault)?.();
    this.#standing.delete(fault);
    if (on) this.#standing.set(fault, this.#begin(fault));
  }

  /** The bot may not see or write in a channel, or may again. */
  forbid(channel: string, on: boolean): void {
    const { world } = this.#discord;
    const deny = on ? (['ViewChannel', 'SendMessages'] as const) : [];
    world.overwrite(channel, { of: world.bot.id, deny });
    if (on) this.#forbidden.add(channel);
    else this.#forbidden.delete(channel);
  }

  #begin(fault: StageFault): () => void {
    const { faults } = this.#discord;
    const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
    if (fault === 'slow') return faults.during({}, { kind: 'delay', ms: SLOW_MS });
    if (fault === 'limited')
      return faults.during(posts, { kind: 'status', status: 429, code: 20016, retryAfter: 2 });
    this.#downUntil = this.#now() + HOUR;
    return faults.during({}, { kind: 'status', status: 503 }, () => this.#down());
  }

  #down(): boolean {
    return this.#standing.has('down') && this.#now() < this.#downUntil;
  }
}
