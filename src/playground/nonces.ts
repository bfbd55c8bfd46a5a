/** Remembers which nonce made which message, as long as Discord does. */

type Nonce = string | number | undefined;

/** Which nonce made which message, for as long as Discord remembers. */
export class Nonces {
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #made = new Map<string, { messageId: string; at: number }>();

  constructor(windowMs: number, now: () => number) {
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** The message an earlier send with this nonce made, if that was within the window. */
  recall(channelId: string, nonce: Nonce): string | undefined {
    const made = nonce === undefined ? undefined : this.#made.get(key(channelId, nonce));
    if (made === undefined || this.#now() - made.at >= this.#windowMs) return undefined;
    return made.messageId;
  }

  forget(): void {
    this.#made.clear();
  }

  remember(channelId: string, nonce: Nonce, messageId: string): void {
    if (nonce !== undefined) this.#made.set(key(channelId, nonce), { messageId, at: this.#now() });
  }
}

function key(channelId: string, nonce: string | number): string {
  return `${channelId}:${nonce}`;
}
