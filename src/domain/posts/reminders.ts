/** Plans the reminders before a deadline. */
import type { PlannedDelivery } from '../delivery.js';
import { sameVersion, versionId } from '../post.js';
import { milestonesOf } from '../reminders.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import { aboutOf, knownSince, LONGEST_WAIT_MS, type PlanInput } from './plan.js';
import type { RecordInstant } from '../instant.js';

/** The deadline that is counted down: of an open ultimatum that is not hidden. */
function countedDown(ultimatum: Ultimatum | null): Version | null {
  return ultimatum?.state === 'open' && ultimatum.hidden === null ? ultimatum.inForce : null;
}

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
  const counted = countedDown(before);
  if (before === null || counted === null || appended.length === 0) return now;
  if (!sameVersion(versionId(counted), versionId(version))) return now;
  return Math.min(now, Math.max(now - LONGEST_WAIT_MS, plannedSince(before, counted)));
}

/** All milestones to come of the deadline in force, for every reminder plan. */
export function milestones(planning: PlanInput): readonly PlannedDelivery[] {
  const { after, ladders, now } = planning;
  const version = countedDown(after);
  if (version === null) return [];
  const from = plannedFrom(planning, version);
  return ladders.flatMap(({ channel, rungs, zone }) =>
    milestonesOf(version.reading, rungs, zone)
      .filter(({ due, expires }) => due >= from && expires > now)
      .map(({ rung, due, expires }) => ({
        post: { kind: 'milestone', ...aboutOf(planning), rung },
        channel,
        due,
        expires,
      })),
  );
}
