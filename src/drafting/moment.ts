/** Moments and deadlines as they are typed: when something was said, and the words of a deadline said then. */
import type { Context } from '../discord/command.js';
import type { FieldName } from '../domain/field-name.js';
import type { DatedReading } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { isDayKnown, isInterval, type When } from '../domain/when.js';
import { zoneOrUtc } from '../domain/zone.js';
import { readMoment, type ReadingContext } from '../language/index.js';
import type { ZoneChoice } from './zone.js';

/** Who reads, in whose settings, and when. */
type Reader = Pick<Context, 'member' | 'settings' | 'now'>;

/** When it was said, and whether the hour is known. */
export interface StatedAt {
  readonly when: When;
  readonly clock: boolean;
  readonly from: 'typed' | 'post' | 'today';
}

/** The reader's language, else the server's: it tells which of 08/09 is the day. */
function localeOf({ member, settings }: Reader): string {
  return member.locale === '' ? settings.language : member.locale;
}

/** Reads words as a moment or a day in `zone`, whatever becomes of them. */
export function readWords(words: string, zone: string, reader: Reader): ReturnType<typeof readMoment> {
  return readMoment(words, { now: reader.now, zone: zoneOrUtc(zone), locale: localeOf(reader) });
}

/** A typed moment; words that are none are refused and given back. `field` names what was filled in. */
export function momentOf(field: FieldName, words: string, zone: string, reader: Reader): Result<StatedAt> {
  const moment = readWords(words, zone, reader);
  if (moment.kind === 'unreadable')
    return refuse({ why: 'unreadable-date', field, given: words, reason: moment.reason });
  return ok({ when: moment.when, clock: moment.clock, from: 'typed' });
}

/** What words of a deadline may be counted from, beside the statement. */
interface CountedFrom {
  /** The deadline that they may move; null where none is known. */
  readonly inForce?: DatedReading | null;
  /** When the event happened that they name; null where nobody said so. */
  readonly event?: When | null;
}

/** When and where words of a deadline were said, for the reading of them. */
export function readingContextOf(
  stated: When,
  { zone, from }: ZoneChoice,
  reader: Reader,
  { inForce = null, event = null }: CountedFrom = {},
): ReadingContext {
  return {
    at: stated.start,
    clock: !isInterval(stated),
    ...(isDayKnown(stated) ? {} : { until: stated.end }),
    zone,
    zoneFrom: from,
    locale: localeOf(reader),
    ...(inForce === null ? {} : { inForce }),
    ...(event === null ? {} : { event: { at: event.start, clock: !isInterval(event) } }),
  };
}
