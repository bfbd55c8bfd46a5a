/** The zod schemas of what an entry holds and of the commands it comes of: rows and proposals are read back here. */
import { z } from 'zod';
import {
  EXTENTS,
  LINK_KINDS,
  REVERSALS,
  REVISIONS,
  type Command,
  type CommandByVerb,
  type CommandKind,
  type EventByKind,
  type EventKind,
  type LedgerEvent,
  type Statement,
} from '../domain/entry.js';
import { ZONE_ORIGINS } from '../domain/reading.js';
import { isProposable, type Proposable } from '../domain/verbs.js';
import { readingSchema } from './reading.js';
import { correctedFieldsSchema, outcomeSchema, statementSchema, withIssuers } from './statement.js';
import { whenSchema } from './when.js';

const text = z.string();
const nullableText = text.nullable();
const names = z.array(text);
const whole = z.number().int();
export const statementsSchema = z.array(statementSchema);
const said = { stated: whenSchema, statements: statementsSchema };

/** What a command and the event that comes of it both hold. */
const RECORD = {
  issuer: text.exactOptional(),
  issuers: names.exactOptional(),
  targets: names,
  demand: text,
  threat: nullableText,
  zone: text,
  zoneFrom: z.enum(ZONE_ORIGINS).exactOptional(),
  tags: names,
  deadline: readingSchema.nullable(),
};
const SCOPE = { scope: names.exactOptional() };
const SCOPED = { ...SCOPE, actor: text.exactOptional() };
const OUTCOME = { target: nullableText.exactOptional(), outcome: outcomeSchema, ...SCOPED };
const REVERSAL = { what: z.enum(REVERSALS), extent: z.enum(EXTENTS), when: whenSchema };
const LINK = { to: whole, as: z.enum(LINK_KINDS) };
const CLOSING = { dispute: whole, upheld: z.boolean(), reason: text };
const TERMS = { demand: nullableText, threat: nullableText, targets: names.nullable(), ...SCOPE };
const CAPTURE = { url: text, archive: text };
const CORRECTION = { fields: correctedFieldsSchema, removes: z.boolean(), reason: text };

/** At least one issuer, in the form of today or of the first release. */
function issuersOf<T extends { readonly issuer?: string; readonly issuers?: readonly string[] }>(read: T) {
  const { issuers = [], ...rest } = withIssuers(read);
  return { ...rest, issuers };
}

/** The first release named one target of an outcome, or null for all that had none. */
function scopeOf<T extends { readonly target?: string | null; readonly scope?: readonly string[] }>({
  target,
  ...rest
}: T) {
  return typeof target === 'string' ? { ...rest, scope: [target] } : rest;
}

/** A schema for each kind of event: a kind without one does not compile. */
const EVENTS: { readonly [K in EventKind]: z.ZodType<EventByKind[K]> } = {
  recorded: z.object({ kind: z.literal('recorded'), ...RECORD }).transform(issuersOf),
  revised: z.object({
    kind: z.literal('revised'),
    revision: z.enum(REVISIONS),
    deadline: readingSchema,
    ...SCOPED,
  }),
  suspended: z.object({ kind: z.literal('suspended'), ...SCOPED }),
  withdrawn: z.object({ kind: z.literal('withdrawn'), ...SCOPED }),
  superseded: z.object({ kind: z.literal('superseded'), by: whole }),
  passed: z.object({ kind: z.literal('passed'), ...SCOPE }),
  outcome: z.object({ kind: z.literal('outcome'), ...OUTCOME }).transform(scopeOf),
  reversed: z.object({ kind: z.literal('reversed'), ...REVERSAL, ...SCOPED }),
  terms: z.object({ kind: z.literal('terms'), ...TERMS }),
  sourced: z.object({ kind: z.literal('sourced') }),
  archived: z.object({ kind: z.literal('archived'), ...CAPTURE }),
  disputed: z.object({ kind: z.literal('disputed'), reason: text }),
  'dispute-closed': z.object({ kind: z.literal('dispute-closed'), ...CLOSING }),
  linked: z.object({ kind: z.literal('linked'), ...LINK }),
  corrected: z.object({
    kind: z.literal('corrected'),
    corrects: whole,
    ...CORRECTION,
  }),
  hidden: z.object({ kind: z.literal('hidden'), reason: text }),
  unhidden: z.object({ kind: z.literal('unhidden'), reason: text }),
};

const isEventKind = (kind: unknown): kind is EventKind =>
  typeof kind === 'string' && Object.hasOwn(EVENTS, kind);
const kindSchema = z.looseObject({ kind: z.custom<EventKind>(isEventKind) });

/** An event of any kind. */
export const eventSchema: z.ZodType<LedgerEvent> = z.unknown().transform((value, context) => {
  const known = kindSchema.safeParse(value);
  const read = known.success ? EVENTS[known.data.kind].safeParse(value) : known;
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

/** @throws z.ZodError, or SyntaxError, where the text is no event as JSON */
export function parseEvent(json: string): LedgerEvent {
  const value: unknown = JSON.parse(json);
  return EVENTS[kindSchema.parse(value).kind].parse(value);
}

/** @throws z.ZodError, or SyntaxError, where the text is no list of sources as JSON */
export function parseStatements(json: string): readonly Statement[] {
  return statementsSchema.parse(JSON.parse(json));
}

/** A schema for each verb: a verb without one does not compile. */
const COMMANDS: { readonly [V in CommandKind]: z.ZodType<CommandByVerb[V]> } = {
  record: z.object({ verb: z.literal('record'), ...RECORD, ...said }).transform(issuersOf),
  move: z.object({ verb: z.literal('move'), deadline: readingSchema, ...SCOPED, ...said }),
  suspend: z.object({ verb: z.literal('suspend'), ...SCOPED, ...said }),
  resume: z.object({ verb: z.literal('resume'), deadline: readingSchema, ...SCOPED, ...said }),
  withdraw: z.object({ verb: z.literal('withdraw'), ...SCOPED, ...said }),
  replace: z.object({ verb: z.literal('replace'), by: whole, self: whole, ...said }),
  outcome: z.object({ verb: z.literal('outcome'), ...OUTCOME, ...said }).transform(scopeOf),
  reverse: z.object({ verb: z.literal('reverse'), ...REVERSAL, ...SCOPED, ...said }),
  terms: z.object({ verb: z.literal('terms'), ...TERMS, ...said }),
  source: z.object({ verb: z.literal('source'), ...said }),
  archive: z.object({ verb: z.literal('archive'), ...CAPTURE }),
  dispute: z.object({ verb: z.literal('dispute'), reason: text, ...said }),
  'close-dispute': z.object({ verb: z.literal('close-dispute'), ...CLOSING }),
  link: z.object({ verb: z.literal('link'), self: whole, ...LINK }),
  correct: z.object({
    verb: z.literal('correct'),
    entry: whole,
    ...CORRECTION,
  }),
  hide: z.object({ verb: z.literal('hide'), reason: text }),
  unhide: z.object({ verb: z.literal('unhide'), reason: text }),
  lapse: z.object({ verb: z.literal('lapse') }),
};

const isVerb = (verb: string): verb is CommandKind => Object.hasOwn(COMMANDS, verb);
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
