/** Formats instants as Discord does. */

const DAY = 86_400_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', 60_000],
  ['second', 1000],
];

/** The last instant that a date can have, either way from 1970. */
const LAST_MS = 8.64e15;

/** Whether there is such an instant, ms UTC. */
export function isInstant(instant: number): boolean {
  return Math.abs(instant) <= LAST_MS;
}

/** "in 3 days", as Discord rounds it. */
export function relative(instant: number, now: number, locale: string): string {
  const span = Math.abs(instant - now);
  // 23.6 hours are a day: a unit begins where the smaller one, rounded, fills it.
  const [unit, size] = UNITS.find(([, length], index) => {
    const smaller = UNITS[index + 1]?.[1] ?? 1000;
    return Math.round(span / smaller) * smaller >= length;
  }) ?? ['second', 1000];
  const count = Math.round(span / size);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return words.format(instant < now ? -count : count, unit);
}

type Style = Intl.DateTimeFormatOptions;
const STYLES: Readonly<Record<string, Style>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** An instant in a person's zone and language; `style` as in Discord's `<t:…:F>`. */
export function absolute(instant: number, style: string, zone: string, locale: string): string {
  const shape = STYLES[style] ?? STYLES['f'];
  return new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone }).format(instant);
}

/** Whole days from `now` to an instant by the calendar of a zone; -1 is yesterday. */
function calendarDays(instant: number, now: number, zone: string): number {
  return Math.round((Date.parse(dayIn(zone, instant)) - Date.parse(dayIn(zone, now))) / DAY);
}

/** What a language puts between a day and an hour: "at", "um". */
function joiner(instant: number, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  const parts = format.formatToParts(instant);
  const hour = parts.findIndex(({ type }) => type === 'hour');
  return parts[hour - 1]?.value.trim().split(/\s+/).at(-1) ?? '';
}

/** "Today at 9:00 AM", "Yesterday at 9:00 AM", else "7/28/25, 9:00 AM": when a message was sent, seen at `now` (ms UTC). */
export function sentAt(instant: number, now: number, zone: string, locale: string): string {
  const away = calendarDays(instant, now, zone);
  if (away !== 0 && away !== -1) {
    const shape = { dateStyle: 'short', timeStyle: 'short', timeZone: zone } as const;
    return new Intl.DateTimeFormat(locale, shape).format(instant);
  }
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day');
  const named = `${day.slice(0, 1).toLocaleUpperCase(locale)}${day.slice(1)}`;
  return `${named} ${joiner(instant, zone, locale)} ${absolute(instant, 't', zone, locale)}`;
}

/** The day of an instant in a zone, `2025-08-08`. */
export function dayIn(zone: string, instant: number): string {
  return localIn(zone, instant).slice(0, 10);
}

/** A local date and time, `2025-08-08T09:00`, as an instant in a zone. */
export function instantIn(zone: string, local: string): number {
  const wall = Date.parse(`${local}Z`);
  const off = (at: number) => Date.parse(`${localIn(zone, at)}Z`) - Math.floor(at / 60_000) * 60_000;
  const first = wall - off(wall);
  return wall - off(first);
}

/** An instant as `2025-08-08T09:00` in a zone. */
export function localIn(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return parts.replace(' ', 'T');
}
