/** What has to be seen of a documented ultimatum, worked out from its data alone. */
import type { Ultimatum, Version } from '../../src/domain/ultimatum.js';
import type { TimelineCase, TimelineSides } from '../support/timeline.js';
import type { PlayedTimeline } from './timeline-player.js';

const BOUNDS = { before: 'before', effective_from: 'effective', not_before: 'not-before' } as const;
const UNMOVED = new Set(['cite', 'withdraw', 'extend_indefinitely']);

/** A deadline as the data gives it: its end, how precise it is, and what it ends. */
interface ExpectedDeadline {
  readonly latest: number;
  readonly precision: string;
  readonly bound: string;
  readonly approximate: boolean;
}

/** Every deadline with a date that the case ever had, in order. */
function expectedDeadlines({ revisions }: TimelineCase): readonly ExpectedDeadline[] {
  return revisions.flatMap(({ kind, deadline }) => {
    if (UNMOVED.has(kind) || !deadline?.latest) return [];
    const { bound, precision, latest, approximate = false } = deadline;
    return [
      {
        latest: Date.parse(latest),
        precision,
        bound: bound === undefined ? 'by' : BOUNDS[bound],
        approximate,
      },
    ];
  });
}

/** The deadlines on record, in the same words. */
function deadlinesOn(versions: readonly Version[]): readonly ExpectedDeadline[] {
  return versions.map(({ reading: { latest, precision, bound, approximate = false } }) => ({
    latest,
    precision,
    bound,
    approximate,
  }));
}

const sidesOf = ({ compliance, follow_through: followed }: TimelineSides) => ({
  compliance,
  followThrough: followed === 'not_due' ? 'not-due' : followed,
});

/** What each target did, and what was done to it, by its name. */
function expectedOutcomes({ target, outcome }: TimelineCase, targets: readonly string[]) {
  const sides = outcome.per_target ?? targets.map((name) => ({ ...outcome, target: name }));
  const named = sides.map((given) => [given.target, sidesOf(given)] as const);
  return Object.fromEntries(target.length === 0 ? [] : named);
}

/** The outcomes on record, in the same words. */
function outcomesOn({ outcomes }: Ultimatum) {
  return Object.fromEntries(
    outcomes.map(({ target, outcome: { compliance, followThrough } }) => [
      target,
      { compliance, followThrough },
    ]),
  );
}

/** The lines of the screen that say the headline and how far the deadline was moved. */
function expectedLines(one: TimelineCase): readonly string[] {
  const { headline, slip_days: slip } = one.expect;
  const moves = / \(after \d+ moves?\)$/.exec(headline)?.[0] ?? '';
  const bare = headline.slice(0, headline.length - moves.length);
  const first = `**${bare}**${moves}`;
  if (slip === null || slip === 0) return [first];
  const days = Math.abs(slip) === 1 ? '1 day' : `${Math.abs(slip)} days`;
  return [first, `Overall: ${days} ${slip < 0 ? 'earlier' : 'later'} than first stated.`];
}

/** What is documented of a case, for everything that `seenOf` looks at. */
export function documentedOf(one: TimelineCase, targets: readonly string[]) {
  return {
    refused: [],
    state: 'resolved',
    moves: one.expect.moves,
    disputed: one.expect.disputed,
    deadlines: expectedDeadlines(one),
    outcomes: expectedOutcomes(one, targets),
    lines: expectedLines(one),
  };
}

/** What became of a case: on record, and the lines that its screen should have. */
export async function seenOf(played: PlayedTimeline, one: TimelineCase) {
  const refused = played.refused.get(one.id) ?? [];
  const ultimatum = await played.stored(one.id);
  const screen = await played.show(one.id);
  const { state, moves, disputed, versions, targets } = ultimatum;
  const lines = expectedLines(one).filter((line) => screen.includes(line));
  const seen = {
    refused,
    state,
    moves,
    disputed,
    deadlines: deadlinesOn(versions),
    outcomes: outcomesOn(ultimatum),
    lines,
  };
  return { seen, targets };
}
