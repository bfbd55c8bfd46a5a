import type { PlannedDelivery } from '../delivery.js';
import type { Entry, EventKind } from '../entry.js';
import type { Ultimatum } from '../ultimatum.js';
import { aboutOf, homeOf, longPast, type PlanInput } from './plan.js';

const ANNOUNCED = new Set<EventKind>([
  'recorded',
  'revised',
  'suspended',
  'withdrawn',
  'superseded',
  'outcome',
  'disputed',
]);

/** What a digest of running ultimatums shows; the clock alone changes nothing in it that its time tags do not say. */
export const LISTED = new Set<EventKind>([
  'revised',
  'suspended',
  'withdrawn',
  'superseded',
  'outcome',
  'terms',
  'corrected',
  'hidden',
  'unhidden',
]);

/** What the public card shows and keeps current. */
const CARDED = new Set<EventKind>([...LISTED, 'passed', 'disputed']);

/** Whether an entry is announced: not what is no news, nor what was long past when it was recorded. */
export function isNews(after: Ultimatum, entry: Entry): boolean {
  if (!ANNOUNCED.has(entry.event.kind)) return false;
  const set = after.versions.find((version) => version.entry === entry.seq);
  return set === undefined || !longPast(after, set);
}

/** Announcements of what people did, after the undo delay; none of what was long past when recorded. */
export function announcements(planning: PlanInput): readonly PlannedDelivery[] {
  const { after, appended, now, announceDelay } = planning;
  const channel = homeOf(planning);
  if (channel === null || after.hidden !== null) return [];
  return appended
    .filter((entry) => isNews(after, entry))
    .map(({ seq }) => ({
      post: { kind: 'announcement', ...aboutOf(planning), entry: seq },
      channel,
      due: now + announceDelay,
      expires: null,
    }));
}

/** One edit a channel and change, of the card or the newest digest, so that no old post counts down to a dead date. */
export function edits(planning: PlanInput): readonly PlannedDelivery[] {
  const { before, after, appended, now, announceDelay, countdowns = [] } = planning;
  const hiding = appended.some(({ event }) => event.kind === 'hidden');
  if (before === null || (after.hidden !== null && !hiding)) return [];
  const waits = !hiding && appended.some(({ by }) => by !== null);
  const due = waits ? now + announceDelay : now;
  const edit = (channel: string, of: 'card' | 'digest', kinds: ReadonlySet<EventKind>) => {
    const cause = appended.findLast(({ event }) => kinds.has(event.kind));
    if (cause === undefined) return [];
    const post = { kind: 'edit', of, ...aboutOf(planning), entry: cause.seq } as const;
    return [{ post, channel, due, expires: null }];
  };
  const home = homeOf(planning);
  return [
    ...(home === null ? [] : edit(home, 'card', CARDED)),
    ...[...new Set(countdowns)].flatMap((channel) => edit(channel, 'digest', LISTED)),
  ];
}
