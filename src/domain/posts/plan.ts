/** What planning gets as input, and what its parts share. */
import { DAY, MINUTE } from '../durations.js';
import type { Entry } from '../entry.js';
import type { Board, GuildSettings, ReminderPlan } from '../guild.js';
import { versionId, type StoredPost } from '../post.js';
import { standingVersion } from '../standing.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import type { RecordInstant } from '../instant.js';

/** A change of one ultimatum and what its server has set up. Instants are ms UTC of the record's clock. */
export interface PlanInput {
  readonly guild: GuildSettings;
  readonly reminderPlans: readonly ReminderPlan[];
  /** Channels with a countdown: their newest digest is edited when what it lists has changed. */
  readonly countdowns?: readonly string[];
  /** Messages that show what is running. */
  readonly boards?: readonly Board[];
  readonly number: number;
  readonly before: Ultimatum | null;
  readonly after: Ultimatum;
  /** What the change appended; empty when only the settings have changed. */
  readonly appended: readonly Entry[];
  readonly now: RecordInstant;
  /** How long announcements of a person's action wait, ms. */
  readonly announceDelay: number;
  /** Where the command was typed; null for the clock. */
  readonly channel: string | null;
}

/** Where the card and what follows it go: the announcements channel, else where it was typed. */
export function homeOf(planning: PlanInput): string | null {
  return planning.guild.announcements ?? planning.channel;
}

/** What a post knows of this ultimatum: its number and a deadline, else the last one that was set. */
export function aboutOf(
  { number, after }: Pick<PlanInput, 'number' | 'after'>,
  version: Version | undefined = after.versions.at(-1),
) {
  return { number, version: versionId(version) };
}

/** When this server came to know a deadline version as it stands, ms UTC: its entry, or the correction of it. */
export function knownSince(ultimatum: Ultimatum, version: Version): RecordInstant {
  const causes = ultimatum.entries.filter(({ seq }) => seq === version.entry || seq === version.delivery);
  return Math.max(...causes.map((entry) => entry.recorded));
}

/** How long a post that is due may wait for its turn, ms; planning it later could only repeat or invent it. */
export const LONGEST_WAIT_MS = 10 * MINUTE;

const LONG_PAST = 7 * DAY;

/** Whether a version was already past for more than seven days when recorded: nobody is told of it. */
export function longPast(ultimatum: Ultimatum, version: Version): boolean {
  return knownSince(ultimatum, version) - version.reading.latest > LONG_PAST;
}

/**
 * Whether a post of a deadline that stands, which is due and could not be made yet, in a channel closed to the bot, is
 * still to be made: planning does not reach back that far, and must not take it away. `now` is ms UTC of the record's clock.
 */
export function isStillDue(
  after: Ultimatum,
  { post, due }: { readonly post: StoredPost; readonly due: RecordInstant },
  now: RecordInstant,
): boolean {
  // "Passed" may wait for an undo that only the plan of its own cause knows of.
  if (post.kind === 'passed') return standingVersion(after, post.version, 'passed') !== null;
  return post.kind === 'milestone' && due <= now && standingVersion(after, post.version, 'open') !== null;
}
