import { z } from 'zod';
import type { Context } from '../discord/command.js';
import type { Reading } from '../domain/reading.js';
import { BOUNDS, PRECISIONS } from '../domain/reading.js';

/** Everything a person can do to the record, one verb each; the same words as the slash commands. */
export const VERBS = [
  'record',
  'move',
  'outcome',
  'suspend',
  'resume',
  'withdraw',
  'replace',
  'terms',
  'correct',
  'source',
  'dispute',
  'hide',
] as const;
export type Verb = (typeof VERBS)[number];

/** What can be typed about an ultimatum, as typed: a refused text comes back in the form, unchanged. */
export const TYPED = [
  'issuer',
  'target',
  'demand',
  'threat',
  'deadline',
  'stated',
  'zone',
  'tag',
  'quote',
  'source',
  'second-source',
  'grade',
  'archive',
  'compliance',
  'follow-through',
  'complied',
  'acted',
  'note',
  'by',
  'entry',
  'reason',
] as const;
export type TypedName = (typeof TYPED)[number];
export type Typed = { readonly [K in TypedName]?: string | undefined };

const whenSchema = z.object({ start: z.number(), end: z.number() });

const readingSchema: z.ZodType<Reading> = z.object({
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

/** A text that is not there is left out, so that a draft reads the same after a trip through the store. */
const typedSchema: z.ZodType<Typed> = z.partialRecord(z.enum(TYPED), z.string());

const draftSchema = z.object({
  verb: z.enum(VERBS),
  /** The ultimatum it is about; null for a new record. */
  number: z.number().int().nullable(),
  /** The last entry the person has seen (rules 22). */
  seen: z.number().int().nullable(),
  typed: typedSchema,
  /** The candidate picked where the words had several readings, with the words it answers. */
  picked: readingSchema.nullable(),
  /** The person agreed to record it without a date. */
  undated: z.boolean(),
  /** The links are the issuer's own words or a record, not reports. */
  primary: z.boolean(),
  /** The instant of the post it was made from; the words of `stated` come first. */
  posted: whenSchema.nullable(),
  /** Link of the Discord message where it was seen. */
  seenIn: z.string().nullable(),
  /** Who published the page at the link that was found in it. */
  outlet: z.object({ url: z.string(), name: z.string() }).nullable().default(null),
});

/** What a person is about to add to the record, kept from the first keystroke until it is saved or cancelled. */
export type Draft = z.infer<typeof draftSchema>;

/** The flow that continues a draft. */
export const DRAFT_FLOW = 'draft';

export function newDraft(verb: Verb, typed: Typed, about: { number: number; seen: number } | null): Draft {
  return {
    verb,
    number: about?.number ?? null,
    seen: about?.seen ?? null,
    typed: tidy(typed),
    picked: null,
    undated: false,
    primary: false,
    posted: null,
    seenIn: null,
    outlet: null,
  };
}

function tidy(typed: Typed): Typed {
  const entries = TYPED.map((name) => [name, typed[name]?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** New texts in place of the old ones; an empty one takes the old one away. */
export function retyped(draft: Draft, typed: Typed): Draft {
  const merged = tidy({ ...draft.typed, ...typed });
  const sameWords = merged.deadline === draft.typed.deadline && merged.stated === draft.typed.stated;
  const same = sameWords && merged.zone === draft.typed.zone;
  // A pick answers one question; other words, another day or another zone ask a new one.
  return {
    ...draft,
    typed: merged,
    picked: same ? draft.picked : null,
    undated: draft.undated && merged.deadline === draft.typed.deadline,
  };
}

/** A draft as the store gave it back; null where an older release wrote something else. */
export function parseDraft(state: unknown): Draft | null {
  const parsed = draftSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}

/** What becomes of an older preview when a newer one takes its place. */
export interface Replaced {
  /** Key of the older one. */
  readonly press: string;
  readonly done: string;
}

/** Stores a draft under a new key, which it answers; an older preview is used up with it. */
export function keepDraft(draft: Draft, context: Context, replaces?: Replaced): Promise<string> {
  return context.keep(DRAFT_FLOW, draft, replaces === undefined ? {} : { replaces });
}
