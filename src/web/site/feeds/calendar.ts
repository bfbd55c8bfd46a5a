/** Deadlines as a calendar (RFC 5545): one event for each ultimatum, which moves when its deadline moves. */
import { setImmediate } from 'node:timers/promises';
import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import type { RecordInstant } from '../../../domain/instant.js';
import type { DatedReading } from '../../../domain/reading.js';
import { localTime } from '../../../domain/zone.js';
import type { Numbered } from '../../../wording/about.js';
import { eventTexts } from '../../../wording/pages/feed.js';
import { plainText } from '../../../wording/plain-text.js';
import type { ServerContext } from '../context.js';
import { ultimatumsOf, type FeedScope } from '../model/feed.js';
import { pathOf } from '../paths.js';

const REFRESH_S = 3600;
const MINUTE_MS = 60_000;

/** A local day as the library takes it: the midnight of its date in UTC. Never a time zone (it shifts instants). */
function dateOf(instant: RecordInstant, zone: string): Date {
  const { year, month, day } = localTime(instant, zone);
  return new Date(Date.UTC(year, month - 1, day));
}

const isMidnight = (instant: RecordInstant, zone: string): boolean =>
  localTime(instant, zone).startOf('day').toMillis() === instant;

type EventTime = Pick<ICalEventData, 'start' | 'end' | 'allDay'>;

/** An exact time is an instant in UTC; a day or a window is all day, its end exclusive. */
function timeOf(reading: DatedReading): EventTime {
  const { earliest, latest, precision, bound, openBeginning, zone } = reading;
  if (precision === 'instant' || !isMidnight(latest, zone)) return { start: new Date(latest) };
  if (bound === 'effective') return allDay(dateOf(latest, zone), dateOf(latest, zone));
  const last = dateOf(latest - MINUTE_MS, zone);
  const open = openBeginning || bound === 'before';
  return allDay(open ? last : dateOf(earliest, zone), last);
}

function allDay(first: Date, last: Date): EventTime {
  const end = new Date(last);
  end.setUTCDate(end.getUTCDate() + 1);
  return { start: first, end, allDay: true };
}

const CANCELLED: ReadonlySet<string> = new Set(['withdrawn', 'superseded']);

function eventOf(context: ServerContext, numbered: Numbered): ICalEventData | null {
  const { words, publicUrl, page } = context;
  const { number, ultimatum } = numbered;
  const reading = ultimatum.versions.at(-1)?.reading;
  const last = ultimatum.entries.at(-1);
  if (reading === undefined || last === undefined || ultimatum.undated !== null) return null;
  const { summary, lines } = eventTexts(words, numbered);
  const changed = new Date(last.recorded);
  return {
    ...timeOf(reading),
    id: `U-${number}.${encodeURIComponent(page.address)}@${new URL(publicUrl).hostname}`,
    sequence: ultimatum.lastSeq,
    stamp: changed,
    lastModified: changed,
    created: new Date(ultimatum.recorded),
    summary: plainText(summary),
    description: lines.map(plainText).join('\n'),
    url: `${publicUrl}${pathOf(context, number)}`,
    status: CANCELLED.has(ultimatum.state) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** Made at a time; the process answers others in between. */
const AT_ONCE = 20;

async function eventsOf(context: ServerContext, found: readonly Numbered[]): Promise<ICalEventData[]> {
  const events: ICalEventData[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    events.push(...found.slice(from, from + AT_ONCE).flatMap((numbered) => eventOf(context, numbered) ?? []));
    await setImmediate();
  }
  return events;
}

/** The deadlines of a scope; those without a date are left out. Null where there is nothing to be seen. */
export async function calendarOf(context: ServerContext, scope: FeedScope): Promise<string | null> {
  const found = await ultimatumsOf(context, scope);
  if (found === null) return null;
  const calendar = ical({
    name: plainText(context.words.pages.follow.calendar(context.name)),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Ultimatum', product: 'Record', language: context.words.language.toUpperCase() },
    ttl: REFRESH_S,
    events: await eventsOf(context, found),
  });
  return calendar.toString();
}
