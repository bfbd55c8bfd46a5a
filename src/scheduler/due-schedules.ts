import { isSchedule, nextFire } from '../domain/cron/index.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import { UNREADABLE_SCOPE, type Schedule } from '../domain/guild.js';
import { isZone } from '../domain/when.js';
import type { Missed } from '../store/port/index.js';

/** What a due schedule does. */
export interface Fire {
  /** Where it goes on. */
  readonly next: number;
  /** Its one digest; null where the next is nearer than the last. */
  readonly digest: PlannedDelivery | null;
  /** The fires it does not post, as one row for the log; null where there are none. */
  readonly missed: Missed | null;
}

function digestOf({ channel, id }: Schedule, due: number, expires: number): PlannedDelivery {
  return { post: { kind: 'digest', schedule: id, fire: due }, channel, due, expires };
}

/** Why, in the words of the log. */
function reasonOf({ status }: Schedule, count: number, posted: boolean): string {
  const why =
    status === 'broken' ? 'missed while nothing could be posted there' : 'missed while the bot was down';
  const many = count === 1 ? '' : `: ${count} lists from this one on`;
  const instead = posted ? 'a newer one is posted in its place' : 'the next is nearer than the last';
  return `${why}${many}; ${instead}`;
}

/** Whether what it lists can be read. */
export const isReadable = ({ broken }: Schedule): boolean => broken !== UNREADABLE_SCOPE;

/** Why a schedule can never fire as it is, sentences that say what to do; null where its fields are in order. */
export function brokenReason(schedule: Schedule): string | null {
  const { zone, cron } = schedule;
  if (!isReadable(schedule)) return UNREADABLE_SCOPE;
  if (!isZone(zone))
    return `This computer does not know the time zone ${zone}. Choose another with /countdown edit, or update Node.`;
  if (!isSchedule(cron)) return `Its schedule "${cron}" cannot be read. Choose another with /countdown edit.`;
  return null;
}

/**
 * All fires missed make at most one digest, that of the last of them; the others are one row, however many they are.
 * Instants are ms UTC of the record's clock; `schedule.next` is not after `now`.
 */
export function fireOf(schedule: Schedule, now: number): Fire {
  const { cron, zone } = schedule;
  let last = schedule.next;
  let next = nextFire(cron, zone, last);
  let earlier = 0;
  for (; next <= now; earlier += 1) {
    last = next;
    next = nextFire(cron, zone, last);
  }
  const posted = last === now || next - now >= now - last;
  const count = posted ? earlier : earlier + 1;
  const reason = reasonOf(schedule, count, posted);
  return {
    next,
    digest: posted ? digestOf(schedule, last, next) : null,
    missed: count === 0 ? null : { ...digestOf(schedule, schedule.next, next), reason, settled: now },
  };
}
