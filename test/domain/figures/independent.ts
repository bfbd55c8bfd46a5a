/** The figures once more, from an exported JSON file alone: nothing of the product is used here. */

interface When {
  start: number;
  end: number;
}
interface Reading {
  precision: string;
  bound: string;
  earliest: number;
  latest: number;
}
interface ExportedDeadline {
  number: number;
  revision: string;
  stated: When;
  targets: string[] | null;
  reading: Reading;
}
interface ExportedOutcome {
  target: string;
  entry: number;
  compliance: string;
  followThrough: string;
  complied: When | null;
  acted: When | null;
  headline: { what: string };
  paused: boolean;
  late: boolean;
}
interface ExportedCase {
  hidden?: boolean;
  entries: {
    seq: number;
    stated: When;
    statements: { url: string | null; outlet: string | null }[];
  }[];
  derived: {
    state: string;
    moves: number;
    slip: number | null;
    disputed: boolean;
    deadlines: ExportedDeadline[];
    chains: { targets: string[]; state: string; moves: number }[];
    outcomes: ExportedOutcome[];
  };
}

const within = (done: When, { latest, precision, bound }: Reading) =>
  done.start < latest || (done.start === latest && precision === 'instant' && bound !== 'before');
const before = (a: When, b: When) => a.start < b.start && a.end <= b.start;

/** Counts by hand what a reader of the export can count: of the resolved cases how many were met, moved, carried out. */
export function countedAgain(json: string) {
  const { ultimatums } = JSON.parse(json) as { ultimatums: ExportedCase[] };
  const sourced = ultimatums.filter(
    ({ hidden, entries }) =>
      hidden !== true &&
      entries.some(({ statements }) => statements.some(({ url, outlet }) => url !== null || outlet !== null)),
  );
  const count = { cases: sourced.length, met: 0, metFirst: 0, measured: 0, moved: 0, revived: 0, over: 0 };
  const threats = { full: 0, partial: 0, substitute: 0, none: 0, due: 0, punishedAnyway: 0 };
  const slips: number[] = [];
  for (const { derived } of sourced) {
    const deadlinesFor = (target: string) =>
      derived.deadlines.filter(({ targets }) => targets === null || targets.includes(target));
    if (derived.deadlines.length > 0) {
      count.over += 1;
      count.moved += derived.moves > 0 ? 1 : 0;
      count.revived += derived.deadlines.some(({ revision }) => revision === 'revived') ? 1 : 0;
      if (derived.slip !== null) slips.push(derived.slip);
    }
    const outcomes = derived.outcomes.filter(({ headline }) => headline.what !== 'withdrawn');
    const dated = outcomes.filter(({ target }) => deadlinesFor(target).length > 0);
    const codable = dated.filter(({ compliance }) => compliance !== 'not-codable');
    if (codable.length > 0) {
      const met = (one: ExportedOutcome) => one.compliance === 'full' && !one.late && !one.paused;
      count.measured += 1;
      count.met += outcomes.every(met) ? 1 : 0;
      count.metFirst += outcomes.every(({ compliance, complied, target }) => {
        const [first] = deadlinesFor(target);
        return (
          compliance === 'full' && complied !== null && first !== undefined && within(complied, first.reading)
        );
      })
        ? 1
        : 0;
    }
    const due = outcomes.flatMap(({ compliance, followThrough, complied, acted, late, paused }) => {
      if (compliance === 'not-codable' || followThrough === 'not-codable' || followThrough === 'not-due')
        return [];
      if (paused && followThrough === 'none') return [];
      const inTime = ['full', 'negotiated'].includes(compliance) && !late;
      const acting = ['full', 'partial', 'substitute'].includes(followThrough);
      const both = acting && complied !== null && acted !== null;
      if (inTime && both && before(complied, acted)) threats.punishedAnyway += 1;
      return !inTime || (both && before(acted, complied)) ? [followThrough] : [];
    });
    if (due.length === 0) continue;
    threats.due += 1;
    const kinds = [...new Set(due)];
    if (kinds.length === 1) threats[kinds[0] as 'full'] += 1;
    else threats[kinds.includes('full') || kinds.includes('partial') ? 'partial' : 'substitute'] += 1;
  }
  const sorted = slips.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { ...count, threats, slip: { median, n: slips.length } };
}
