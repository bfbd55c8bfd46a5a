/** The zod schema of a reading of a deadline. */
import { z } from 'zod';
import { BOUNDS, PRECISIONS, type Reading } from '../domain/reading.js';

export const readingSchema: z.ZodType<Reading> = z.object({
  words: z.string(),
  earliest: z.number().nullable(),
  latest: z.number().nullable(),
  precision: z.enum(PRECISIONS),
  bound: z.enum(BOUNDS),
  zone: z.string(),
  zoneFrom: z.enum(['stated', 'issuer', 'server']),
  edtf: z.string(),
  orSooner: z.boolean(),
  openBeginning: z.boolean(),
  assumed: z.array(z.string()),
});
