import type { ReadResult, ZoneOrigin } from '../domain/reading.js';

/** When and where the words were said. */
export interface Saying {
  /** ms UTC. */
  readonly at: number;
  /** Whether the hour of saying is known; else only its day counts, and "within 48 hours" is a day. */
  readonly clock: boolean;
  /** IANA. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
}

/** Reads a stated deadline. Total: any string gives a value (docs: `time.md`). */
export function readDeadline(words: string, saying: Saying): ReadResult {
  throw new Error(`not built: ${words}${saying.zone}`);
}
