import type { PlannedDelivery } from '../delivery.js';
import { milestonesOf, rungSlot } from '../rungs.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import { knownSince, post, versionKey, type Planning } from './planning.js';

/** The deadline that is counted down: of an open ultimatum that is not hidden. */
function countedDown(ultimatum: Ultimatum | null): Version | null {
  return ultimatum?.state === 'open' && ultimatum.hidden === null ? ultimatum.inForce : null;
}

/** Since when the posts of a version have been planned: what was hidden or closed between starts anew (rules 20, 24). */
function plannedSince(ultimatum: Ultimatum, version: Version): number {
  const restarts = ultimatum.entries.filter(
    ({ what }) => what.kind === 'unhidden' || (what.kind === 'corrected' && what.removes),
  );
  return Math.max(knownSince(ultimatum, version), ...restarts.map((entry) => entry.recorded));
}

/**
 * All milestones to come of the deadline in force, for every ladder. A rung that lies in the past when it is planned
 * is not; one that was planned in time and is only late in going out stays until its grace is over.
 */
export function milestones(planning: Planning): readonly PlannedDelivery[] {
  const { before, after, ladders, now } = planning;
  const version = countedDown(after);
  if (version === null) return [];
  const counted = countedDown(before);
  const standing = before !== null && counted !== null && versionKey(counted) === versionKey(version);
  const from = standing ? Math.min(now, plannedSince(before, counted)) : now;
  return ladders.flatMap(({ channel, rungs, zone }) =>
    milestonesOf(version.reading, rungs, zone)
      .filter(({ due, expires }) => due >= from && expires > now)
      .map(({ rung, due, expires }) =>
        post(planning, { channel, kind: 'milestone', slot: rungSlot(rung), due, expires }),
      ),
  );
}
