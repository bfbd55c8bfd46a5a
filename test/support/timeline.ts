/** The documented ultimatums of `../shared/data/timeline*.json`, where that folder is beside the clone. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '../../src/paths.js';

const FILES = { timeline: 'timeline.json', hard: 'timeline-hard.json' } as const;
type TimelineFile = keyof typeof FILES;

const pathOf = (file: TimelineFile) => projectPath('..', 'shared', 'data', FILES[file]);

/** Whether the cases are there; tests that need them are skipped where they are not. */
export const thereAreCases = existsSync(pathOf('timeline')) && existsSync(pathOf('hard'));

const deadlines = z.object({
  precision: z.enum(['instant', 'day', 'window', 'none']),
  bound: z.enum(['before', 'effective_from', 'not_before']).optional(),
  tz: z.string().nullable(),
  local: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  edtf: z.string(),
  approximate: z.boolean().optional(),
});

const revisions = z.object({
  kind: z.enum([
    'set',
    'shorten',
    'clarify',
    'extend',
    'suspend',
    'extend_indefinitely',
    'reset',
    'cite',
    'withdraw',
  ]),
  stated_at: z.string(),
  text: z.string().optional(),
  deadline: deadlines.nullish(),
});

const sides = z.object({
  compliance: z.enum(['full', 'partial', 'negotiated', 'none']),
  follow_through: z.enum(['full', 'partial', 'substitute', 'none', 'not_due']),
  complied_at: z.string().optional(),
  acted_at: z.string().optional(),
});

const cases = z.object({
  id: z.string(),
  issuer: z.string(),
  target: z.array(z.string()),
  demand: z.string(),
  threat: z.string(),
  stated_at: z.string(),
  revisions: z.array(revisions),
  outcome: sides.extend({
    resolved_at: z.string(),
    per_target: z.array(sides.extend({ target: z.string() })).optional(),
  }),
  sources: z.array(z.string()),
  expect: z.object({
    headline: z.string(),
    moves: z.number(),
    slip_days: z.number().nullable(),
    disputed: z.boolean(),
  }),
});

export type TimelineCase = z.infer<typeof cases>;
export type TimelineRevision = z.infer<typeof revisions>;
export type TimelineSides = z.infer<typeof sides>;

/** The cases of a file in its order; none where the file is not there. */
export function timelineCases(file: TimelineFile): readonly TimelineCase[] {
  if (!thereAreCases) return [];
  return z.array(cases).parse(JSON.parse(readFileSync(pathOf(file), 'utf8')));
}

/** The issuer's zone (IANA): that of the first deadline. */
export function zoneOfCase({ revisions: [first] }: TimelineCase): string {
  return first?.deadline?.tz ?? 'America/New_York';
}
