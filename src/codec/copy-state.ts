/** How far an unfinished copy of a record is, as it is stored. */
import { z } from 'zod';

/** Rows of `table` were copied up to the key `after`, and of the tables before it all; null before the first. */
export const copyStateSchema = z.object({
  source: z.string(),
  table: z.string().nullable(),
  after: z.array(z.string()).nullable(),
});

export type CopyState = Readonly<z.infer<typeof copyStateSchema>>;
