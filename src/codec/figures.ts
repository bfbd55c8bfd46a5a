/** The figures of a record as data: JSON, and CSV with one line a figure or an issuer. No share under five cases. */
import type { RecordFigures } from '../domain/figures/record.js';
import { FEWEST_FOR_A_SHARE, wilsonInterval, type Proportion } from '../domain/figures/proportion.js';
import type { IssuerTally, Tally } from '../domain/figures/tally.js';
import type { RecordInstant } from '../domain/instant.js';
import { METHOD } from '../domain/method.js';
import { csvHead, csvLine, readable, whole } from './record/csv.js';

const FORMAT = 'ultimatum-figures/1';

/** What holds of all figures of a file. */
export interface FiguresFile {
  readonly at: RecordInstant;
  /** What the server records, in its own words. */
  readonly inclusionRule: string | null;
}

/** A share with its cases and its interval; null where there are too few cases for one. */
export function shareOf(proportion: Proportion) {
  const { count, n } = proportion;
  const enough = n >= FEWEST_FOR_A_SHARE;
  const { low, high } = wilsonInterval(proportion);
  return {
    count,
    n,
    share: enough ? count / n : null,
    low: enough ? low : null,
    high: enough ? high : null,
  };
}

/** Every share of a record by its name. */
const sharesOf = ({
  demand,
  moves,
  threat,
  quality,
}: RecordFigures): Readonly<Record<string, Proportion>> => ({
  met: demand.met,
  met_first: demand.metFirst,
  moved: moves.moved,
  moved_earlier: moves.shortened,
  moved_later: moves.extended,
  moved_after_passing: moves.revived,
  carried_out: threat.full,
  lifted_later: threat.lifted,
  two_sources: quality.wellSourced,
  disputed: quality.disputed,
  not_reviewed: quality.notReviewed,
});

/** Counts that are no share, by their name. */
const countsOf = ({
  cases,
  joint,
  running,
  notReviewed,
  ended,
  leftOut,
  demand,
  moves,
  threat,
}: RecordFigures) => ({
  cases,
  joint,
  running,
  waiting: notReviewed,
  ...ended,
  left_out_unsourced: leftOut.unsourced,
  no_deadline: demand.beside.noDeadline,
  moves: moves.moves,
  never_due: threat.results['not-due'],
  in_part: threat.results.partial,
  substitute: threat.results.substitute,
  not_carried_out: threat.results.none,
  ...threat.timings,
  lapsed: threat.lapsed,
  punished_anyway: threat.punishedAnyway,
  undone_later: threat.undone,
});

const mediansOf = ({ moves, threat, firstMove, outcome }: RecordFigures) => ({
  slip_days: moves.slip,
  late_days: threat.lag,
  days_to_first_move: { median: firstMove.median, n: firstMove.n },
  days_to_outcome: { median: outcome.median, n: outcome.n },
});

function headOf({ at, inclusionRule }: FiguresFile) {
  return { format: FORMAT, method: METHOD, at: new Date(at).toISOString(), inclusionRule };
}

const mapped = (shares: Readonly<Record<string, Proportion>>) =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, shareOf(share)]));

/** The figures of one issuer. */
export function figuresJson(issuer: string, record: RecordFigures, file: FiguresFile): string {
  const { firstMove, outcome, demand } = record;
  const data = {
    ...headOf(file),
    issuer,
    counts: countsOf(record),
    demand: demand.results,
    shares: mapped(sharesOf(record)),
    medians: mediansOf(record),
    curves: { first_move: firstMove, outcome },
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

const decimals = (value: number | null) => (value === null ? '' : value.toFixed(4));

function shareCells(proportion: Proportion): readonly string[] {
  const { count, n, share, low, high } = shareOf(proportion);
  return [whole(count), whole(n), decimals(share), decimals(low), decimals(high)];
}

/** One line a figure: shares, then counts, then medians in days. */
export function figuresCsv(record: RecordFigures): string {
  const shares = Object.entries(sharesOf(record)).map(([name, share]) => [name, ...shareCells(share), '']);
  const counts = Object.entries(countsOf(record)).map(([name, count]) => [
    name,
    whole(count),
    '',
    '',
    '',
    '',
    '',
  ]);
  const medians = Object.entries(mediansOf(record)).map(([name, { median, n }]) => [
    name,
    '',
    whole(n),
    '',
    '',
    '',
    median === null ? '' : whole(median),
  ]);
  const head = csvHead(['figure', 'count', 'n', 'share', 'low_95', 'high_95', 'median_days']);
  return head + [...shares, ...counts, ...medians].map(csvLine).join('');
}

const tallyShares = ({ met, moved, carriedOut }: Tally) => ({ met, moved, carried_out: carriedOut });

/** Every issuer, and the whole record. */
export function leaderboardJson(issuers: readonly IssuerTally[], all: Tally, file: FiguresFile): string {
  const row = (tally: Tally) => ({
    cases: tally.cases,
    waiting: tally.notReviewed,
    ...mapped(tallyShares(tally)),
  });
  const data = {
    ...headOf(file),
    all: row(all),
    issuers: issuers.map((tally) => ({ issuer: tally.name, ...row(tally) })),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** One line an issuer. */
export function leaderboardCsv(issuers: readonly IssuerTally[]): string {
  const names = ['met', 'moved', 'carried_out'].flatMap((share) =>
    ['count', 'n', 'share', 'low_95', 'high_95'].map((column) => `${share}_${column}`),
  );
  const lines = issuers.map((tally) => [
    readable(tally.name),
    whole(tally.cases),
    whole(tally.notReviewed),
    ...Object.values(tallyShares(tally)).flatMap(shareCells),
  ]);
  return csvHead(['issuer', 'cases', 'waiting', ...names]) + lines.map(csvLine).join('');
}
