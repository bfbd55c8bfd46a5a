/** The port for deadlines and countdowns that are due. */
import type { Decide } from '../../domain/decision.js';
import type { PlannedDelivery } from '../../domain/delivery.js';
import type { Failure } from '../../domain/failure.js';
import type { Schedule } from '../../domain/guild.js';
import type { Result } from '../../domain/refusal.js';
import type { Changed, ChangeOptions } from './record.js';
import type { RecordInstant, WallInstant } from '../../domain/instant.js';

/** An open ultimatum whose deadline is over. */
export interface Lapsing {
  readonly guild: string;
  readonly number: number;
  /** `latest` of its deadline, ms UTC. */
  readonly passing: RecordInstant;
}

/** A post that is recorded only to say that it was not made. */
export interface Missed extends PlannedDelivery {
  readonly reason: Failure;
  /** When that was known, ms UTC of the record's clock. */
  readonly settled: RecordInstant;
}

/** Deadlines that have passed and countdowns that fire. */
export interface DueStore {
  /** Ultimatums open with `latest` ≤ now. */
  lapsing(now: RecordInstant, limit: number): Promise<readonly Lapsing[]>;
  /** As `change`; on a full disk it uses the space that is reserved for the bot's own work. */
  expire(guild: string, number: number, decide: Decide, changing: ChangeOptions): Promise<Result<Changed>>;
  /** Running schedules with `next` ≤ now, and broken ones of channels that are to be tried again by then. */
  firing(now: RecordInstant, limit: number): Promise<readonly Schedule[]>;
  /** Schedules that run, or would if their channel were open, whose id is above `after`, by id, at most `limit`. */
  running(after: number, limit: number): Promise<readonly Schedule[]>;
  /**
   * In one transaction: moves the schedule from `schedule.next` to `next`, adds its digest and what it missed; false if
   * another did.
   */
  fire(
    schedule: Schedule,
    next: RecordInstant,
    digest: PlannedDelivery | null,
    missed: Missed | null,
  ): Promise<boolean>;
  /**
   * In one transaction: moves the schedule from `schedule.next` back to `next`, and forgets what it says was missed from
   * there on, which is still to come; false if another moved it.
   */
  replan(schedule: Schedule, next: RecordInstant): Promise<boolean>;
  /**
   * Makes due at `now` what was put off for longer than anything ever is, by a clock that was ahead: retries, closed
   * channels, rows set aside, and the budget of requests.
   */
  recall(now: RecordInstant, wallNow: WallInstant): Promise<void>;
  /**
   * From now on calls `heard` whenever any process has written a post that is due within moments: with that instant,
   * null where it is due already. What is said while the connection is away is lost, and `heard` called once it is back.
   * Nothing is heard where only one process can have the database open.
   */
  hearDue(heard: (due: RecordInstant | null) => void): Promise<void>;
}
