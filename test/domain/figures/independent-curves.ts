/** The curves and the other figures from the three exported tables alone: nothing of the product is used here. */
import { rowsOf, spanOf, type ExportedTables } from './independent-tables.js';

const DAY = 86_400_000;
const Z = 1.959963984540054;

interface Watched {
  days: number;
  happened: boolean;
}

/** Kaplan and Meier 1958 by its definition: each day on which it happened is looked at by itself. */
function curveOf(times: readonly Watched[]) {
  const days = [...new Set(times.filter(({ happened }) => happened).map((one) => one.days))];
  days.sort((a, b) => a - b);
  const stepAt = (day: number) => {
    const until = days
      .filter((one) => one <= day)
      .map((one) => ({
        watched: times.filter((time) => time.days >= one).length,
        events: times.filter((time) => time.happened && time.days === one).length,
      }));
    const share = until.reduce((product, { watched, events }) => (product * (watched - events)) / watched, 1);
    const greenwood = until.reduce(
      (sum, { watched, events }) => sum + events / (watched * (watched - events)),
      0,
    );
    const error = share === 0 ? 0 : share * Math.sqrt(greenwood);
    // On the logarithm of the share, its error is the error over the share.
    const half = share === 0 ? 0 : Z * (error / share);
    const band = share === 0 ? [0, 0] : [Math.exp(Math.log(share) - half), Math.exp(Math.log(share) + half)];
    return { days: day, share, low: band[0] ?? 0, high: Math.min(1, band[1] ?? 0) };
  };
  const steps = days.map(stepAt);
  return {
    n: times.length,
    events: times.filter(({ happened }) => happened).length,
    steps,
    median: steps.find(({ share }) => share < 0.5 + 1e-12)?.days ?? null,
  };
}

type Cells = Record<string, string>;

const windowOf = (one: Cells) =>
  [one['starts_utc_inclusive'], one['ends_utc_exclusive'], one['ends_utc_inclusive']].join(' ');

const ownOf = (target: string, deadlines: readonly Cells[]) =>
  deadlines.filter(({ targets = '' }) => targets === '' || targets.split('; ').includes(target));

/** An outcome after a withdrawal in time is none. */
const isCounted = ({ target = '' }: Cells, deadlines: readonly Cells[]) =>
  ownOf(target, deadlines).at(-1)?.['became']?.split('; ').includes('withdrawn') !== true;

/** The deadlines of a target in order, and which of them moved the one before. */
function movesFor(target: string, deadlines: readonly Cells[]): readonly Cells[] {
  const own = ownOf(target, deadlines);
  return own.filter((one, at) => {
    const before = own[at - 1];
    if (one['kind'] === 'resumed') return before !== undefined && windowOf(before) !== windowOf(one);
    return ['shortened', 'extended', 'revived'].includes(one['kind'] ?? '');
  });
}

/** What a reader of the tables can work out beside the shares, at `now` (ms UTC). */
export function workedOutFromTables(tables: ExportedTables, now: number) {
  const all = rowsOf(tables.ultimatums).filter(({ hidden }) => hidden === 'no');
  const [deadlines, outcomes] = [rowsOf(tables.deadlines), rowsOf(tables.outcomes)];
  const cases = all
    .filter(({ sources }) => sources !== '')
    .map((one) => {
      const { number, zone = '', stated = '', ended = '', targets = '', state = '' } = one;
      const set = deadlines.filter((line) => line['number'] === number && line['version'] !== '');
      const own = outcomes.filter((line) => line['number'] === number);
      const moved = targets.split('; ').map((target) => movesFor(target, set));
      const mostMoved = moved.toSorted((a, b) => b.length - a.length)[0] ?? [];
      return {
        cells: one,
        state: state === 'resolved' && !own.some((line) => isCounted(line, set)) ? 'withdrawn' : state,
        dated: set.length > 0,
        mostMoved,
        own,
        begun: spanOf(stated, zone).start,
        end: ended === '' ? null : spanOf(ended, zone).start,
        firstMove: moved
          .flat()
          .map((line) => spanOf(line['stated'] ?? '', zone).start)
          .toSorted((a, b) => a - b)[0],
      };
    });
  const days = (from: number, until: number) => Math.max(0, Math.floor((until - from) / DAY));
  const dated = cases.filter((one) => one.dated);
  const kinds = (kind: string) =>
    dated.filter(({ mostMoved }) => mostMoved.some((one) => one['kind'] === kind)).length;
  const ends = (state: string) => cases.filter((one) => one.end !== null && one.state === state).length;
  return {
    joint: cases.filter(({ cells }) => cells['issuers']?.includes('; ')).length,
    unsourced: all.length - cases.length,
    ended: { resolved: ends('resolved'), withdrawn: ends('withdrawn'), superseded: ends('superseded') },
    disputed: cases.filter(({ cells }) => cells['disputed'] === 'yes').length,
    notReviewed: cases.filter(({ end }) => end === null).length,
    shortened: kinds('shortened'),
    extended: kinds('extended'),
    moves: dated.reduce((sum, { mostMoved }) => sum + mostMoved.length, 0),
    undone: cases.filter(({ own }) => own.some(({ reversed = '' }) => reversed.includes('compliance-undone')))
      .length,
    lifted: cases.filter(({ own }) => own.some(({ reversed = '' }) => reversed.includes('measures-lifted')))
      .length,
    firstMove: curveOf(
      dated.map(({ begun, firstMove, end }) => ({
        days: days(begun, firstMove ?? end ?? now),
        happened: firstMove !== undefined,
      })),
    ),
    outcome: curveOf(
      cases.map(({ begun, end, state }) => ({
        days: days(begun, end ?? now),
        happened: end !== null && state === 'resolved',
      })),
    ),
  };
}
