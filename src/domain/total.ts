/** How many of something there are. Counting may stop where nobody needs the exact number. */

export interface Total {
  readonly count: number;
  /** Whether there are more than `count`. */
  readonly more: boolean;
}

/** A search counts its results up to here. */
export const MOST_COUNTED = 1000;

/** A total that was counted to the end. */
export const exactly = (count: number): Total => ({ count, more: false });

/** Both together. */
export const addTotals = (a: Total, b: Total): Total => ({
  count: a.count + b.count,
  more: a.more || b.more,
});
