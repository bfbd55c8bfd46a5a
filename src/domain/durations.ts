/** Lengths of time in ms. */

/** Lengths of time in ms. A calendar day is not always `DAY` long: dates are counted by a zone's calendar. */
const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
