/** The figures a third time, from the three exported tables alone: nothing of the product is used here. */
import { DateTime } from 'luxon';

type Cells = Record<string, string>;

/** Every cell is quoted, so a table is its quoted cells. */
export function rowsOf(csv: string): Cells[] {
  const [head = [], ...rows] = csv
    .replace('\uFEFF', '')
    .split(/\r\n(?=")/)
    .map((line) =>
      Array.from(line.matchAll(/"((?:[^"]|"")*)"/g), ([, cell = '']) => cell.replaceAll('""', '"')),
    );
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])));
}

const UNITS: Record<number, 'year' | 'month' | 'day'> = { 4: 'year', 7: 'month', 10: 'day' };

/** From when to when a moment in EDTF was, ms UTC, the end exclusive; of an exact time both are the same. */
export function spanOf(edtf: string, zone: string) {
  const parts = edtf.split('/');
  const from = DateTime.fromISO(parts[0] ?? '', { zone });
  const last = parts.at(-1) ?? '';
  const until = DateTime.fromISO(last, { zone });
  const unit = UNITS[last.length];
  return {
    start: from.toMillis(),
    end:
      unit === undefined
        ? until.toMillis()
        : until
            .startOf(unit)
            .plus({ [unit]: 1 })
            .toMillis(),
  };
}

/** Whether what began at `start` was in time for a line of the deadlines. */
const inTimeFor = (
  start: number,
  { ends_utc_exclusive: exclusive = '', ends_utc_inclusive: inclusive = '' }: Cells,
) => (exclusive === '' ? start <= Date.parse(inclusive) : start < Date.parse(exclusive));

export interface ExportedTables {
  readonly ultimatums: string;
  readonly deadlines: string;
  readonly outcomes: string;
}

/** Counts what a reader of the tables can count, with the names of the other count. */
export function countedFromTables(tables: ExportedTables) {
  const [all, deadlines, outcomes] = [
    rowsOf(tables.ultimatums),
    rowsOf(tables.deadlines),
    rowsOf(tables.outcomes),
  ];
  const sourced = all.filter(({ hidden, sources }) => hidden === 'no' && sources !== '');
  const count = { cases: sourced.length, met: 0, metFirst: 0, measured: 0, moved: 0, revived: 0, over: 0 };
  const threats = { full: 0, partial: 0, substitute: 0, none: 0, due: 0, punishedAnyway: 0 };
  const slips: number[] = [];
  for (const { number, zone = '', moves, slip_days: slip = '', state } of sourced) {
    const set = deadlines.filter((one) => one['number'] === number && one['version'] !== '');
    if (set.length > 0) {
      count.over += 1;
      count.moved += Number(moves) > 0 ? 1 : 0;
      count.revived += set.some(({ kind }) => kind === 'revived') ? 1 : 0;
      if (slip !== '') slips.push(Number(slip));
    }
    if (state !== 'resolved') continue;
    const targets = outcomes
      .filter((one) => one['number'] === number)
      .map(({ target = '', compliance = '', follow_through: act = '', complied = '', acted = '' }) => {
        const own = set.filter(({ targets: of = '' }) => of === '' || of.split('; ').includes(target));
        const [done, punished] = [complied, acted].map((cell) => (cell === '' ? null : spanOf(cell, zone)));
        const last = own.at(-1);
        const became = (last?.['became'] ?? '').split('; ');
        const [paused, withdrawn] = [became.includes('suspended'), became.includes('withdrawn')];
        const late = !!done && last !== undefined && !paused && !inTimeFor(done.start, last);
        const first = own[0];
        const metFirst =
          compliance === 'full' && !!done && first !== undefined && inTimeFor(done.start, first);
        return { compliance, act, done, punished, dated: own.length > 0, paused, withdrawn, late, metFirst };
      })
      .filter(({ withdrawn }) => !withdrawn);
    if (targets.some(({ dated, compliance }) => dated && compliance !== 'not-codable')) {
      count.measured += 1;
      count.met += targets.every(({ compliance, late, paused }) => compliance === 'full' && !late && !paused)
        ? 1
        : 0;
      count.metFirst += targets.every(({ metFirst }) => metFirst) ? 1 : 0;
    }
    const due = targets.flatMap(({ compliance, act, done, punished, late, paused }) => {
      if (compliance === 'not-codable' || act === 'not-codable' || act === 'not-due') return [];
      if (paused && act === 'none') return [];
      const inTime = ['full', 'negotiated'].includes(compliance) && !late;
      const acting = ['full', 'partial', 'substitute'].includes(act) && !!done && !!punished;
      if (inTime && acting && done.start < punished.start && done.end <= punished.start)
        threats.punishedAnyway += 1;
      const first = acting && punished.start < done.start && punished.end <= done.start;
      return !inTime || first ? [act] : [];
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
