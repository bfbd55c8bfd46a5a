/** The two clocks: the record's, which a file may drive, and the machine's. Mixing them does not compile. */

/**
 * An instant of the record's clock and of the world it records, ms UTC: deadlines, entries, what is due. A plain number is
 * one as well, since words, calendars and rows make them.
 */
export type RecordInstant = number & { readonly clock?: 'record' };

declare const machine: unique symbol;

/**
 * An instant of the machine's clock: leases, budgets, the age of nonces, what goes wrong and since when. To the compiler it
 * is no number, so that it can't be compared with one, nor added to one; two of them compare as usual.
 */
export interface WallInstant {
  readonly [machine]: 'ms UTC';
}

/** An instant of the machine's clock written down, ms UTC. */
type WallMs = number & { readonly clock?: 'wall' };

/** The instant of the machine's clock at `ms` UTC, as its clock or a row tells it. */
export function wallInstant(ms: WallMs): WallInstant {
  return ms as number & WallInstant;
}

/** The same instant as ms UTC, to be written down or shown. */
export function wallMs(instant: WallInstant): WallMs {
  return Number(instant);
}

/** The instant `ms` after another one, or before it where `ms` is negative. */
export function later(instant: WallInstant, ms: number): WallInstant {
  return wallInstant(wallMs(instant) + ms);
}

/** From one instant to another, ms; negative where `to` is the earlier one. */
export function msBetween(from: WallInstant, to: WallInstant): number {
  return wallMs(to) - wallMs(from);
}
