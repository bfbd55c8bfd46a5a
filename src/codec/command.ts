/** The zod schemas of the commands: a proposal is stored as one and read back here. */
import { z } from 'zod';
import type { Command } from '../domain/command.js';
import { isProposable, type Proposable } from '../domain/verbs.js';
import { readingSchema } from './reading.js';
import { correctedFieldsSchema, outcomeSchema, statementSchema } from './statement.js';
import { whenSchema } from './when.js';

export { isProposable, type Proposable } from '../domain/verbs.js';

type Verb = Command['verb'];

const text = z.string();
const nullableText = text.nullable();
const whole = z.number().int();
const said = { stated: whenSchema, statements: z.array(statementSchema) };

/** A schema for each verb: a verb without one does not compile. */
const COMMANDS: { readonly [V in Verb]: z.ZodType<Extract<Command, { readonly verb: V }>> } = {
  record: z.object({
    verb: z.literal('record'),
    issuer: text,
    targets: z.array(text),
    demand: text,
    threat: nullableText,
    zone: text,
    tags: z.array(text),
    deadline: readingSchema.nullable(),
    ...said,
  }),
  move: z.object({ verb: z.literal('move'), deadline: readingSchema, ...said }),
  suspend: z.object({ verb: z.literal('suspend'), ...said }),
  resume: z.object({ verb: z.literal('resume'), deadline: readingSchema, ...said }),
  withdraw: z.object({ verb: z.literal('withdraw'), ...said }),
  replace: z.object({ verb: z.literal('replace'), by: whole, self: whole, ...said }),
  outcome: z.object({ verb: z.literal('outcome'), target: nullableText, outcome: outcomeSchema, ...said }),
  terms: z.object({
    verb: z.literal('terms'),
    demand: nullableText,
    threat: nullableText,
    targets: z.array(text).nullable(),
    ...said,
  }),
  source: z.object({ verb: z.literal('source'), ...said }),
  archive: z.object({ verb: z.literal('archive'), url: text, archive: text }),
  dispute: z.object({ verb: z.literal('dispute'), reason: text, ...said }),
  correct: z.object({
    verb: z.literal('correct'),
    entry: whole,
    fields: correctedFieldsSchema,
    removes: z.boolean(),
    reason: text,
  }),
  hide: z.object({ verb: z.literal('hide'), reason: text }),
  unhide: z.object({ verb: z.literal('unhide'), reason: text }),
  lapse: z.object({ verb: z.literal('lapse') }),
};

const isVerb = (verb: string): verb is Verb => Object.hasOwn(COMMANDS, verb);
const verbSchema = z.object({ verb: text.refine(isVerb) });

/** Reads a command that was stored as JSON; null where it is none, as an older release may have written. */
export function parseCommand(value: unknown): Command | null {
  const verb = verbSchema.safeParse(value);
  if (!verb.success || !isVerb(verb.data.verb)) return null;
  const parsed = COMMANDS[verb.data.verb].safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Reads a proposed command back; null where it is none, or is one that nobody can propose. */
export function parseProposed(value: unknown): Proposable | null {
  const command = parseCommand(value);
  return command !== null && isProposable(command) ? command : null;
}
