/** The figures of a record in English: `/issuer`, `/leaderboard`, and their pages and pictures. */
import type { Text } from '../parts.js';
import type { DemandResult, ThreatResult } from '../../domain/figures/sides.js';
import { t } from '../text.js';
import { days, plural } from './plural.js';

const demandResults: Readonly<Record<Exclude<DemandResult, 'met' | 'no-deadline' | 'not-codable'>, Text>> = {
  settled: t`Settled in time`,
  late: t`Complied or settled late`,
  partly: t`Partly met`,
  paused: t`Complied while paused`,
  'not-met': t`Not met`,
  mixed: t`The targets differ`,
};

const threatResults: Readonly<Record<Exclude<ThreatResult, 'full' | 'not-due' | 'not-codable'>, Text>> = {
  partial: t`Carried out in part`,
  substitute: t`Something else was done`,
  none: t`Not carried out`,
};

const notCounted = t`Drafts and hidden ultimatums are in no figure.`;

export const figures = {
  issuer: {
    description: 'Show the figures of an issuer: demands met, deadlines moved, threats carried out',
    option: 'The issuer, by any of its names',
  },
  leaderboard: {
    description: 'Compare the issuers of this server by the figures of their records',
    title: t`Figures of every issuer`,
    order: t`The issuer with the most ultimatums first. A joint ultimatum counts for each of its issuers.`,
    row: (name: Text, shares: Text): Text => t`${name}: ${shares}`,
    all: t`All of them, each ultimatum once`,
    shares: (cases: Text, shares: Text): Text => t`${cases}; ${shares}`,
    between: t`; `,
    met: (share: Text): Text => t`met ${share}`,
    moved: (share: Text): Text => t`moved ${share}`,
    carriedOut: (share: Text): Text => t`carried out ${share}`,
    empty: t`No ultimatum with a source has been recorded yet.`,
    columns: {
      issuer: t`Issuer`,
      cases: t`Ultimatums`,
      notReviewed: t`Not reviewed`,
      met: t`Met`,
      moved: t`Moved`,
      carriedOut: t`Carried out in full`,
    },
  },
  heading: t`Figures`,
  title: (issuer: Text): Text => t`Figures of ${issuer}`,
  more: (count: number): Text => t`and ${count} more`,

  /** `11 of 30, 37% (interval 22 to 54%)`. */
  share: (counts: Text, percent: number, low: number, high: number): Text =>
    t`${counts}, ${percent}% (interval ${low} to ${high}%)`,
  shareAlone: (percent: number, low: number, high: number): Text =>
    t`${percent}%, interval ${low} to ${high}%`,
  tooFewAlone: t`too few for a share`,
  shortShare: (counts: Text, percent: number): Text => t`${counts}, ${percent}%`,
  counts: (count: number, n: number): Text => t`${count} of ${n}`,
  count: (count: number): Text => t`${count}`,
  movesIn: (moves: number, n: number): Text => t`${moves} in ${n}`,
  tooFew: (counts: Text): Text => t`${counts}, too few for a share`,
  row: (label: Text, value: Text): Text => t`${label}: ${value}`,
  earlier: (count: number): Text => t`${days(count)} earlier`,
  later: (count: number): Text => t`${days(count)} later`,
  noShift: t`none`,
  /** `69 days later (median of 33)`. */
  medianOf: (value: Text, n: number): Text => t`${value} (median of ${n})`,

  cases: (count: number): Text =>
    plural(count, { one: t`1 ultimatum counted`, other: t`${count} ultimatums counted` }),
  intro: (parts: Text): Text => t`${parts}.`,
  between: t`, `,
  joint: (count: number): Text => t`${count} of them joint`,
  ended: (count: number): Text => t`${count} closed`,
  running: (count: number): Text => t`${count} running`,
  notReviewed: (count: number): Text => t`${count} passed and not reviewed`,
  leftOut: (unsourced: number): Text =>
    unsourced === 0 ? notCounted : t`Left out: ${unsourced} without a source. ${notCounted}`,
  hidden: (count: number): Text => t`${count} hidden in the whole record.`,
  beside: (parts: Text): Text => t`Counted beside it: ${parts}.`,

  demand: {
    title: t`What became of the demands`,
    rule: (n: number): Text => t`Of ${n} with an outcome and a deadline.`,
    met: t`Met in full, by the deadline in force`,
    metFirst: t`Met in full, by the first deadline`,
    results: demandResults,
    withdrawn: (count: number): Text => t`${count} withdrawn`,
    superseded: (count: number): Text => t`${count} replaced by another`,
    notReviewed: (count: number): Text => t`${count} not reviewed`,
    noDeadline: (count: number): Text => t`${count} without a deadline`,
    notCodable: (count: number): Text => t`${count} that the sources do not settle`,
  },
  moves: {
    title: t`Deadlines that moved`,
    rule: (n: number): Text =>
      t`Of ${n} whose first deadline is over, or that are closed. Narrowing a deadline is no move.`,
    moved: t`Moved at least once`,
    shortened: t`Moved earlier`,
    extended: t`Moved later`,
    revived: t`Moved after it had passed`,
    total: t`Moves in all`,
    slip: t`From the first to the last deadline`,
  },
  threat: {
    title: t`What became of the threats`,
    rule: (n: number): Text =>
      t`Of ${n} that fell due: the demand was not met or settled by the deadline, or the measures came first.`,
    full: t`Carried out in full`,
    results: threatResults,
    timing: t`When, of those with a deadline`,
    timings: (early: number, onTime: number, late: number): Text =>
      t`${early} early, ${onTime} on time, ${late} late`,
    lag: t`How late`,
    lifted: t`Carried out, and lifted later`,
    undone: t`Complied, and undone later`,
    punishedAnyway: t`Met or settled in time, and carried out anyway`,
    lapsed: t`Not met, and nothing done within 30 days`,
    notDue: (count: number): Text => t`${count} that never fell due`,
    notCodable: (count: number): Text => t`${count} that the sources do not settle`,
  },
  time: {
    title: t`How long it takes`,
    rule: t`Days after it was stated, for half of them (Kaplan and Meier). Open ones count as long as they have been watched.`,
    firstMove: t`To the first move`,
    outcome: t`To an outcome`,
    median: (count: Text, events: number, n: number): Text => t`${count}, from ${events} of ${n}`,
    notYet: (events: number, n: number): Text => t`fewer than half so far, ${events} of ${n}`,
    curve: t`Share without it, by days`,
    columns: { days: t`Days`, atRisk: t`Still watched`, share: t`Without it`, interval: t`Interval` },
    table: t`The steps as a table`,
    number: (value: number): Text => t`${value}`,
    percent: (percent: number): Text => t`${percent}%`,
    range: (low: number, high: number): Text => t`${low} to ${high}%`,
  },
  quality: {
    title: t`How well it is recorded`,
    rule: (n: number): Text => t`Of ${n} counted.`,
    wellSourced: t`Two independent sources`,
    disputed: t`Disputed`,
    notReviewed: t`Over and not reviewed`,
  },
  notes: {
    interval: t`No share is shown under 5. The interval is Wilson's, 95%.`,
    selection: t`This ranks nobody and forecasts nothing: it is what this server chose to record, easy demands among hard ones, and ultimatums that overlap.`,
    recordedHere: (rule: Text): Text => t`Recorded here: ${rule}`,
    between: t`. `,
    noRule: t`This server has not said what it records.`,
  },
  legend: { own: t`this issuer, with its interval`, all: t`all issuers of this record` },
  allIssuers: (share: Text): Text => t`All issuers: ${share}`,
};
