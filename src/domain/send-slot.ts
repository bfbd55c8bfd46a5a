/** When a slot of the send budget has been missed. */

/** A slot missed by more is left for another one: together with those whose slots come now, they would be too many. */
const LATE_MS = 20;
/** What was late for so many goes all the same. */
const MOST_SLOTS = 3;

/** Whether a request that is `late` ms behind the `slots`-th slot it was given takes another. */
export const isSlotMissed = (late: number, slots: number): boolean => late > LATE_MS && slots < MOST_SLOTS;
