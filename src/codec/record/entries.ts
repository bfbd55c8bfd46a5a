/** Reads the entries of a file or of a row that is imported. */
import { z } from 'zod';
import type { Entry } from '../../domain/entry.js';
import { eventSchema, statementsSchema } from '../entry.js';
import { whenSchema } from '../when.js';

const entriesSchema: z.ZodType<readonly Entry[]> = z.array(
  z.object({
    seq: z.number().int().positive(),
    recorded: z.number().int(),
    stated: whenSchema,
    by: z.string().nullable(),
    statements: statementsSchema,
    event: eventSchema,
  }),
);

/** @throws z.ZodError where the value is no list of entries */
export const parseEntries = (value: unknown): readonly Entry[] => entriesSchema.parse(value);
