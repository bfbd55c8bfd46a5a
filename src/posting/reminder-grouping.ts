/** How a reminder is posted: alone, in one list with the others of its day, or as part of another's list. */
import type { Delivery } from '../domain/delivery.js';
import { crowded, dayAround } from '../domain/posts/grouping.js';
import type { GroupingStore, ServerStore, Settlement } from '../store/port/index.js';
import type { RecordInstant } from '../domain/instant.js';

/** How a reminder is posted. */
export type Turn =
  | { readonly kind: 'alone' }
  | { readonly kind: 'list'; readonly reminders: readonly Delivery[] }
  | { readonly kind: 'settled'; readonly settlement: Settlement };

const WAIT_MS = 10_000;
const ALONE: Turn = { kind: 'alone' };

const settled = (settlement: Settlement): Turn => ({ kind: 'settled', settlement });

/** The turn of a reminder that is in a list; null where the list will not be posted. */
function inList(reminder: Delivery, reminders: readonly Delivery[], now: RecordInstant): Turn | null {
  const [leader] = reminders;
  if (leader === undefined) return null;
  if (leader.id === reminder.id) return { kind: 'list', reminders };
  switch (leader.status) {
    case 'sent':
      return settled({ kind: 'skipped', reason: { kind: 'listed' } });
    case 'pending':
    case 'claimed':
      return settled({ kind: 'again', due: now + WAIT_MS, reason: { kind: 'listed-soon' } });
    default:
      return null;
  }
}

/** More than three reminders in a channel on one local day become one list, posted by the first of them. */
export async function turnOf(
  store: GroupingStore & ServerStore,
  reminder: Delivery,
  now: RecordInstant,
): Promise<Turn> {
  const { guild, channel } = reminder;
  const known = await store.reminderGroup(reminder);
  const turn = inList(reminder, known, now);
  if (turn !== null) return turn;
  const [leader] = known;
  if (leader !== undefined) await store.ungroupReminders(leader.id);
  const plan = (await store.reminderPlans(guild)).find((each) => each.channel === channel);
  const day = { guild, channel, ...dayAround(reminder.due, plan?.zone ?? 'UTC') };
  const unsent = await store.unsentReminders(day);
  if (!crowded(unsent)) return ALONE;
  await store.groupReminders(day);
  return inList(reminder, await store.reminderGroup(reminder), now) ?? ALONE;
}
