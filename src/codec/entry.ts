/** The zod schema of what a ledger entry holds; rows are read back here. */
import { z } from 'zod';
import { REVISIONS, type EventKind, type LedgerEvent, type Statement } from '../domain/entry.js';
import { readingSchema } from './reading.js';
import { correctedFieldsSchema, outcomeSchema, statementSchema } from './statement.js';

const text = z.string();
const nullableText = text.nullable();
const names = z.array(text);
const whole = z.number().int();

/** A schema for each kind of event: a kind without one does not compile. */
const EVENTS: { readonly [K in EventKind]: z.ZodType<Extract<LedgerEvent, { readonly kind: K }>> } = {
  recorded: z.object({
    kind: z.literal('recorded'),
    issuer: text,
    targets: names,
    demand: text,
    threat: nullableText,
    zone: text,
    tags: names,
    deadline: readingSchema.nullable(),
  }),
  revised: z.object({ kind: z.literal('revised'), revision: z.enum(REVISIONS), deadline: readingSchema }),
  suspended: z.object({ kind: z.literal('suspended') }),
  withdrawn: z.object({ kind: z.literal('withdrawn') }),
  superseded: z.object({ kind: z.literal('superseded'), by: whole }),
  passed: z.object({ kind: z.literal('passed') }),
  outcome: z.object({ kind: z.literal('outcome'), target: nullableText, outcome: outcomeSchema }),
  terms: z.object({
    kind: z.literal('terms'),
    demand: nullableText,
    threat: nullableText,
    targets: names.nullable(),
  }),
  sourced: z.object({ kind: z.literal('sourced') }),
  archived: z.object({ kind: z.literal('archived'), url: text, archive: text }),
  disputed: z.object({ kind: z.literal('disputed'), reason: text }),
  corrected: z.object({
    kind: z.literal('corrected'),
    corrects: whole,
    fields: correctedFieldsSchema,
    removes: z.boolean(),
    reason: text,
  }),
  hidden: z.object({ kind: z.literal('hidden'), reason: text }),
  unhidden: z.object({ kind: z.literal('unhidden'), reason: text }),
};

const isEventKind = (kind: unknown): kind is EventKind =>
  typeof kind === 'string' && Object.hasOwn(EVENTS, kind);
const kindSchema = z.looseObject({ kind: z.custom<EventKind>(isEventKind) });
const statementsSchema = z.array(statementSchema);

/** @throws z.ZodError, or SyntaxError, where the text is no event as JSON */
export function parseEvent(json: string): LedgerEvent {
  const value: unknown = JSON.parse(json);
  return EVENTS[kindSchema.parse(value).kind].parse(value);
}

/** @throws z.ZodError, or SyntaxError, where the text is no list of sources as JSON */
export function parseStatements(json: string): readonly Statement[] {
  return statementsSchema.parse(JSON.parse(json));
}
