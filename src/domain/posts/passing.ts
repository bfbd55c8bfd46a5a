/** Plans "passed". */
import type { PlannedDelivery } from '../delivery.js';
import type { Entry, EventKind } from '../entry.js';
import { endsInPassed } from '../reminders.js';
import type { Ultimatum } from '../ultimatum.js';
import { sameVersion, versionId, type StoredPost } from '../post.js';
import { aboutOf, homeOf, longPast, LONGEST_WAIT_MS, type PlanInput } from './plan.js';
import type { RecordInstant } from '../instant.js';

const SETTING = new Set<EventKind>(['recorded', 'revised', 'corrected']);

/** The person's entry that set a deadline which was over already: both were appended together (rules 10). */
function causeOf(entries: readonly Entry[], passed: Entry): Entry | null {
  const cause = entries.find(({ seq }) => seq === passed.seq - 1);
  const together = cause?.recorded === passed.recorded && cause.by !== null;
  return together && SETTING.has(cause.event.kind) ? cause : null;
}

/** Whether the row may still be waiting from an earlier change. Later, planning it again could only repeat the post. */
function mayWait(planning: PlanInput, until: RecordInstant): boolean {
  const { before, after, now } = planning;
  if (before?.state !== 'passed' || before.hidden !== null || now > until) return false;
  return sameVersion(versionId(before.inForce), versionId(after.inForce));
}

/**
 * Whether a "passed" that waits for its undo is still to be posted: planned without that delay it would seem over, and
 * whoever sets a reminder plan meanwhile must not take it away.
 */
export function isStillWanted(
  after: Ultimatum,
  { post, channel }: { readonly post: StoredPost; readonly channel: string },
  where: Pick<PlanInput, 'guild' | 'ladders'>,
): boolean {
  if (post.kind !== 'passed' || after.state !== 'passed' || after.hidden !== null) return false;
  return sameVersion(post.version, versionId(after.inForce)) && passedChannels(where).has(channel);
}

/** Where a deadline is said to have passed: in the announcements channel and wherever a reminder plan ends in it. */
function passedChannels({ guild, ladders }: Pick<PlanInput, 'guild' | 'ladders'>): ReadonlySet<string> {
  const channels = ladders.filter(({ rungs }) => endsInPassed(rungs)).map(({ channel }) => channel);
  return new Set(guild.announcements === null ? channels : [...channels, guild.announcements]);
}

/**
 * "Passed", once a channel and at once. Where a deadline was over when it was recorded it waits for the undo, and the
 * announcement of that entry speaks for it in its channel.
 */
export function passing(planning: PlanInput): readonly PlannedDelivery[] {
  const { after, appended, announceDelay } = planning;
  const passed = after.entries.findLast(({ event }) => event.kind === 'passed');
  if (after.state !== 'passed' || after.hidden !== null || after.inForce === null || !passed) return [];
  if (longPast(after, after.inForce)) return [];
  const cause = causeOf(after.entries, passed);
  const due = cause === null ? after.inForce.reading.latest : passed.recorded + announceDelay;
  const news = appended.some(({ seq }) => seq === passed.seq);
  if (!news && !mayWait(planning, cause === null ? passed.recorded + LONGEST_WAIT_MS : due)) return [];
  const channels = new Set(passedChannels(planning));
  const home = homeOf(planning);
  if (cause !== null && cause.event.kind !== 'corrected' && home !== null) channels.delete(home);
  const post = { kind: 'passed', ...aboutOf(planning) } as const;
  return [...channels].map((channel) => ({ post, channel, due, expires: null }));
}
