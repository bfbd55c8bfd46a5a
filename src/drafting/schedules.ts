/** Whether a schedule can fire on this machine. */
import { isSchedule } from '../domain/cron/index.js';
import type { Refusal } from '../domain/refusal.js';
import { isZone } from '../domain/zone.js';

/** Why a schedule can't fire on this machine: its zone or its text is not known here; null where it can. */
export function cannotFire({ cron, zone }: { readonly cron: string; readonly zone: string }): Refusal | null {
  if (!isZone(zone)) return { why: 'bad-zone', given: zone };
  return isSchedule(cron) ? null : { why: 'bad-schedule', given: cron, reason: 'unreadable' };
}
