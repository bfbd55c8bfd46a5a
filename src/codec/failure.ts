/** `Failure` as the text of a row and back. */
import { z } from 'zod';
import type { ChannelProblem, Failure, Remedy } from '../domain/failure.js';
import { PERMISSIONS } from '../domain/permission.js';

const problem: z.ZodType<ChannelProblem> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'channel-gone',
      'bot-removed',
      'other-kind',
      'no-history',
      'cannot-see',
      'cannot-post',
      'cannot-reply',
      'thread-archived',
      'thread-locked',
    ]),
  }),
  z.object({ kind: z.literal('discord-said'), words: z.string() }),
]);

const remedy: z.ZodType<Remedy> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'choose-channel',
      'choose-postable',
      'invite',
      'check-permissions',
      'no-permission-missing',
      'open-thread',
      'unlock-thread',
      'wait-for-limit',
      'check-settings',
    ]),
  }),
  z.object({ kind: z.literal('give-permissions'), permissions: z.array(z.enum(PERMISSIONS)) }),
]);

/** Nothing was wrong. */
const NOTHING_TO_DO = [
  'nothing-to-edit',
  'nothing-to-say',
  'listed',
  'listed-soon',
  'board-replaced',
  'board-deleted',
  'board-unchanged',
  'board-stopped',
  'board-paced',
  'board-not-posted',
  'nothing-to-publish',
  'event-unchanged',
  'event-deleted',
  'event-being-made',
  'not-published-here',
] as const;

const SIMPLE = [
  'too-many-events',
  'cannot-create-events',
  'automod',
  'too-many-edits',
  'too-many-published',
  'published-edits',
  'rate-limit',
  'invalid-requests',
  'unreachable',
  'token',
  'slot-missed',
  'database',
  'unreadable-scope',
] as const;

const earlier = z.lazy((): z.ZodType<Failure | null> => schema.nullable());

const schema: z.ZodType<Failure> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), why: problem, remedy: remedy.nullable() }),
  z.object({ kind: z.enum(NOTHING_TO_DO) }),
  z.object({ kind: z.enum(SIMPLE) }),
  z.object({ kind: z.enum(['expired', 'overtaken']), earlier }),
  z.object({
    kind: z.literal('missed'),
    count: z.number(),
    because: z.enum(['bot', 'channel']),
    replaced: z.boolean(),
  }),
  z.object({ kind: z.literal('wait-until'), until: z.number() }),
  z.object({ kind: z.literal('discord-said'), words: z.string() }),
  z.object({ kind: z.enum(['discord-status', 'not-from-discord']), status: z.number() }),
  z.object({ kind: z.literal('mistake'), error: z.string().nullable() }),
  z.object({ kind: z.enum(['row-damaged', 'record-damaged']), error: z.string() }),
  z.object({ kind: z.literal('passing-refused'), why: z.string().nullable() }),
  z.object({ kind: z.literal('unknown-zone'), zone: z.string() }),
  z.object({ kind: z.literal('unreadable-cron'), cron: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);

/** The JSON text of a failure column; `failureFromRow` reads it back. */
export function failureToRow(failure: Failure): string {
  return JSON.stringify(failure);
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return null;
  }
}

/** Reads a row back. What is no `Failure` is a sentence of an older release, and stays the text it was. */
export function failureFromRow(row: string): Failure {
  const result = schema.safeParse(parsed(row));
  return result.success ? result.data : { kind: 'text', text: row };
}

/** As `failureFromRow`, of a column that may be empty. */
export function optionalFailure(row: string | null): Failure | null {
  return row === null ? null : failureFromRow(row);
}
