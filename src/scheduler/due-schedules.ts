/** Fires the countdowns that are due. */
import { isSchedule, nextFire } from '../domain/cron/index.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import type { Failure } from '../domain/failure.js';
import type { Schedule } from '../domain/guild.js';
import { isZone } from '../domain/when.js';
import type { Missed } from '../store/port/index.js';
import type { RecordInstant } from '../domain/instant.js';

/** What a due schedule does. */
export interface Fire {
  /** Where it goes on. */
  readonly next: RecordInstant;
  /** Its one digest; null where the next is nearer than the last. */
  readonly digest: PlannedDelivery | null;
  /** The fires it does not post, as one row for the log; null where there are none. */
  readonly missed: Missed | null;
}

function digestOf({ channel, id }: Schedule, due: RecordInstant, expires: RecordInstant): PlannedDelivery {
  return { post: { kind: 'digest', schedule: id, fire: due }, channel, due, expires };
}

/** Why fires were not posted, for the log. */
function reasonOf({ status }: Schedule, count: number, replaced: boolean): Failure {
  return { kind: 'missed', count, because: status === 'broken' ? 'channel' : 'bot', replaced };
}

/** Whether what it lists can be read. */
export const isReadable = ({ broken }: Schedule): boolean => broken?.kind !== 'unreadable-scope';

/** Why a schedule can never fire as it is; null where its fields are in order. */
export function brokenReason(schedule: Schedule): Failure | null {
  const { zone, cron } = schedule;
  if (!isReadable(schedule)) return { kind: 'unreadable-scope' };
  if (!isZone(zone)) return { kind: 'unknown-zone', zone };
  return isSchedule(cron) ? null : { kind: 'unreadable-cron', cron };
}

/**
 * All fires missed make at most one digest, that of the last of them; the others are one row, however many they are.
 * Instants are ms UTC of the record's clock; `schedule.next` is not after `now`.
 */
export function fireOf(schedule: Schedule, now: RecordInstant): Fire {
  const { cron, zone } = schedule;
  let last = schedule.next;
  let next = nextFire(cron, zone, last);
  let earlier = 0;
  for (; next <= now; earlier += 1) {
    last = next;
    next = nextFire(cron, zone, last);
  }
  const posted = next - now >= now - last;
  const count = posted ? earlier : earlier + 1;
  const reason = reasonOf(schedule, count, posted);
  return {
    next,
    digest: posted ? digestOf(schedule, last, next) : null,
    missed: count === 0 ? null : { ...digestOf(schedule, schedule.next, next), reason, settled: now },
  };
}
