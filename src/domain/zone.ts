/** Time zones that this machine knows. */
import { DateTime, IANAZone, type Zone } from 'luxon';
import { DAY } from './durations.js';
import type { RecordInstant } from './instant.js';

/** Names that mean the zone of the machine, which is nobody's. */
const MACHINE = new Set(['local', 'system', 'default']);

const KNOWN = new Map<string, Zone | null>();
const MOST_KNOWN = 1000;
const MOST_DAYS = 1000;

/** A zone that remembers its offset on each day: to ask the machine for it costs more than all that a date needs else. */
class KnownZone extends IANAZone {
  /** In minutes, by the day in UTC; NaN where the clocks change on that day. */
  readonly #offsets = new Map<number, number>();

  override offset(instant: number): number {
    const day = Math.floor(instant / DAY);
    const offset = this.#offsets.get(day) ?? this.#offsetOn(day);
    return Number.isNaN(offset) ? super.offset(instant) : offset;
  }

  #offsetOn(day: number): number {
    const [first, last] = [super.offset(day * DAY), super.offset((day + 1) * DAY - 1)];
    const offset = first === last ? first : Number.NaN;
    if (this.#offsets.size >= MOST_DAYS) this.#offsets.clear();
    this.#offsets.set(day, offset);
    return offset;
  }
}

function zoneOf(name: string): Zone | null {
  if (!/^[A-Za-z]/.test(name) || MACHINE.has(name.toLowerCase())) return null;
  const { isValid, zone } = DateTime.fromMillis(0, { zone: name });
  if (!isValid) return null;
  return zone instanceof IANAZone ? new KnownZone(zone.name) : zone;
}

function knownZone(name: string): Zone | null {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const zone = zoneOf(name);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(name, zone);
  return zone;
}

/** Whether `zone` is an IANA zone, or an offset such as `UTC+3`, that this machine knows. */
export function isZone(zone: string): boolean {
  return knownZone(zone) !== null;
}

/**
 * The zone itself, or UTC where this machine does not know it: a row may come from a newer machine, and nobody's list
 * may fail because of it. Whatever shows such a time also says so, see `zoneNote`.
 */
export function zoneOrUtc(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/**
 * The local time of an instant (ms UTC) in a zone, in UTC where this machine does not know the zone. Always valid.
 * `locale`: the language that it will be written in.
 */
export function localTime(instant: RecordInstant, zone: string, locale?: string): DateTime {
  const known = knownZone(zone) ?? 'UTC';
  return DateTime.fromMillis(instant, locale === undefined ? { zone: known } : { zone: known, locale });
}
