/** Rows of a table that belong to one ultimatum become its entries: recorded, moved, ended. */
import type { Command, Entry, Evidence, NewEntry, Outcome, Scoped } from '../../domain/entry.js';
import { cleanLine, cleanText } from '../../domain/clean.js';
import { decide } from '../../domain/decide/index.js';
import { numberedAfter } from '../../domain/decide/context.js';
import { fold } from '../../domain/fold.js';
import { hasActed, hasComplied } from '../../domain/outcome.js';
import { outcomeReportedAt } from '../../domain/reported.js';
import { dayOf, type When } from '../../domain/when.js';
import { deadlineBefore } from '../in-force.js';
import { namesIn } from '../names.js';
import type { ImportFault } from '../../domain/import-fault.js';
import type { Refusal } from '../../domain/refusal.js';
import {
  axesIn,
  CellFault,
  deadlineIn,
  momentIn,
  newDeadlineIn,
  refuseCell,
  statementsIn,
  zoneIn,
  type ImportReader,
  type ImportRow,
} from './cells.js';
import type { ImportField } from '../../domain/import-fields.js';

/** What a group of rows is read with. */
export interface GroupReader extends ImportReader {
  /** Person key of whoever imports. */
  readonly by: string;
  /** The name that an issuer goes by here. */
  readonly issuer: (name: string) => string;
}

/** Columns that a refusal of a decision is about, by the field that it names. */
const COLUMN_OF: Readonly<Record<string, ImportField>> = {
  stated: 'stated',
  complied: 'complied',
  acted: 'acted',
  when: 'complied',
};
/** Where it stands when something was stated that has a column of its own. */
const STATED_IN: Readonly<Partial<Record<Command['verb'], ImportField>>> = {
  withdraw: 'withdrawn',
  outcome: 'reported',
};

function columnOf({ verb }: Command, refusal: Refusal): ImportField | null {
  if (refusal.why === 'unknown-target') return 'for';
  if (!('field' in refusal)) return null;
  return (refusal.field === 'stated' ? STATED_IN[verb] : undefined) ?? COLUMN_OF[refusal.field] ?? null;
}

/** One ultimatum that is being put together. */
class Growing {
  entries: readonly Entry[] = [];

  constructor(private readonly reader: GroupReader) {}

  add(row: ImportRow, command: Command): void {
    const { now, by } = this.reader;
    const decided = decide(this.entries, command, { now, by });
    if (!decided.ok) {
      const { refusal } = decided;
      return refuseCell(row, columnOf(command, refusal), refusal);
    }
    this.entries = [...this.entries, ...numberedAfter(this.entries, decided.value)];
  }
}

const line = (text: string | undefined) => (text === undefined ? '' : cleanLine(text));
const long = (text: string | undefined) => (text === undefined ? null : cleanText(text));

interface DatedRow {
  readonly row: ImportRow;
  readonly stated: When;
  readonly zone: ReturnType<typeof zoneIn>;
}

/** What a row of the same ultimatum does not say again, it has from the first one. */
function datedRow(row: ImportRow, first: ImportRow, reader: GroupReader): DatedRow {
  const zone = zoneIn(row.cells.zone === undefined ? first : row, reader);
  const isSilent = row.cells.stated === undefined && row.cells.deadline === undefined;
  const stated = momentIn(isSilent ? first : row, 'stated', zone.zone, reader);
  return { row, zone, stated: stated ?? refuseCell(row, 'stated', { why: 'missing', field: 'stated' }) };
}

/** The targets that a row is for, and who acted in it. */
function scopeOf({ cells: { for: targets, actor } }: ImportRow): Scoped {
  const [scope, by] = [namesIn(line(targets)), line(actor)];
  return { ...(scope.length === 0 ? {} : { scope }), ...(by === '' ? {} : { actor: by }) };
}

const targetsOf = (row: ImportRow): Pick<Scoped, 'scope'> => {
  const { scope } = scopeOf(row);
  return scope === undefined ? {} : { scope };
};

const evidenceOf = ({ row, stated }: DatedRow): Evidence => ({ stated, statements: statementsIn(row) });

function recordOf(one: DatedRow, reader: GroupReader): Command {
  const { row, zone } = one;
  const { issuer, target, demand, threat, tag } = row.cells;
  const issuers = namesIn(line(issuer)).map((name) => reader.issuer(name));
  if (line(demand) === '') return refuseCell(row, 'demand', { why: 'missing', field: 'demand' });
  return {
    verb: 'record',
    issuers: [...new Set(issuers)],
    targets: namesIn(line(target)),
    demand: long(demand) ?? '',
    threat: long(threat),
    zone: zone.zone,
    zoneFrom: zone.from,
    tags: namesIn(line(tag)),
    deadline: deadlineIn(row, one.stated, zone, reader, null),
    ...evidenceOf(one),
  };
}

