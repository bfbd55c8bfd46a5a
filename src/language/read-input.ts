/** What is read: a text, and when and where it was said. */
import type { RecordInstant } from '../domain/instant.js';
import type { DatedReading, ZoneOrigin } from '../domain/reading.js';
import type { DateOrder } from './anchor.js';
import type { Clauses } from './clause.js';
import type { NormalizedText } from './normalized-text.js';
import type { Steps } from './steps.js';

/** When and where the words were said. */
export interface ReadingContext {
  /** ms UTC. */
  readonly at: RecordInstant;
  /** The end (exclusive) of the time in which they were said, where not even the day is known; ms UTC. */
  readonly until?: RecordInstant;
  /** Whether the hour of the statement is known; else only its day counts, and "within 48 hours" is a day. */
  readonly clock: boolean;
  /** IANA name or a fixed offset. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
  /** BCP 47, of the member or the server: settles 08/09/2025, and the language where the text does not. */
  readonly locale?: string;
  /** When that happened which the words count from ("72 hours after acceptance"); absent while it has no date. */
  readonly event?: { readonly at: RecordInstant; readonly clock: boolean };
  /** The deadline that the words may move: extensions are counted from it, and its bound is kept (rules 32, 33). */
  readonly inForce?: DatedReading;
}

/** A text and how it is read. */
export interface ReadInput {
  /** As it was written. */
  readonly text: string;
  /** What a reading keeps as the words that were spoken. */
  readonly words: string;
  readonly normalized: NormalizedText;
  /** What stands around the dates of the text. */
  readonly clauses: Clauses;
  readonly context: ReadingContext;
  readonly order: DateOrder;
  readonly steps: Steps;
}
