/** Plans the reminders before a deadline. */
import type { PlannedDelivery } from '../delivery.js';
import { versionId } from '../post.js';
import { standing, standingVersion } from '../standing.js';
import { milestonesOf } from '../reminders.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import { aboutOf, knownSince, LONGEST_WAIT_MS, type PlanInput } from './plan.js';
import type { RecordInstant } from '../instant.js';

/** Since when the posts of a version have been planned: what was hidden or closed between starts anew (rules 20, 24). */
function plannedSince(ultimatum: Ultimatum, version: Version): RecordInstant {
  const restarts = ultimatum.entries.filter(
    ({ event }) => event.kind === 'unhidden' || (event.kind === 'corrected' && event.removes),
  );
  return Math.max(knownSince(ultimatum, version), ...restarts.map((entry) => entry.recorded));
}

/**
 * From when on reminders are planned. One that lies in the past when it is planned is not; one that was planned in time
 * and is just being posted must not be cancelled because the record changes in that moment.
 */
function plannedFrom(planning: PlanInput, version: Version): RecordInstant {
  const { before, appended, now } = planning;
  if (before === null || appended.length === 0) return now;
  const counted = standingVersion(before, versionId(version), 'open');
  if (counted === null) return now;
  return Math.min(now, Math.max(now - LONGEST_WAIT_MS, plannedSince(before, counted)));
}

/** All milestones to come of one deadline, for every reminder plan. */
function milestonesFor(planning: PlanInput, version: Version): readonly PlannedDelivery[] {
  const { reminderPlans, now } = planning;
  const from = plannedFrom(planning, version);
  return reminderPlans.flatMap(({ channel, offsets, zone }) =>
    milestonesOf(version.reading, offsets, zone)
      .filter(({ due, expires }) => due >= from && expires > now)
      .map(({ offset, due, expires }) => ({
        post: { kind: 'milestone', ...aboutOf(planning, version), offset },
        channel,
        due,
        expires,
      })),
  );
}

/** All milestones to come of every deadline that runs. */
export function milestones(planning: PlanInput): readonly PlannedDelivery[] {
  return standing(planning.after, 'open').flatMap((version) => milestonesFor(planning, version));
}
