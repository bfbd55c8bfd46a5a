/** Everything that must be posted after a change. */
import type { PlannedDelivery } from '../delivery.js';
import type { RecordInstant } from '../instant.js';
import type { PostKind } from '../post.js';
import type { Ultimatum } from '../ultimatum.js';
import { announcements, edits } from './announcements.js';
import { boardEdits } from './boards.js';
import { milestones } from './reminders.js';
import { eventChanges } from './events.js';
import { passing } from './passing.js';
import type { PlanInput } from './plan.js';
import { nudges } from './review.js';

export { saysAll } from './announcements.js';
export { eventAgain } from './events.js';
export { rectifications, type PostedRow } from './claims.js';
export { isStillWanted } from './passing.js';
export { isStillDue, type PlanInput } from './plan.js';

/** Kinds that make a sound, the most urgent first: of two about one deadline at one instant in one channel the first is posted. */
const PUSHES: readonly PostKind[] = ['passed', 'announcement', 'milestone'];

/** When the deadline of a post ends, ms UTC; null where it has none. */
function endOf({ versions }: Ultimatum, { post }: PlannedDelivery): RecordInstant | null {
  const id = 'version' in post && typeof post.version === 'object' ? post.version : null;
  return versions.find(({ number }) => number === id?.number)?.reading.latest ?? null;
}

/** Of deadlines that end apart each has its own: that one passed says nothing of a day left to another. */
function onePushPerInstant(
  planned: readonly PlannedDelivery[],
  after: Ultimatum,
): readonly PlannedDelivery[] {
  const kept = new Map<string, PlannedDelivery>();
  for (const kind of PUSHES) {
    for (const push of planned.filter(({ post }) => post.kind === kind)) {
      const key = `${push.channel} ${push.due} ${endOf(after, push)}`;
      if (!kept.has(key)) kept.set(key, push);
    }
  }
  const pushes = new Set(kept.values());
  return planned.filter((delivery) => pushes.has(delivery) || !PUSHES.includes(delivery.post.kind));
}

/**
 * What has to be said after a change, and when. The store adds each `wanted` post once a channel, a
 * cancelled row becoming pending again, and cancels the pending milestones, "passed" and nudges of this ultimatum that
 * are not among it: so it holds every one that still stands, not only those of this change.
 */
export function plan(planning: PlanInput): { readonly wanted: readonly PlannedDelivery[] } {
  const wanted = [
    ...passing(planning),
    ...announcements(planning),
    ...milestones(planning),
    ...edits(planning),
    ...nudges(planning),
    ...boardEdits(planning),
    ...eventChanges(planning),
  ];
  return { wanted: onePushPerInstant(wanted, planning.after) };
}
