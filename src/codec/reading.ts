/** The schema of a reading, for everything that comes back from JSON: rows, drafts, proposals, imports. */
import { z } from 'zod';
import { BOUNDS, PRECISIONS, ZONE_ORIGINS, type Reading } from '../domain/reading.js';
import {
  PARTS_OF_DAY,
  PORTIONS,
  USUAL_TIMES,
  type Assumption,
  type LengthOfTime,
} from '../domain/reading-facts.js';

const secondsOfDay = z.number().int().min(0).max(86_400);

const lengthSchema: z.ZodType<LengthOfTime> = z.object({
  months: z.number(),
  days: z.number(),
  workdays: z.number(),
  seconds: z.number(),
});

const assumptionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('part-of-day'),
    part: z.enum(PARTS_OF_DAY),
    from: secondsOfDay,
    to: secondsOfDay,
  }),
  z.object({ kind: z.literal('evening') }),
  z.object({ kind: z.literal('next-day') }),
  z.object({ kind: z.literal('noon') }),
  z.object({ kind: z.literal('close-of-business'), time: secondsOfDay }),
  z.object({ kind: z.literal('usual-time'), of: z.enum(USUAL_TIMES), time: secondsOfDay }),
  z.object({ kind: z.literal('skipped-time'), named: secondsOfDay, used: secondsOfDay }),
  z.object({ kind: z.literal('repeated-time'), named: secondsOfDay }),
  z.object({ kind: z.literal('hour-unknown') }),
  z.object({ kind: z.literal('date-over-count') }),
  z.object({
    kind: z.literal('zone-in-force'),
    zone: z.string(),
    given: z.string(),
    byTheLetter: z.enum(['earlier', 'later']),
  }),
  z.object({ kind: z.literal('short-year'), given: z.string(), year: z.number().int() }),
  z.object({ kind: z.literal('number-order'), first: z.enum(['day', 'month']) }),
  z.object({ kind: z.literal('portion'), portion: z.enum(PORTIONS), of: z.enum(['month', 'period']) }),
  z.object({ kind: z.literal('northern-seasons') }),
  z.object({ kind: z.literal('last-week') }),
  z.object({ kind: z.literal('numbered-week'), week: z.number().int() }),
  z.object({ kind: z.literal('adjacent-week'), side: z.enum(['before', 'after']) }),
  z.object({
    kind: z.literal('from-deadline'),
    way: z.enum(['after', 'before']),
    low: lengthSchema,
    high: lengthSchema,
    from: z.string(),
    time: secondsOfDay.nullable(),
  }),
  z.object({ kind: z.literal('bound-kept'), bound: z.literal('effective') }),
  z.object({
    kind: z.literal('event-dated'),
    event: z.string(),
    from: z.string(),
    time: secondsOfDay.nullable(),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]) satisfies z.ZodType<Assumption>;

/** Older releases stored a sentence: it is kept as `text`. */
const storedAssumption = z.union([
  z.string().transform((text): Assumption => ({ kind: 'text', text })),
  assumptionSchema,
]);

/** Instants in ms UTC, `latest` exclusive as in `Reading`. Fails on what is none. */
export const readingSchema: z.ZodType<Reading> = z.object({
  words: z.string(),
  earliest: z.number().nullable(),
  latest: z.number().nullable(),
  precision: z.enum(PRECISIONS),
  bound: z.enum(BOUNDS),
  zone: z.string(),
  zoneFrom: z.enum(ZONE_ORIGINS),
  edtf: z.string(),
  orSooner: z.boolean(),
  openBeginning: z.boolean(),
  assumed: z.array(storedAssumption),
  event: z.object({ what: z.string(), counted: z.boolean() }).exactOptional(),
  approximate: z.literal(true).exactOptional(),
});
