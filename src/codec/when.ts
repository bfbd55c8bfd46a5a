/** The zod schema of a moment or a day. */
import { z } from 'zod';
import type { When } from '../domain/when.js';

export const whenSchema: z.ZodType<When> = z.object({ start: z.number(), end: z.number() });
