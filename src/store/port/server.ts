import type { GuildSettings, Ladder, Schedule } from '../../domain/guild.js';

/** What a server has set, and whom its record calls what. */
export interface ServerStore {
  settings(guild: string): Promise<GuildSettings>;
  /** Plans again what they decide, from `now` on (record's ms UTC): reminders to curators move with their channel. */
  saveSettings(settings: GuildSettings, now: number): Promise<void>;
  ladders(guild: string): Promise<readonly Ladder[]>;
  saveLadder(guild: string, ladder: Ladder, now: number): Promise<void>;
  schedules(guild: string): Promise<readonly Schedule[]>;
  addSchedule(schedule: Omit<Schedule, 'id'>): Promise<Schedule>;
  /** What it has not posted yet is cancelled; false where it was removed meanwhile. */
  saveSchedule(schedule: Schedule): Promise<boolean>;
  removeSchedule(guild: string, id: number): Promise<boolean>;
  /** The canonical issuer name behind an alias, or the name itself. */
  issuer(guild: string, name: string): Promise<string>;
  issuers(
    guild: string,
  ): Promise<
    readonly { readonly name: string; readonly aliases: readonly string[]; readonly count: number }[]
  >;
  addAlias(guild: string, alias: string, name: string, by: string, now: number): Promise<void>;
  /** The zone of the issuer's last record here; null where there is none (rules 3). */
  issuerZone(guild: string, issuer: string): Promise<string | null>;
}
