/** How many of something there are, where it may be counted no further than anybody wants to know. */

export interface Total {
  readonly count: number;
  /** Whether there are more than `count`. */
  readonly more: boolean;
}

/** Up to here what was searched for is counted. */
export const MOST_COUNTED = 1000;

/** A total that was counted to the end. */
export const exactly = (count: number): Total => ({ count, more: false });
