/** The state of the private flows around a draft, as they are kept between two presses. */
import { z } from 'zod';
import { TYPED, type TypedName } from '../domain/field-name.js';
import { DRAFT_VERBS } from '../domain/verbs.js';
import { readingSchema } from './reading.js';
import { whenSchema } from './when.js';

export type Typed = { readonly [K in TypedName]?: string | undefined };

/** A text that is not there is left out, so that a draft reads the same after a trip through the store. */
const typedSchema: z.ZodType<Typed> = z.partialRecord(z.enum(TYPED), z.string());

/** A page and the name of who published it; null where no link was found in the post. */
const outletSchema = z.object({ url: z.string(), name: z.string() }).nullable().default(null);

const draftSchema = z.object({
  verb: z.enum(DRAFT_VERBS),
  /** The ultimatum it is about; null for a new record. */
  number: z.number().int().nullable(),
  /** The last entry the person has seen: a newer one is shown before anything is saved. */
  seen: z.number().int().nullable(),
  typed: typedSchema,
  /** What a form shows of the record: a text that is left like that corrects nothing. */
  shown: typedSchema.default({}),
  /** The reading that was picked where the words have several; it holds for these words only. */
  picked: readingSchema.nullable(),
  /** The person agreed to record it without a date. */
  undated: z.boolean(),
  /** The links are the issuer's own words or a record, not reports. */
  primary: z.boolean(),
  /** The links that the person confirmed as such one by one. */
  confirmed: z.array(z.string()).default([]),
  /** The names that stay as typed, although a close one is on record. */
  kept: z.array(z.string()).default([]),
  /** When the post it was made from was published; what was typed as `stated` comes first. */
  posted: whenSchema.nullable(),
  /** The weekday that the post names for the statement, in its words. */
  said: z.string().nullable().default(null),
  /** Link to the Discord message where it was seen. */
  seenIn: z.string().nullable(),
  outlet: outletSchema,
});

/** What a person is about to add to the record, kept from the first keystroke until it is saved or cancelled. */
export type Draft = z.infer<typeof draftSchema>;

/** Reads a draft that was kept; null where an older release wrote something else. */
export function parseDraft(state: unknown): Draft | null {
  const parsed = draftSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}

const undoSchema = z.object({
  /** What was done: a person who may no longer do it may not undo it either. */
  verb: z.enum(DRAFT_VERBS).default('record'),
  number: z.number().int(),
  seq: z.number().int(),
  /** Record time in ms UTC, exclusive. */
  until: z.number(),
});
export type Undo = z.infer<typeof undoSchema>;

/** Reads what the button Undo would take back; null where an older release wrote something else. */
export function parseUndo(state: unknown): Undo | null {
  const parsed = undoSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}

const seenPostSchema = z.object({
  url: z.string().nullable(),
  at: whenSchema.nullable(),
  outlet: outletSchema,
  /** The fields as they were sent, where they were refused: the form shows them again. */
  sent: z.record(z.string(), z.string()).default({}),
});
export type SeenPost = z.infer<typeof seenPostSchema>;

/** Reads the post that the update form was opened from; null where an older release wrote something else. */
export function parseSeenPost(state: unknown): SeenPost | null {
  const parsed = seenPostSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}
