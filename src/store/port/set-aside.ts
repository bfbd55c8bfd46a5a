/** The port for rows that a stage of the beat can't deal with. */
import type { BeatStage } from '../../domain/database-fault.js';
import type { Failure } from '../../domain/failure.js';
import type { RecordInstant } from '../../domain/instant.js';

/** A row that a stage cannot deal with. */
export interface Poisoned {
  readonly stage: BeatStage;
  readonly guild: string;
  /** The number of an ultimatum, the id of a schedule or of a delivery. */
  readonly item: number;
  /**
   * When it was due, ms UTC of the record's clock: with another instant it is no longer passed over. Absent of a
   * delivery, whose row says it.
   */
  readonly mark?: number;
  readonly reason: Failure;
  /** ms UTC of the record's clock. */
  readonly now: RecordInstant;
}

/** A row that is skipped until it is retried. */
export interface SetAside extends Omit<Poisoned, 'now'> {
  readonly mark: number;
  /** Since when, and until when it is passed over, ms UTC of the record's clock. */
  readonly since: RecordInstant;
  readonly until: RecordInstant;
  /** How often it has failed. */
  readonly tries: number;
  /** Whether somebody who can mend it has been told. */
  readonly told: boolean;
}

/** Rows that are passed over until they are tried again. */
export interface SetAsideStore {
  /**
   * Skips a row, longer each time, up to a day; a schedule is `broken` with that reason as well. Not told yet
   * where it fails for another reason than before.
   */
  setAside(row: Poisoned): Promise<SetAside>;
  /** Somebody was told of it. */
  toldAside(row: Pick<SetAside, 'stage' | 'guild' | 'item'>): Promise<void>;
  /** Rows set aside until `now` (ms UTC of the record's clock; null: all) are no longer passed over. */
  retryAside(now: RecordInstant | null): Promise<void>;
  /** What of a server is set aside at present. */
  asides(guild: string): Promise<readonly SetAside[]>;
}
