/** `Done` as the text of a row and back. */
import { z } from 'zod';
import { REPLACEMENTS, type Done } from '../domain/done.js';
import { COMMAND_KINDS } from '../domain/verbs.js';

const count = z.number().int().nonnegative();

const schema: z.ZodType<Done> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), verb: z.enum(COMMAND_KINDS), number: count }),
  z.object({ kind: z.literal('undone'), number: count }),
  z.object({ kind: z.literal('proposed') }),
  z.object({ kind: z.literal('decided') }),
  z.object({ kind: z.literal('replaced'), because: z.enum(REPLACEMENTS) }),
  z.object({ kind: z.literal('schedule-saved'), id: count }),
  z.object({ kind: z.literal('issuers-merged') }),
  z.object({ kind: z.literal('set-up') }),
  z.object({ kind: z.literal('imported'), count }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('closed'), max: count }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);

/** The JSON text that `pending.done` holds; `doneFromRow` reads it back. */
export function doneToRow(done: Done): string {
  return JSON.stringify(done);
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return null;
  }
}

/** Reads a row back. What is no `Done` is a sentence of an older release, and stays the text it was. */
export function doneFromRow(row: string): Done {
  const result = schema.safeParse(parsed(row));
  return result.success ? result.data : { kind: 'text', text: row };
}
