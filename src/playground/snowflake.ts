/** Ids as Discord makes them. */

const discordEpoch = 1_420_070_400_000;
const sequenceMask = (1n << 22n) - 1n;

/** Ids as Discord makes them: milliseconds since 2015 in the upper bits, a sequence below. */
export class Snowflakes {
  #sequence = 0n;

  /** A new id of an instant. Two of one instant differ and come in order. */
  at(instant: number): string {
    this.#sequence = (this.#sequence + 1n) & sequenceMask;
    const since = BigInt(Math.max(Math.trunc(instant) - discordEpoch, minimumAge));
    return ((since << 22n) | this.#sequence).toString();
  }
}

// Below this an id has fewer than 17 digits, and discord.js no longer takes it for one.
const minimumAge = 2_500_000_000;
