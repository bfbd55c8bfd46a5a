/** The port for what a server has set up. */
import type { Result } from '../../domain/refusal.js';
import type { GuildSettings, ReminderPlan, Schedule, SetupRows } from '../../domain/guild.js';
import type { Consumes } from './press.js';
import type { RecordInstant } from '../../domain/instant.js';

/** Other names of an issuer. */
export interface NewAliases {
  readonly guild: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly by: string;
  readonly now: RecordInstant;
}

/** What a server has set, and whom its record calls what. */
export interface ServerStore {
  settings(guild: string): Promise<GuildSettings>;
  /** Plans again what they decide, from `now` on (record's ms UTC): reminders to curators move with their channel. */
  saveSettings(settings: GuildSettings, now: RecordInstant): Promise<Result<null>>;
  reminderPlans(guild: string): Promise<readonly ReminderPlan[]>;
  saveReminderPlan(guild: string, reminderPlan: ReminderPlan, now: RecordInstant): Promise<Result<null>>;
  schedules(guild: string): Promise<readonly Schedule[]>;
  /** Refused where the very same one is there already, or the server has too many. */
  addSchedule(schedule: Omit<Schedule, 'id'>, consumes?: Consumes): Promise<Result<Schedule>>;
  /** Saves a change and cancels planned posts. Refused if it was removed in the meantime or another one is the same. */
  saveSchedule(schedule: Schedule, consumes?: Consumes): Promise<Result<Schedule>>;
  removeSchedule(guild: string, id: number): Promise<boolean>;
  /** The canonical issuer name behind an alias, or the name itself. */
  issuer(guild: string, name: string): Promise<string>;
  issuers(
    guild: string,
  ): Promise<
    readonly { readonly name: string; readonly aliases: readonly string[]; readonly count: number }[]
  >;
  /** Each alias leads to `name` from now on; all of them or none. `by` is a person key, `now` record's ms UTC. */
  addAliases(aliases: NewAliases, consumes?: Consumes): Promise<Result<null>>;
  /** Everything that setting up a server makes, and the press that asked for it, in one transaction. */
  setUp(rows: SetupRows, now: RecordInstant, consumes: Consumes): Promise<Result<null>>;
  /** The zone that was last typed or stated for the issuer here; null where it was only assumed (rules 3). */
  issuerZone(guild: string, issuer: string): Promise<string | null>;
}
