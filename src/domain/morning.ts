/** The hour at which posts without an hour of their own go out. */

/** The hour of the day at which posts go out that have no hour of their own (rules 5): 09:00. */
export const MORNING_HOUR = 9;
