/** Deadlines as a calendar (RFC 5545): one event for each ultimatum, which moves when its deadline moves. */
import { setImmediate } from 'node:timers/promises';
import ical, {
  ICalCalendarMethod,
  ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEventData,
} from 'ical-generator';
import type { RecordInstant } from '../../../domain/instant.js';
import type { DatedReading } from '../../../domain/reading.js';
import { localTime } from '../../../domain/zone.js';
import type { Numbered } from '../../../wording/about.js';
import { eventTexts as wordsOfEvent } from '../../../wording/pages/feed.js';
import { plainText } from '../../../wording/plain-text.js';
import type { ServerContext } from '../context.js';
import { ledgerKey } from '../model/folds.js';
import type { Narrowing } from '../model/lists.js';
import { calendarRows, foldsOf, type FeedScope } from '../model/feed.js';
import { pathOf } from '../paths.js';
import { foldLines } from './fold-lines.js';

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
  const { summary, lines } = wordsOfEvent(words, numbered);
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
const AT_ONCE = 50;
const END = 'END:VCALENDAR';

/** Without its events: they are kept one by one. */
const emptyCalendar = ({ words, name }: ServerContext): ICalCalendar =>
  ical({
    name: plainText(words.pages.follow.calendar(name)),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Ultimatum', product: 'Record', language: words.language.toUpperCase() },
    ttl: REFRESH_S,
  });

/** The event of an ultimatum as text; empty where it has no date. */
function eventText(context: ServerContext, calendar: ICalCalendar, numbered: Numbered): string {
  const event = eventOf(context, numbered);
  return event === null ? '' : foldLines(new ICalEvent(event, calendar).toString());
}

/** The events of a server, each made once for each state of its ledger. */
async function eventTexts(
  context: ServerContext,
  calendar: ICalCalendar,
  narrowing: Narrowing,
): Promise<string> {
  const { events, page, words } = context;
  const rows = (await calendarRows(context, narrowing)).map((row) => ({
    ...row,
    key: `${ledgerKey(page.guild, row)} ${page.address} ${words.language}`,
  }));
  const texts = new Map(rows.map(({ number, key }) => [number, events.get(key)]));
  const lacking = rows.filter(({ number }) => texts.get(number) === undefined);
  for (let from = 0; from < lacking.length; from += AT_ONCE) {
    const some = lacking.slice(from, from + AT_ONCE);
    const folds = await foldsOf(
      context,
      some.map(({ number }) => number),
    );
    const made = new Map(folds.map((one) => [one.number, eventText(context, calendar, one)]));
    for (const { number, key } of some) {
      texts.set(number, made.get(number) ?? '');
      events.set(key, made.get(number) ?? '');
    }
    await setImmediate();
  }
  return [...texts.values()].join('');
}

/**
 * The deadlines of a scope: all that run, and those of the newest ultimatums. What has no date is left out. Null where
 * there is nothing to be seen.
 */
export async function calendarOf(context: ServerContext, scope: FeedScope): Promise<string | null> {
  const calendar = emptyCalendar(context);
  const found = scope.kind === 'server' ? null : await foldsOf(context, [scope.number]);
  if (found?.length === 0) return null;
  const events =
    scope.kind === 'server'
      ? await eventTexts(context, calendar, scope.narrowing)
      : (found ?? []).map((one) => eventText(context, calendar, one)).join('');
  const empty = calendar.toString();
  const end = empty.lastIndexOf(END);
  return `${empty.slice(0, end)}${events}${empty.slice(end)}`;
}
