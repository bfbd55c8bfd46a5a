import type { Result } from '../../src/domain/refusal.js';

/** The value of what was not refused. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.why}`);
  return result.value;
}
