/** The schemas of an ultimatum: in a list, and whole. */
import { z } from 'zod';
import {
  COMPLIANCES,
  EXTENTS,
  FOLLOW_THROUGHS,
  GRADES,
  LINK_KINDS,
  REVERSALS,
} from '../../../../domain/entry.js';
import type { State } from '../../../../domain/state.js';
import {
  actor,
  address,
  day,
  fields,
  id,
  instant,
  NAMED,
  names,
  ordinal,
  reading,
  text,
  when,
  whole,
  zone,
} from './basics.js';
import { deadline, headline } from './deadline.js';

const STATES = [
  'open',
  'suspended',
  'passed',
  'withdrawn',
  'superseded',
  'resolved',
] as const satisfies readonly State[];
const state = z.enum(STATES).describe(fields.state);
const demand = text.describe(fields.demand);
const threat = text.nullable().describe(fields.threat);
const moves = z.int().min(0).describe(fields.moves);
const slip = whole.nullable().describe(fields.slip);
const entry = ordinal.describe(fields.entry);
const recorded = instant.describe(fields.recorded);
const note = text.nullable().describe(fields.note);

/** What a list shows. */
const LISTED = {
  id,
  url: address.describe(fields.url),
  self: address.describe(fields.self),
  state,
  headline,
  issuers: names.describe(fields.names),
  targets: names.describe(fields.names),
  demand,
  threat,
  tags: names,
  zone,
  stated: when.describe(fields.stated),
  recorded,
  soonest: deadline.nullable().describe(fields.soonest),
  moves,
  slip,
  disputed: z.boolean().describe(fields.disputed),
  lastEntry: ordinal.describe(fields.lastEntry),
};

export const listed = z.object(LISTED).register(NAMED, { id: 'ListedUltimatum' });

export const source = z
  .object({
    quote: text.nullable().describe(fields.quote),
    url: text.nullable().describe(fields.address),
    outlet: text.nullable().describe(fields.outlet),
    grade: z.enum(GRADES).describe(fields.grade),
    archive: text.nullable().describe(fields.archive),
  })
  .describe(fields.source)
  .register(NAMED, { id: 'Source' });

const chain = z
  .object({
    targets: names,
    state,
    demand,
    threat,
    inForce: ordinal.nullable().describe(fields.deadlineNumber),
    moves,
    slip,
  })
  .register(NAMED, { id: 'Chain' });

/** What was done, as an entry records it. */
export const ACTS = {
  compliance: z.enum(COMPLIANCES),
  followThrough: z.enum(FOLLOW_THROUGHS),
  complied: when.nullable().describe(fields.complied),
  acted: when.nullable().describe(fields.acted),
  note,
};

const outcome = z
  .object({
    target: text,
    entry,
    ...ACTS,
    actor,
    stated: when.describe(fields.stated),
    recorded,
    headline,
    demand,
    threat,
    paused: z.boolean().describe(fields.paused),
    late: z.boolean().describe(fields.late),
  })
  .describe(fields.outcome)
  .register(NAMED, { id: 'Outcome' });

/** What was undone, as an entry records it. */
export const UNDONE = {
  what: z.enum(REVERSALS),
  extent: z.enum(EXTENTS).describe(fields.extent),
  when,
};

const reversal = z
  .object({ target: text, entry, ...UNDONE, actor, stated: when.describe(fields.stated) })
  .describe(fields.reversal)
  .register(NAMED, { id: 'Reversal' });

const link = z
  .object({
    id,
    as: z.enum([...LINK_KINDS, 'replaced-by']),
    incoming: z.boolean().describe(fields.incoming),
    text: text.describe(fields.text),
    self: address.describe(fields.self),
  })
  .describe(fields.link)
  .register(NAMED, { id: 'Link' });

const dispute = z
  .object({
    entry,
    reason: text,
    closed: z
      .object({ how: z.enum(['upheld', 'not-upheld', 'settled']).describe(fields.how), entry, reason: text })
      .nullable(),
  })
  .describe(fields.dispute)
  .register(NAMED, { id: 'Dispute' });

const correction = z
  .object({ entry, corrects: ordinal.describe(fields.entry), recorded, reason: text })
  .describe(fields.correction)
  .register(NAMED, { id: 'Correction' });

export const ultimatum = z
  .object({
    ...LISTED,
    at: day.nullable().describe(fields.at),
    method: ordinal.describe(fields.method),
    undated: reading.nullable().describe(fields.undated),
    deadlines: z.array(deadline).describe(fields.deadlines),
    inForce: z.array(ordinal).describe(fields.inForce),
    chains: z.array(chain).describe(fields.chains),
    outcomes: z.array(outcome),
    reversals: z.array(reversal),
    links: z.array(link),
    disputes: z.array(dispute),
    corrections: z.array(correction),
    sources: z.array(z.object({ ...source.shape, entry, recorded })),
    related: z.object({ log: address, calendar: address, data: address, picture: address }),
  })
  .register(NAMED, { id: 'Ultimatum' });
