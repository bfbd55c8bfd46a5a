/** Plans announcements, and edits of cards and lists. */
import type { PlannedDelivery } from '../delivery.js';
import { scopeIn, type Entry, type EventKind, type LedgerEvent } from '../entry.js';
import { EVENT_RULES } from '../verbs.js';
import type { Ultimatum } from '../ultimatum.js';
import { aboutOf, homeOf, longPast, type PlanInput } from './plan.js';

/** Whether an entry is announced: not what is no news, nor what was long past when it was recorded. */
export function isNews(after: Ultimatum, entry: Entry): boolean {
  if (!EVENT_RULES[entry.event.kind].announced) return false;
  const set = after.versions.find((version) => version.entry === entry.seq);
  return set === undefined || !longPast(after, set);
}

/** Whether what one entry is for takes in all that another one is for; without a scope, that is every target. */
function covers(later: LedgerEvent, earlier: LedgerEvent): boolean {
  const { scope } = scopeIn(later);
  if (scope === undefined) return true;
  return scopeIn(earlier).scope?.every((name) => scope.includes(name)) ?? false;
}

/**
 * Whether the announcement of a later entry leaves nothing to say of an earlier one that still waits: both changed the
 * deadline of the same targets. Of anything else both are news.
 */
export function saysAll({ entries }: Ultimatum, later: number, earlier: number): boolean {
  const [of, before] = [later, earlier].map((seq) => entries.find((entry) => entry.seq === seq)?.event);
  if (of === undefined || before === undefined || later < earlier) return false;
  return EVENT_RULES[of.kind].revises && EVENT_RULES[before.kind].revises && covers(of, before);
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
  const edit = (channel: string, of: 'card' | 'digest', shows: (kind: EventKind) => boolean) => {
    const cause = appended.findLast(({ event }) => shows(event.kind));
    if (cause === undefined) return [];
    const post = { kind: 'edit', of, ...aboutOf(planning), entry: cause.seq } as const;
    return [{ post, channel, due, expires: null }];
  };
  const home = homeOf(planning);
  return [
    ...(home === null ? [] : edit(home, 'card', (kind) => EVENT_RULES[kind].onCard)),
    ...[...new Set(countdowns)].flatMap((channel) =>
      edit(channel, 'digest', (kind) => EVENT_RULES[kind].inDigest),
    ),
  ];
}
