/** Documented ultimatums as ledgers: each is recorded, moved and closed as its data says. */
import { type Outcome } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import type { When } from '../../src/domain/when.js';
import { DAY, HOUR, Ledger, MINUTE, ms, on, report } from '../domain/support.js';
import {
  zoneOfCase as zoneOf,
  type TimelineCase as Case,
  type TimelineRevision as Revision,
  type TimelineSides as Sides,
} from './timeline.js';

const BOUNDS = { before: 'before', effective_from: 'effective', not_before: 'not-before' } as const;

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

/** The ledger of a case, from its record to its outcome. */
export function ledgerOf(one: Case): Ledger {
  const ledger = begin(one);
  for (const revision of one.revisions.slice(1)) revise(ledger, revision, one);
  close(ledger, one);
  return ledger;
}
