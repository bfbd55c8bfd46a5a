/** What a reading assumed and why words can't be read, as codes. */

/**
 * What there is to say about a reading, as codes with parameters: what was assumed, why there is a question, why there
 * is no deadline. `src/wording` says them. What a person typed is only ever a parameter (`given`, `event`).
 *
 * Times of day are seconds since local midnight, weekdays 1 (Monday) to 7, months 1 to 12.
 */

export const PARTS_OF_DAY = ['morning', 'lunch', 'afternoon', 'evening', 'night'] as const;
export type PartName = (typeof PARTS_OF_DAY)[number];

/** The stretches of the calendar that come again and again. */
export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** What people name for an hour that the calendar does not fix. */
export const USUAL_TIMES = ['dawn', 'sunset', 'market-open', 'market-close'] as const;
export type UsualTime = (typeof USUAL_TIMES)[number];

export const PORTIONS = ['beginning', 'middle', 'end'] as const;
/** A third of a month or of a longer stretch. */
export type Portion = (typeof PORTIONS)[number];

/** A length of time as it was said: months and days are counted by the calendar, seconds elapse. */
export interface LengthOfTime {
  readonly months: number;
  readonly days: number;
  /** Mondays to Fridays. */
  readonly workdays: number;
  readonly seconds: number;
}

/** What was assumed where the words left something open. Stored with the record: a kind is never renamed. */
export type Assumption =
  /** "Friday evening": from one time to another. */
  | { readonly kind: 'part-of-day'; readonly part: PartName; readonly from: number; readonly to: number }
  /** "5:30 today", said at ten. */
  | { readonly kind: 'evening' }
  /** "At noon", said in the afternoon. */
  | { readonly kind: 'next-day' }
  /** "12 o'clock". */
  | { readonly kind: 'noon' }
  | { readonly kind: 'close-of-business'; readonly time: number }
  /** "Before dawn", "by the opening bell": the hour that was taken for it. */
  | { readonly kind: 'usual-time'; readonly of: UsualTime; readonly time: number }
  /** The clocks go forward over the time that was named. */
  | { readonly kind: 'skipped-time'; readonly named: number; readonly used: number }
  /** The clocks go back over the time that was named. */
  | { readonly kind: 'repeated-time'; readonly named: number }
  /** "Within 48 hours", where nobody noted the hour of the statement. */
  | { readonly kind: 'hour-unknown' }
  /** "In 90 days, on 9 November". */
  | { readonly kind: 'date-over-count' }
  /** "12:01 a.m. EST" in summer: by the letter it would be an hour earlier or later. */
  | {
      readonly kind: 'zone-in-force';
      readonly zone: string;
      readonly given: string;
      readonly byTheLetter: 'earlier' | 'later';
    }
  | { readonly kind: 'short-year'; readonly given: string; readonly year: number }
  /** "08/09/2025": which number comes first, settled by the locale. */
  | { readonly kind: 'number-order'; readonly first: 'day' | 'month' }
  /** "Early September", "late 2026". */
  | { readonly kind: 'portion'; readonly portion: Portion; readonly of: 'month' | 'period' }
  | { readonly kind: 'northern-seasons' }
  /** "The last week of October". */
  | { readonly kind: 'last-week' }
  /** "The second week of October". */
  | { readonly kind: 'numbered-week'; readonly week: number }
  /** "The week before the summit". */
  | { readonly kind: 'adjacent-week'; readonly side: 'before' | 'after' }
  /** "An additional 75 days", counted from the deadline that it moves: `from` is its local date, `YYYY-MM-DD`. */
  | {
      readonly kind: 'from-deadline';
      readonly way: 'after' | 'before';
      readonly low: LengthOfTime;
      readonly high: LengthOfTime;
      readonly from: string;
      /** Of the deadline in force, seconds since local midnight; null where it ends with a day. */
      readonly time: number | null;
    }
  /** "July 9", which moves a deadline of another bound than `by` (rules 33). */
  | { readonly kind: 'bound-kept'; readonly bound: 'effective' }
  /** "72 hours after acceptance", where somebody said when that was: its local date, and seconds since midnight if known. */
  | {
      readonly kind: 'event-dated';
      readonly event: string;
      readonly from: string;
      readonly time: number | null;
    }
  /** A sentence that an older release stored. */
  | { readonly kind: 'text'; readonly text: string };

