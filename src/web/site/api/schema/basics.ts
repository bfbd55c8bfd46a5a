/** What answers of the API are made of: ids, instants, spans of time, how a deadline is read, pages of a list. */
import { z } from 'zod';
import { BOUNDS, PRECISIONS, ZONE_ORIGINS } from '../../../../domain/reading.js';
import { english } from '../../../../wording/index.js';

/** What each field says of itself in the description of the API. */
export const { fields } = english.api;

/** The schemas that have a name in the description of the API. */
export const NAMED = z.registry<{ readonly id: string }>();

export const text = z.string();
export const names = z.array(text);
export const whole = z.int();
export const ordinal = z.int().min(1);
export const id = z
  .string()
  .regex(/^U-[1-9]\d{0,9}$/)
  .describe(fields.id);
export const address = z.url();
export const zone = text.describe(fields.zone);
export const scope = names.nullable().describe(fields.scope);
export const actor = text.nullable().describe(fields.actor);

/** Years outside of 0 to 9999 have a sign and six digits (ECMA-262). */
const ISO = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const instant = text.regex(ISO).meta({ format: 'date-time', description: fields.instant });
export const day = z.iso.date();

export const when = z
  .object({ start: instant, end: instant })
  .describe(fields.when)
  .register(NAMED, { id: 'When' });

export const reading = z
  .object({
    text: text.describe(fields.text),
    words: text.describe(fields.spoken),
    earliest: instant.nullable().describe(fields.earliest),
    latest: instant.nullable().describe(fields.latest),
    precision: z.enum(PRECISIONS),
    bound: z.enum(BOUNDS).describe(fields.bound),
    zone,
    zoneFrom: z.enum(ZONE_ORIGINS).describe(fields.zoneFrom),
    edtf: text.describe(fields.edtf),
    orSooner: z.boolean().describe(fields.orSooner),
    openBeginning: z.boolean().describe(fields.openBeginning),
    approximate: z.boolean().describe(fields.approximate),
    assumed: names.describe(fields.assumed),
    event: z
      .object({ what: text, counted: z.boolean().describe(fields.counted) })
      .nullable()
      .describe(fields.event),
  })
  .describe(fields.reading)
  .register(NAMED, { id: 'Reading' });

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item).describe(fields.items),
    next: address.nullable().describe(fields.next),
  });

/** A page of a list that is counted, as of a day or today. */
export const countedPageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    at: day.nullable().describe(fields.at),
    total: z.int().min(0).describe(fields.total),
    totalExact: z.boolean().describe(fields.totalExact),
    ...pageOf(item).shape,
  });
