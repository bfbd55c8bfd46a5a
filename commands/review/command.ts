import { z } from 'zod';
import type { Command } from '../../src/domain/command.js';
import { COMPLIANCES, FOLLOW_THROUGHS } from '../../src/domain/entry.js';
import { BOUNDS, PRECISIONS } from '../../src/domain/reading.js';

const when = z.object({ start: z.number(), end: z.number() });

const reading = z.object({
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

const text = z.string().nullable();

const statement = z.object({
  quote: text,
  url: text,
  outlet: text,
  grade: z.enum(['primary', 'secondary', 'unsourced']),
  archive: text,
  seenIn: text,
});

const said = { stated: when, statements: z.array(statement) };

const outcome = z.object({
  compliance: z.enum(COMPLIANCES),
  followThrough: z.enum(FOLLOW_THROUGHS),
  complied: when.nullable(),
  acted: when.nullable(),
  note: text,
});

const record = z.object({
  verb: z.literal('record'),
  issuer: z.string(),
  targets: z.array(z.string()),
  demand: z.string(),
  threat: text,
  zone: z.string(),
  tags: z.array(z.string()),
  deadline: reading.nullable(),
  ...said,
});

const terms = z.object({
  verb: z.literal('terms'),
  demand: text,
  threat: text,
  targets: z.array(z.string()).nullable(),
  ...said,
});

/** What a member can propose: everything about the world; corrections and hiding are of curators and managers. */
const proposable = z.discriminatedUnion('verb', [
  record,
  terms,
  z.object({ verb: z.literal('move'), deadline: reading, ...said }),
  z.object({ verb: z.literal('suspend'), ...said }),
  z.object({ verb: z.literal('resume'), deadline: reading, ...said }),
  z.object({ verb: z.literal('withdraw'), ...said }),
  z.object({ verb: z.literal('replace'), by: z.number().int(), self: z.number().int(), ...said }),
  z.object({ verb: z.literal('outcome'), target: text, outcome, ...said }),
  z.object({ verb: z.literal('source'), ...said }),
  z.object({ verb: z.literal('archive'), url: z.string(), archive: z.string() }),
  z.object({ verb: z.literal('dispute'), reason: z.string(), ...said }),
]) satisfies z.ZodType<Command>;

export type Proposable = z.infer<typeof proposable>;

/** A proposed command as the store gave it back; null where an older release wrote something else. */
export function parseProposed(command: unknown): Proposable | null {
  const parsed = proposable.safeParse(command);
  return parsed.success ? parsed.data : null;
}
