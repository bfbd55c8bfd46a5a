import type { Compliance, FollowThrough, Outcome } from '../../domain/entry.js';
import { isLate, measuredAgainst } from '../../domain/measure.js';
import { measurable } from '../../domain/fold.js';
import type { DatedReading } from '../../domain/reading.js';
import type { TargetOutcome, Ultimatum } from '../../domain/ultimatum.js';
import { isDay, type When } from '../../domain/when.js';
import { byWhom, parties, subjectOf, targetsText, yearOf } from './about.js';
import type { About } from './about.js';
import { dateOf, onDay, shortDay } from './dates.js';
import type { Lines } from './post.js';
import type { TextBudget } from './text-budget.js';
import { sourceLine, type Cited } from './sources.js';
import { safe } from './text.js';

/** What the target did, in plain words. */
export const COMPLIANCE_WORDS: Record<Compliance, string> = {
  full: 'met the demand',
  partial: 'met the demand in part',
  negotiated: 'settled by negotiation',
  none: 'did not meet the demand',
  'not-codable': 'the sources do not tell',
};

/** What the issuer did about the threat, in plain words. */
const FOLLOW_THROUGH_WORDS: Record<FollowThrough, string> = {
  full: 'carried out the threat',
  partial: 'in part',
  substitute: 'did something else instead',
  none: 'did not carry out the threat',
  'not-due': 'the threat was not due',
  'not-codable': 'the sources do not tell',
};

/** The same where no name of a side stands before it. */
export const THREAT_WORDS: Record<FollowThrough, string> = {
  ...FOLLOW_THROUGH_WORDS,
  partial: 'carried out the threat in part',
};

const ACTED: readonly FollowThrough[] = ['full', 'partial', 'substitute'];

/** Where a day lies to the deadline; `between` is said of what is neither early nor late. */
function againstDeadline(done: When, reading: DatedReading | null, late: boolean, between: string): string {
  if (reading === null) return '';
  if (isDay(done) && done.start < reading.latest && reading.latest < done.end) {
    return ', the same day, hour not known';
  }
  if (late) return ', after the deadline';
  return done.end <= reading.earliest && !reading.openBeginning ? ', before the deadline' : between;
}

function untilText(reading: DatedReading): string {
  return reading.bound === 'before' ? ` ${dateOf(reading)}` : ` by ${dateOf(reading)}`;
}

function complianceText(ultimatum: Ultimatum, outcome: Outcome, room: TextBudget): string {
  const versions = measurable(ultimatum);
  const reading = measuredAgainst(versions, outcome.complied)?.reading ?? null;
  const demand = ` (${safe(ultimatum.demand, room.text)})`;
  if (outcome.compliance === 'none') {
    return `did not meet the demand${demand}${reading === null ? '' : untilText(reading)}`;
  }
  const words = COMPLIANCE_WORDS[outcome.compliance] + demand;
  if (outcome.complied === null) return words;
  const day = onDay(outcome.complied, ultimatum.zone, yearOf(ultimatum));
  return `${words}, ${day}${againstDeadline(outcome.complied, reading, isLate(versions, outcome), ', in time')}`;
}

function followThroughText(ultimatum: Ultimatum, outcome: Outcome, room: TextBudget): string {
  const reading = measuredAgainst(measurable(ultimatum), outcome.complied)?.reading ?? null;
  const words = FOLLOW_THROUGH_WORDS[outcome.followThrough];
  const { acted } = outcome;
  if (acted === null) return words;
  const late = reading !== null && acted.start >= reading.latest;
  const day = onDay(acted, ultimatum.zone, yearOf(ultimatum));
  const timing = againstDeadline(acted, reading, late, '');
  const note = outcome.note === null ? '' : `: ${safe(outcome.note, room.text)}`;
  return `${words}, ${day}${timing}${note}`;
}

/** What the sides did, one line each. */
export function sideLines(
  ultimatum: Ultimatum,
  targets: readonly string[],
  outcome: Outcome,
  room: TextBudget,
): readonly (string | null)[] {
  const own = outcome.note !== null && !ACTED.includes(outcome.followThrough);
  return [
    `${targetsText(targets, room)}: ${complianceText(ultimatum, outcome, room)}`,
    `${safe(ultimatum.issuer, room.name)}: ${followThroughText(ultimatum, outcome, room)}`,
    own ? `Note: ${safe(outcome.note ?? '', room.text)}` : null,
  ];
}

/** The sources of an outcome first, then what was added since the last deadline was stated (rules 17). */
function outcomeSources(ultimatum: Ultimatum, entry: number): readonly Cited[] {
  const since = ultimatum.versions.at(-1)?.entry ?? 0;
  const own = ultimatum.statements.filter((one) => one.entry === entry);
  return [...own, ...ultimatum.statements.filter((one) => one.entry > since && one.entry < entry)];
}

function headline(ultimatum: Ultimatum, recorded: readonly TargetOutcome[]): string {
  const all = ultimatum.targets.length;
  if (ultimatum.outcomes.length >= all) return ultimatum.headline;
  const own = recorded[0]?.headline ?? ultimatum.headline;
  return `${own}. Recorded for ${ultimatum.outcomes.length} of ${all}`;
}

/** An outcome that an entry recorded, for one target or for all that had none. */
export function outcomeLines({ number, ultimatum, people }: About, entry: number, room: TextBudget): Lines {
  const recorded = ultimatum.outcomes.filter((one) => one.entry === entry);
  const [first] = recorded;
  const targets = recorded.map(({ target }) => target);
  const by = byWhom(first?.by ?? null, people, room);
  const day = shortDay(first?.recorded ?? 0, ultimatum.zone, yearOf(ultimatum));
  return {
    head: `Outcome recorded: ${parties(ultimatum, room)} (${subjectOf(number)})`,
    body: [
      headline(ultimatum, recorded),
      ...(first === undefined ? [] : sideLines(ultimatum, targets, first.outcome, room)),
      sourceLine(outcomeSources(ultimatum, entry), room),
    ],
    small: [
      `Recorded by ${by}, on ${day}.`,
      'The first line is computed from the two below.',
      'What it means: /help outcomes',
    ],
  };
}
