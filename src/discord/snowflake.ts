/** Discord's ids, which hold the instant they were made at. */

const EPOCH = Date.UTC(2015);
const SNOWFLAKE = /^\d{1,19}$/;

/** Whether a value can be an id of Discord's. */
export const isSnowflake = (value: unknown): value is string =>
  typeof value === 'string' && SNOWFLAKE.test(value);

/** When a snowflake was created, ms UTC; the beginning of 2015 if it is not one. */
export function postedAt(id: string): number {
  return isSnowflake(id) ? Number(BigInt(id) >> 22n) + EPOCH : EPOCH;
}
