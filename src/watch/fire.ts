import { nextFire } from '../domain/cron.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import type { Schedule } from '../domain/guild.js';

/** What a due schedule does: where it goes on, and its one digest; null where the next is nearer than the last. */
export interface Fire {
  readonly next: number;
  readonly digest: PlannedDelivery | null;
}

/**
 * All fires missed make at most one digest, that of the last of them. Instants are ms UTC of the record's clock;
 * `schedule.next` is not after `now`.
 */
export function fireOf(schedule: Schedule, now: number): Fire {
  const { cron, zone, channel, id } = schedule;
  let last = schedule.next;
  let next = nextFire(cron, zone, last);
  while (next <= now) {
    last = next;
    next = nextFire(cron, zone, last);
  }
  if (last < now && next - now < now - last) return { next, digest: null };
  const slot = new Date(last).toISOString();
  const subject = `schedule-${id}`;
  const digest = {
    channel,
    kind: 'digest',
    subject,
    number: null,
    version: '0',
    slot,
    due: last,
    expires: next,
  } as const;
  return { next, digest };
}
