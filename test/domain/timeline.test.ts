import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Outcome } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import type { When } from '../../src/domain/when.js';
import { DAY, HOUR, Ledger, MINUTE, ms, on, report } from './support.js';
import { inEnglish } from '../support/headline.js';

const DATA = ['timeline.json', 'timeline-hard.json'].map((name) =>
  fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url)),
);
const thereAre = DATA.every((path) => existsSync(path));

const deadlines = z.object({
  precision: z.enum(['instant', 'day', 'window', 'none']),
  bound: z.enum(['before', 'effective_from', 'not_before']).optional(),
  tz: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  edtf: z.string(),
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

type Case = z.infer<typeof cases>;
type Revision = z.infer<typeof revisions>;
type Sides = z.infer<typeof sides>;

const BOUNDS = { before: 'before', effective_from: 'effective', not_before: 'not-before' } as const;

function zoneOf(one: Case): string {
  return one.revisions[0]?.deadline?.tz ?? 'America/New_York';
}

function readingOf({ deadline, text }: Revision, one: Case): Reading {
  const bound = deadline?.bound === undefined ? 'by' : BOUNDS[deadline.bound];
  const latest = deadline?.latest ? ms(deadline.latest) : null;
  return {
    words: text ?? '',
    earliest: deadline?.earliest ? ms(deadline.earliest) : latest,
    latest,
    precision: deadline?.precision ?? 'none',
    bound,
    zone: deadline?.tz ?? zoneOf(one),
    zoneFrom: 'issuer',
    edtf: deadline?.edtf ?? '..',
    orSooner: false,
    openBeginning: bound !== 'by',
    assumed: [],
  };
}

/** Six in the evening of a day, or a minute after an instant: when somebody wrote it down. */
function recordedAt(stated: When): number {
  return stated.start === stated.end ? stated.start + MINUTE : stated.start + 18 * HOUR;
}

function revise(ledger: Ledger, revision: Revision, one: Case): void {
  const stated = on(revision.stated_at, zoneOf(one));
  const saying = { stated, statements: [report('cnn.com', { quote: revision.text ?? null })] };
  const deadline = readingOf(revision, one);
  const now = recordedAt(stated);
  switch (revision.kind) {
    case 'cite':
      return void ledger.add({ verb: 'source', ...saying }, now);
    case 'withdraw':
      return void ledger.add({ verb: 'withdraw', ...saying }, now);
    case 'extend_indefinitely':
      return void ledger.add({ verb: 'suspend', ...saying }, now);
    case 'reset':
      return void ledger.add({ verb: 'resume', deadline, ...saying }, now);
    case 'set':
    case 'shorten':
    case 'clarify':
    case 'extend':
    case 'suspend':
      return void ledger.add({ verb: 'move', deadline, ...saying }, now);
  }
}

function begin(one: Case): Ledger {
  const [first] = one.revisions;
  const stated = on(one.stated_at, zoneOf(one));
  const deadline = first === undefined ? null : readingOf(first, one);
  const { issuer, target: targets, demand, threat } = one;
  const said = { stated, statements: [report()] };
  return new Ledger().add(
    {
      verb: 'record',
      issuers: issuer.split('; '),
      targets,
      demand,
      threat,
      zone: zoneOf(one),
      tags: [],
      deadline,
      ...said,
    },
    recordedAt(stated),
  );
}

function outcomeOf(one: Case, given: Sides): Outcome {
  const { compliance, follow_through: followed, complied_at: complied, acted_at: acted } = given;
  return {
    compliance,
    followThrough: followed === 'not_due' ? 'not-due' : followed,
    complied: complied === undefined ? null : on(complied, zoneOf(one)),
    acted: acted === undefined ? null : on(acted, zoneOf(one)),
    note: null,
  };
}

/** The names of sources are reports of their outlets; a single one is the issuer's own record. */
function close(ledger: Ledger, one: Case): void {
  const grade = one.sources.length === 1 ? 'primary' : 'secondary';
  const statements = one.sources.map((outlet) => report('', { url: null, outlet, grade }));
  const resolved = on(one.outcome.resolved_at, zoneOf(one));
  const latest = ledger.now.inForce?.reading.latest ?? 0;
  const recorded = ledger.entries.at(-1)?.recorded ?? 0;
  const open = one.outcome.compliance === 'negotiated';
  const now = Math.max(resolved.start, recorded, open ? 0 : latest) + 2 * DAY;
  ledger.lapse(now);
  const all: readonly (Sides & { readonly target?: string })[] = one.outcome.per_target ?? [one.outcome];
  for (const given of all) {
    const scope = given.target === undefined ? {} : { scope: [given.target] };
    const outcome = outcomeOf(one, given);
    ledger.add({ verb: 'outcome', outcome, stated: resolved, statements, ...scope }, now);
  }
  if (!one.expect.disputed) return;
  ledger.add({ verb: 'dispute', reason: 'coders differ', stated: resolved, statements: [] }, now);
}

describe.skipIf(!thereAre)('documented ultimatums (skipped without ../shared/data/timeline*.json)', () => {
  const all = thereAre
    ? DATA.flatMap((path) => z.array(cases).parse(JSON.parse(readFileSync(path, 'utf8'))))
    : [];

  test.each(all.map((one) => [one.id, one] as const))('%s ends as documented', (_id, one) => {
    const ledger = begin(one);
    for (const revision of one.revisions.slice(1)) revise(ledger, revision, one);
    close(ledger, one);
    const { headline, moves, slip, disputed, state } = ledger.now;
    const expected = one.expect;
    expect({ headline: inEnglish(headline), moves, slip_days: slip, disputed }).toEqual(expected);
    expect(state).toBe('resolved');
  });
});