/** Why words have more than one honest reading. */
export type AmbiguityReason =
  | { readonly kind: 'midnight' }
  | { readonly kind: 'half-of-day' }
  | { readonly kind: 'number-order' }
  /** The weekday named is not that of the date named. */
  | { readonly kind: 'weekday-mismatch'; readonly named: number; readonly actual: number }
  | { readonly kind: 'next-weekday'; readonly weekday: number }
  | { readonly kind: 'weekday-after-next'; readonly weekday: number }
  /** "By Monday", said on a Monday. */
  | { readonly kind: 'same-weekday'; readonly weekday: number }
  /** "Friday in two weeks". */
  | { readonly kind: 'weeks-from' }
  | { readonly kind: 'next-weekend' }
  | { readonly kind: 'next-month' }
  | { readonly kind: 'fiscal-year' }
  /** "Within the month": this one, or as long as one. */
  | { readonly kind: 'within-period'; readonly period: Period }
  | { readonly kind: 'next-period'; readonly period: Period }
  | { readonly kind: 'week-end' }
  /** "By September": its beginning or its end. */
  | { readonly kind: 'by-period' }
  /** "30 days after signing". */
  | { readonly kind: 'event'; readonly event: string }
  /** "One more week": added to the deadline in force, or counted from now. */
  | { readonly kind: 'extension' }
  /** The same where no deadline is known: counted from now it is the only reading. */
  | { readonly kind: 'extension-unknown' }
  /** "Moved forward by 10 days": earlier or later. */
  | { readonly kind: 'extension-way' }
  | { readonly kind: 'far-date' }
  | { readonly kind: 'several-dates' }
  /** "10 a.m. (0800 GMT)": the two clocks disagree. */
  | { readonly kind: 'two-clocks' }
  /** "CST": an abbreviation of several zones. */
  | { readonly kind: 'zone-abbreviation'; readonly given: string }
  /** "In a letter dated 2 May … 30 days": counted from that day or from the statement. */
  | { readonly kind: 'count-start' }
  /** "Extended to 90 days": the whole time, from a day that is not named. */
  | { readonly kind: 'count-start-unknown' }
  | { readonly kind: 'unknown-zone'; readonly given: string }
  | { readonly kind: 'several-readings' };

/** What stands in the place of a date, a time or a zone and can't be read. */
export type ReadFault =
  | { readonly kind: 'no-such-month'; readonly month: number }
  /** `days`: how many the month has; without a year the most it can have. */
  | {
      readonly kind: 'no-such-day';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      readonly days: number;
    }
  | { readonly kind: 'not-a-date'; readonly given: string }
  | { readonly kind: 'year-out-of-range'; readonly given: string }
  | { readonly kind: 'stray-number'; readonly given: string }
  | { readonly kind: 'not-a-time'; readonly given: string }
  /** "In -5 days", "in 10 000 000 days". */
  | { readonly kind: 'not-a-length'; readonly given: string }
  | { readonly kind: 'hour-out-of-range'; readonly given: string }
  /** A.m. or p.m. beside an hour that they don't go with. */
  | { readonly kind: 'twelve-hour-clock'; readonly given: string }
  | { readonly kind: 'minute-out-of-range'; readonly given: string }
  | { readonly kind: 'offset-out-of-range'; readonly given: string }
  | { readonly kind: 'unknown-zone'; readonly given: string }
  | { readonly kind: 'nested-too-deep' }
  | { readonly kind: 'unrecognized' }
  | { readonly kind: 'too-complex' }
  /** In characters. */
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number };

/** Why words are no deadline. */
export type NoDeadlineReason =
  | ReadFault
  | { readonly kind: 'lower-bound' }
  | { readonly kind: 'past' }
  /** "Talks collapsed on Thursday": when something happened, or how long it lasted. */
  | { readonly kind: 'past-event' }
  /** "The tour begins on Friday": what is held or done on a day, of which nobody demands anything. */
  | { readonly kind: 'announcement' }
  | { readonly kind: 'recurring' }
  | { readonly kind: 'too-far' }
  /** "Extended by 90 days": counted from a deadline that the words don't name. */
  | { readonly kind: 'extension' }
  /** "In 50 days", said in June: only the month or the year of the statement is known. */
  | { readonly kind: 'statement-day-unknown' }
  | { readonly kind: 'vague' }
  | { readonly kind: 'none-stated' }
  | { readonly kind: 'as-soon-as-possible' }
  | { readonly kind: 'immediately' }
  | { readonly kind: 'waits-for-event' };
