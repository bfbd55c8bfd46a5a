/** A memory with a bound, for what is made from one state of a ledger. */

/** Values by a key that names what they were made from; the oldest goes for a new one. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>();

  /** `most`: how many are kept. */
  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (this.#values.size >= this.most) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#values.set(key, value);
  }
}
