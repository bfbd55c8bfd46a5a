/** The schemas of headlines, and of a deadline with what became of it. */
import { z } from 'zod';
import { EXTENTS, REVERSALS, REVISIONS } from '../../../../domain/entry.js';
import { VERDICTS } from '../../../../domain/verdict.js';
import { actor, fields, id, instant, NAMED, ordinal, reading, scope, text, when, whole } from './basics.js';

const verdict = z
  .object({
    what: z.enum(VERDICTS),
    timing: z.enum(['early', 'late']).nullable(),
    undated: z.boolean(),
    thenWithdrawn: z.boolean(),
    reversed: z.array(z.object({ what: z.enum(REVERSALS), extent: z.enum(EXTENTS) })),
  })
  .describe(fields.verdict)
  .register(NAMED, { id: 'Verdict' });

const HEADLINES = [
  'open',
  'suspended',
  'passed',
  'passed-then-withdrawn',
  'superseded',
  'incomplete',
  'verdict',
  'split',
] as const;

export const headline = z
  .object({
    text: text.describe(fields.text),
    kind: z.enum(HEADLINES),
    verdicts: z.array(z.object({ verdict, targets: ordinal.nullable() }).describe(fields.share)),
    moves: z.int().min(0).nullable().describe(fields.moves),
  })
  .describe(fields.headline)
  .register(NAMED, { id: 'Headline' });

const common = { text: text.describe(fields.text), targets: scope };
const next = ordinal.describe(fields.to);

export const became = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('moved'),
      ...common,
      revision: z.enum(REVISIONS),
      to: next,
      stated: when,
      days: whole.describe(fields.days),
      actor,
    }),
    z.object({ kind: z.literal('made-exact'), ...common, to: next, stated: when }),
    z.object({
      kind: z.literal('passed'),
      ...common,
      at: instant,
      lifted: z.boolean().describe(fields.lifted),
    }),
    z.object({ kind: z.literal('suspended'), ...common, stated: when, actor }),
    z.object({ kind: z.literal('withdrawn'), ...common, stated: when, actor }),
    z.object({ kind: z.literal('superseded'), ...common, by: id, stated: when }),
    z.object({ kind: z.literal('resolved'), ...common, headline }),
  ])
  .describe(fields.became)
  .register(NAMED, { id: 'DeadlineOutcome' });

export const deadline = z
  .object({
    number: ordinal.describe(fields.deadlineNumber),
    entry: ordinal.describe(fields.entry),
    revision: z.enum(REVISIONS),
    stated: when.describe(fields.stated),
    targets: scope,
    reading,
    correctedFrom: reading.nullable().describe(fields.correctedFrom),
    became: z.array(became),
  })
  .describe(fields.deadline)
  .register(NAMED, { id: 'Deadline' });
