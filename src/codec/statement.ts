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

/** One issuer was a field of its own until several could issue an ultimatum jointly. */
export function withIssuers<T extends { readonly issuer?: string; readonly issuers?: readonly string[] }>({
  issuer,
  ...fields
}: T) {
  return issuer === undefined ? fields : { ...fields, issuers: [issuer] };
}

const FIELDS = z.object({
  deadline: readingSchema.nullable().exactOptional(),
  stated: whenSchema.exactOptional(),
  zone: z.string().exactOptional(),
  issuer: z.string().exactOptional(),
  issuers: z.array(z.string()).exactOptional(),
  targets: z.array(z.string()).nullable().exactOptional(),
  demand: nullableText.exactOptional(),
  threat: nullableText.exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  quote: nullableText.exactOptional(),
  url: nullableText.exactOptional(),
  grade: z.enum(GRADES).exactOptional(),
  actor: nullableText.exactOptional(),
  compliance: z.enum(COMPLIANCES).exactOptional(),
  followThrough: z.enum(FOLLOW_THROUGHS).exactOptional(),
  complied: whenSchema.exactOptional(),
  acted: whenSchema.exactOptional(),
  note: nullableText.exactOptional(),
});

export const correctedFieldsSchema: z.ZodType<CorrectedFields> = FIELDS.transform(withIssuers);
