/** The schemas of the log: an entry, and what happened by it, as it was recorded. */
import { z } from 'zod';
import { COMPLIANCES, FOLLOW_THROUGHS, GRADES, LINK_KINDS, REVISIONS } from '../../../../domain/entry.js';
import {
  actor,
  address,
  fields,
  id,
  instant,
  NAMED,
  names,
  ordinal,
  reading,
  scope,
  text,
  when,
  zone,
} from './basics.js';
import { ACTS, source, UNDONE } from './ultimatum.js';

const nullableText = text.nullable();
const reason = text;
const entryNumber = ordinal.describe(fields.entry);

/** What a correction put in place; a field that it left alone is absent. */
export const corrected = z
  .object({
    deadline: reading.nullable(),
    stated: when,
    zone,
    issuers: names,
    targets: names.nullable(),
    demand: nullableText,
    threat: nullableText,
    tags: names,
    quote: nullableText,
    url: nullableText,
    grade: z.enum(GRADES),
    actor: nullableText,
    compliance: z.enum(COMPLIANCES),
    followThrough: z.enum(FOLLOW_THROUGHS),
    complied: when,
    acted: when,
    note: nullableText,
  })
  .partial()
  .register(NAMED, { id: 'CorrectedFields' });

export const event = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('recorded'),
      issuers: names,
      targets: names,
      demand: text,
      threat: nullableText,
      zone,
      tags: names,
      deadline: reading.nullable(),
    }),
    z.object({
      kind: z.literal('revised'),
      revision: z.enum(REVISIONS),
      deadline: reading,
      targets: scope,
      actor,
    }),
    z.object({ kind: z.literal('suspended'), targets: scope, actor }),
    z.object({ kind: z.literal('withdrawn'), targets: scope, actor }),
    z.object({ kind: z.literal('superseded'), by: id }),
    z.object({ kind: z.literal('passed'), targets: scope }),
    z.object({ kind: z.literal('outcome'), ...ACTS, targets: scope, actor }),
    z.object({ kind: z.literal('reversed'), ...UNDONE, targets: scope, actor }),
    z.object({
      kind: z.literal('terms'),
      demand: nullableText,
      threat: nullableText,
      allTargets: names.nullable(),
      targets: scope,
    }),
    z.object({ kind: z.literal('sourced') }),
    z.object({ kind: z.literal('archived'), url: nullableText, archive: nullableText }),
    z.object({ kind: z.literal('disputed'), reason }),
    z.object({
      kind: z.literal('dispute-closed'),
      dispute: entryNumber,
      upheld: z.boolean(),
      reason,
    }),
    z.object({ kind: z.literal('linked'), to: id, as: z.enum(LINK_KINDS) }),
    z.object({
      kind: z.literal('corrected'),
      corrects: entryNumber,
      fields: corrected,
      removes: z.boolean(),
      reason,
    }),
    z.object({ kind: z.literal('hidden'), reason }),
    z.object({ kind: z.literal('unhidden'), reason }),
  ])
  .describe(fields.logEvent)
  .register(NAMED, { id: 'Event' });

export const logEntry = z
  .object({
    id,
    entry: entryNumber,
    url: address.describe(fields.url),
    self: address.describe(fields.self),
    stated: when.describe(fields.stated),
    recorded: instant.describe(fields.recorded),
    by: z.enum(['curator', 'clock']).describe(fields.by),
    text: names.describe(fields.texts),
    event,
    sources: z.array(source),
    correctedBy: z.array(ordinal).describe(fields.correctedBy),
    removedBy: ordinal.nullable().describe(fields.removedBy),
  })
  .describe(fields.logEntry)
  .register(NAMED, { id: 'LogEntry' });
