/** A row that does not hold what the codec expects. */

class UnreadableRowError extends Error {
  constructor(
    /** Its table and key, such as `entry 1394340161126400001/12/3`. */
    readonly row: string,
    cause: unknown,
  ) {
    super(`unreadable row: ${row}`, { cause });
    this.name = 'UnreadableRowError';
  }
}

/** Answers what `read` does; `row` names table and key. @throws UnreadableRowError where it throws */
export function readRow<T>(row: () => string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableRowError(row(), error);
  }
}