function moveOf(one: DatedRow, entries: readonly Entry[], reader: GroupReader): Command {
  const before = deadlineBefore(fold(entries), one.stated);
  const deadline = newDeadlineIn(one.row, deadlineIn(one.row, one.stated, one.zone, reader, before));
  return { verb: 'move', deadline, ...targetsOf(one.row), ...evidenceOf(one) };
}

type Withdrawal = Extract<Command, { readonly verb: 'withdraw' }>;

function withdrawalOf({ row, zone }: DatedRow, reader: GroupReader): Withdrawal | null {
  const stated = momentIn(row, 'withdrawn', zone.zone, reader);
  return stated === null
    ? null
    : { verb: 'withdraw', ...targetsOf(row), stated, statements: statementsIn(row) };
}

type Axes = Pick<Outcome, 'compliance' | 'followThrough'>;
type OutcomeDates = Pick<Outcome, 'complied' | 'acted'>;

/**
 * The dates of a case that belong to its outcome, where that is one code: those of an axis on which something was done.
 * Null where one of them is not known, and the outcome with it.
 */
function datesOfCode({ compliance, followThrough }: Axes, dates: OutcomeDates): OutcomeDates | null {
  const [isComplied, isActed] = [hasComplied(compliance), hasActed(followThrough)];
  if ((isComplied && dates.complied === null) || (isActed && dates.acted === null)) return null;
  return { complied: isComplied ? dates.complied : null, acted: isActed ? dates.acted : null };
}

function outcomeOf(one: DatedRow, entries: readonly Entry[], reader: GroupReader): Command | null {
  const { row, zone } = one;
  const axes = axesIn(row);
  if (axes === null) return null;
  const dates = {
    complied: momentIn(row, 'complied', zone.zone, reader),
    acted: momentIn(row, 'acted', zone.zone, reader),
  };
  const fitting = row.cells.outcome === undefined ? dates : datesOfCode(axes, dates);
  if (fitting === null) return null;
  const { complied, acted } = fitting;
  const outcome: Outcome = { ...axes, complied, acted, note: long(row.cells.note) };
  const told = momentIn(row, 'reported', zone.zone, reader);
  const stated =
    told ?? outcomeReportedAt({ outcome }, fold(entries), reader.now) ?? dayOf(reader.now, zone.zone);
  return { verb: 'outcome', outcome, ...scopeOf(row), stated, statements: statementsIn(row) };
}

interface RowRevision {
  readonly row: ImportRow;
  readonly stated: When;
  readonly say: (entries: readonly Entry[]) => Command;
}

/** What the rows say after the first deadline, in the order in which it was stated. */
function revisionsOf(rows: readonly DatedRow[], reader: GroupReader): readonly RowRevision[] {
  const moves = rows.slice(1).filter(({ row }) => row.cells.deadline !== undefined);
  const moved = moves.map((one) => ({
    row: one.row,
    stated: one.stated,
    say: (entries: readonly Entry[]) => moveOf(one, entries, reader),
  }));
  const withdrawn = rows.flatMap((one) => {
    const command = withdrawalOf(one, reader);
    return command === null ? [] : [{ row: one.row, stated: command.stated, say: () => command }];
  });
  return [...moved, ...withdrawn].toSorted((a, b) => a.stated.start - b.stated.start);
}

function entriesOf(rows: readonly ImportRow[], reader: GroupReader): readonly NewEntry[] {
  const [top] = rows;
  if (top === undefined) return [];
  const stated = rows.map((row) => datedRow(row, top, reader));
  const [first, ...others] = stated.toSorted((a, b) => a.stated.start - b.stated.start);
  if (first === undefined) return [];
  const growing = new Growing(reader);
  growing.add(first.row, recordOf(first, reader));
  const all = [first, ...others];
  for (const { row, say } of revisionsOf(all, reader)) growing.add(row, say(growing.entries));
  for (const one of all) {
    const outcome = outcomeOf(one, growing.entries, reader);
    if (outcome !== null) growing.add(one.row, outcome);
  }
  return growing.entries.map(({ seq: _seq, ...entry }) => entry);
}

/** The entries of an ultimatum, or the first thing that is wrong with its rows. */
export function readGroup(
  rows: readonly ImportRow[],
  reader: GroupReader,
): { readonly entries: readonly NewEntry[] } | { readonly fault: ImportFault } {
  try {
    return { entries: entriesOf(rows, reader) };
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    return { fault: error.fault };
  }
}
