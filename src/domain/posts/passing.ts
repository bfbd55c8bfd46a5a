/** Plans "passed". */
import type { PlannedDelivery } from '../delivery.js';
import type { Entry, EventKind } from '../entry.js';
import { endsInPassed } from '../reminders.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import { versionId, type StoredPost } from '../post.js';
import { passedEntry, standing, standingVersion } from '../standing.js';
import { aboutOf, homeOf, longPast, LONGEST_WAIT_MS, type PlanInput } from './plan.js';
import type { RecordInstant } from '../instant.js';

const SETTING = new Set<EventKind>(['recorded', 'revised', 'corrected']);

/** The person's entry that set a deadline which was over already: both were appended together (rules 10). */
function causeOf(entries: readonly Entry[], passed: Entry): Entry | null {
  const cause = entries.findLast(({ seq, event }) => seq < passed.seq && event.kind !== 'passed');
  const together = cause?.recorded === passed.recorded && cause.by !== null;
  return together && SETTING.has(cause.event.kind) ? cause : null;
}

/** Whether the row may still be waiting from an earlier change. Later, planning it again could only repeat the post. */
function mayWait({ before, now }: PlanInput, version: Version, until: RecordInstant): boolean {
  return before !== null && now <= until && standingVersion(before, versionId(version), 'passed') !== null;
}

/**
 * Whether a "passed" that waits for its undo is still to be posted: planned without that delay it would seem over, and
 * a reminder plan that is set in the meantime must not cancel it.
 */
export function isStillWanted(
  after: Ultimatum,
  { post, channel }: { readonly post: StoredPost; readonly channel: string },
  where: Pick<PlanInput, 'guild' | 'reminderPlans'>,
): boolean {
  if (post.kind !== 'passed' || standingVersion(after, post.version, 'passed') === null) return false;
  return passedChannels(where).has(channel);
}

/** Where a deadline is said to have passed: in the announcements channel and wherever a reminder plan ends in it. */
function passedChannels({
  guild,
  reminderPlans,
}: Pick<PlanInput, 'guild' | 'reminderPlans'>): ReadonlySet<string> {
  const channels = reminderPlans.filter(({ offsets }) => endsInPassed(offsets)).map(({ channel }) => channel);
  return new Set(guild.announcements === null ? channels : [...channels, guild.announcements]);
}

/**
 * That one deadline passed, once a channel and at once. Where it was over when it was recorded it waits for the undo, and
 * the announcement of that entry speaks for it in its channel.
 */
function passingOf(planning: PlanInput, version: Version): readonly PlannedDelivery[] {
  const { after, appended, announceDelay } = planning;
  const passed = passedEntry(after, version);
  if (passed === undefined || longPast(after, version)) return [];
  const cause = causeOf(after.entries, passed);
  const due = cause === null ? version.reading.latest : passed.recorded + announceDelay;
  const news = appended.some(({ seq }) => seq === passed.seq);
  const until = cause === null ? passed.recorded + LONGEST_WAIT_MS : due;
  if (!news && !mayWait(planning, version, until)) return [];
  const channels = new Set(passedChannels(planning));
  const home = homeOf(planning);
  if (cause !== null && cause.event.kind !== 'corrected' && home !== null) channels.delete(home);
  const post = { kind: 'passed', ...aboutOf(planning, version) } as const;
  return [...channels].map((channel) => ({ post, channel, due, expires: null }));
}

/** "Passed", of every deadline that has and waits for its outcome. */
export function passing(planning: PlanInput): readonly PlannedDelivery[] {
  return standing(planning.after, 'passed').flatMap((version) => passingOf(planning, version));
}
