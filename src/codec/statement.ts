/** The zod schemas of what a command and an entry both hold: sources, outcomes, corrected fields. */
import { z } from 'zod';
import {
  COMPLIANCES,
  FOLLOW_THROUGHS,
  GRADES,
  type CorrectedFields,
  type Outcome,
  type Statement,
} from '../domain/entry.js';
import { readingSchema } from './reading.js';
import { whenSchema } from './when.js';

const nullableText = z.string().nullable();

export const statementSchema: z.ZodType<Statement> = z.object({
  quote: nullableText,
  url: nullableText,
  outlet: nullableText,
  grade: z.enum(GRADES),
  archive: nullableText,
  seenIn: nullableText,
});

export const outcomeSchema: z.ZodType<Outcome> = z.object({
  compliance: z.enum(COMPLIANCES),
  followThrough: z.enum(FOLLOW_THROUGHS),
  complied: whenSchema.nullable(),
  acted: whenSchema.nullable(),
  note: nullableText,
});

export const correctedFieldsSchema: z.ZodType<CorrectedFields> = z.object({
  deadline: readingSchema.exactOptional(),
  stated: whenSchema.exactOptional(),
  issuer: z.string().exactOptional(),
  targets: z.array(z.string()).exactOptional(),
  demand: z.string().exactOptional(),
  threat: z.string().exactOptional(),
  quote: z.string().exactOptional(),
  url: z.string().exactOptional(),
  compliance: z.enum(COMPLIANCES).exactOptional(),
  followThrough: z.enum(FOLLOW_THROUGHS).exactOptional(),
});
