/** What leaves a server in an export. */
import type { Entry } from '../../domain/entry.js';
import type { GuildSettings, ReminderPlan, Schedule } from '../../domain/guild.js';
import type { RecordInstant } from '../../domain/instant.js';
import type { Ultimatum } from '../../domain/ultimatum.js';

/** One ultimatum with its whole ledger. People are person keys, never Discord ids. */
export interface ExportedUltimatum {
  readonly number: number;
  readonly entries: readonly Entry[];
}

/** A countdown without what belongs to one run of the bot; `by` is the person key of whoever made it, if still known. */
interface ExportedSchedule extends Pick<Schedule, 'channel' | 'cron' | 'zone' | 'scope'> {
  readonly paused: boolean;
  readonly by: string | null;
}

/** One line of the log of other names. */
interface ExportedAlias {
  readonly alias: string;
  readonly name: string;
  readonly by: string;
  readonly recorded: RecordInstant;
}

/** What a server has set up. */
export interface ExportedServer {
  /** The server's own Discord id. */
  readonly id: string;
  readonly settings: Omit<GuildSettings, 'guild'>;
  readonly schedules: readonly ExportedSchedule[];
  readonly ladders: readonly ReminderPlan[];
  readonly aliases: readonly ExportedAlias[];
}

/** Says the headline of an ultimatum in words, for readers of the file. */
export type HeadlineWords = (ultimatum: Ultimatum) => string;
