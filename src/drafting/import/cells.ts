/** Reads the cells of one row as members' words are read. */
import { COMPLIANCES, FOLLOW_THROUGHS, GRADES, type Grade, type Statement } from '../../domain/entry.js';
import type { TypedName } from '../../domain/field-name.js';
import type { ImportFault, ImportRefusal } from '../../domain/import-fault.js';
import type { RecordInstant } from '../../domain/instant.js';
import { foldName } from '../../domain/names.js';
import { isDated, type DatedReading, type Reading, type ZoneOrigin } from '../../domain/reading.js';
import type { Refusal } from '../../domain/refusal.js';
import { isDayKnown, isInterval, type When } from '../../domain/when.js';
import {
  findZone,
  readDeadline,
  readMoment,
  readUndated,
  type ReadingContext,
} from '../../language/index.js';
import { gradeOf, linksOf } from '../statements.js';
import type { ImportField } from '../../domain/import-fields.js';

/** A row of a table, with what each field holds; empty cells are missing. */
export interface ImportRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ImportField, string>>>;
}

/** Who reads, and when. */
export interface ImportReader {
  /** Record's ms UTC. */
  readonly now: RecordInstant;
  /** IANA, of the server. */
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string;
}

/** A cell that can't be read, thrown up to the row that is then refused whole. */
export class CellFault extends Error {
  constructor(readonly fault: ImportFault) {
    super('A cell can not be read');
  }
}

/** Refuses the row because of a column. */
function fail(row: ImportRow, column: ImportField | null, why: ImportRefusal): never {
  const given = column === null ? null : (row.cells[column] ?? null);
  throw new CellFault({ row: row.line, column, given, why });
}

export function refuseCell(row: ImportRow, column: ImportField | null, refusal: Refusal): never {
  return fail(row, column, { kind: 'refused', refusal });
}

/** The zone of a row, and whether it was typed. */
export function zoneIn(
  row: ImportRow,
  reader: ImportReader,
): { readonly zone: string; readonly from: ZoneOrigin } {
  const typed = row.cells.zone;
  if (typed === undefined) return { zone: reader.zone, from: 'server' };
  const zone = findZone(typed);
  if (zone === null) return refuseCell(row, 'zone', { why: 'bad-zone', given: typed });
  return { zone, from: 'stated' };
}

/** When something was said or done, with the precision of its words; null where the cell is empty. */
export function momentIn(
  row: ImportRow,
  field: Extract<ImportField, TypedName | 'reported' | 'withdrawn'>,
  zone: string,
  { now, locale }: ImportReader,
): When | null {
  const given = row.cells[field];
  if (given === undefined) return null;
  const moment = readMoment(given, { now, zone, locale });
  if (moment.kind === 'read') return moment.when;
  const name = field === 'reported' || field === 'withdrawn' ? 'stated' : field;
  return refuseCell(row, field, { why: 'unreadable-date', field: name, given, reason: moment.reason });
}

const NONE = /^(?:none|-|–|—)(?:\s*[:,;(–—-]\s*(?<words>.+?)\)?)?$/iu;
/** A month or a year as spreadsheets write them. */
const MONTH = /^(\d{4})-(\d{2})$/;

/** A deadline in words; null where none was stated. Words that name no date are kept without one. */
export function deadlineIn(
  row: ImportRow,
  stated: When,
  { zone, from }: ReturnType<typeof zoneIn>,
  { locale }: ImportReader,
  inForce: DatedReading | null,
): Reading | null {
  const words = row.cells.deadline;
  const none = NONE.exec(words ?? 'none');
  const context: ReadingContext = {
    at: stated.start,
    clock: !isInterval(stated),
    ...(isDayKnown(stated) ? {} : { until: stated.end }),
    zone,
    zoneFrom: from,
    locale,
    ...(inForce === null ? {} : { inForce }),
  };
  if (words === undefined || none !== null) {
    const said = none?.groups?.['words'];
    return said === undefined ? null : readUndated(said, context);
  }
  const month = MONTH.exec(words);
  const result = readDeadline(month === null ? words : `${month[2]}/${month[1]}`, context);
  if (result.kind === 'read') return { ...result.reading, words };
  if (result.kind === 'ambiguous') {
    const { reason } = result;
    return refuseCell(row, 'deadline', { why: 'ambiguous-date', field: 'deadline', given: words, reason });
  }
  if (result.why === 'vague' || result.why === 'no-date') return result.undated;
  const { reason, why } = result;
  const lowerBound = why === 'lower-bound';
  return refuseCell(row, 'deadline', {
    why: 'not-a-deadline',
    given: words,
    reason,
    lowerBound,
    fresh: true,
  });
}

/** A deadline that moves another: it has a date. */
export function newDeadlineIn(row: ImportRow, reading: Reading | null): DatedReading {
  if (reading !== null && isDated(reading)) return reading;
  const given = row.cells.deadline ?? '';
  const reason = { kind: 'vague' } as const;
  return refuseCell(row, 'deadline', { why: 'not-a-deadline', given, reason, lowerBound: false });
}

/** A code as it stands in a cell: upper case, spaces and underscores do not matter. */
const codeOf = (text: string) => foldName(text).replaceAll(/[\s_]+/g, '-');

function oneOf<T extends string>(row: ImportRow, field: ImportField, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === codeOf(text));
  return found ?? fail(row, field, { kind: 'unknown-value', known });
}

/** What both sides did, from one code (`partial/none`) or from two columns; null where neither is there. */
export function axesIn(row: ImportRow) {
  const { outcome } = row.cells;
  const [compliance, followThrough] =
    outcome === undefined ? [row.cells.compliance, row.cells['follow-through']] : outcome.split('/');
  if (compliance === undefined && followThrough === undefined) return null;
  if (compliance === undefined) return refuseCell(row, 'compliance', { why: 'missing', field: 'compliance' });
  if (followThrough === undefined)
    return refuseCell(row, 'follow-through', { why: 'missing', field: 'follow-through' });
  const column = outcome === undefined ? null : 'outcome';
  return {
    compliance: oneOf(row, column ?? 'compliance', compliance, COMPLIANCES),
    followThrough: oneOf(row, column ?? 'follow-through', followThrough, FOLLOW_THROUGHS),
  };
}

/** What people call a grade. */
const GRADE_WORDS: Readonly<Record<string, Grade>> = {
  record: 'primary',
  "issuer's-words": 'primary',
  'own-words': 'primary',
  dataset: 'data-set',
  report: 'secondary',
};

function gradeIn(row: ImportRow): Grade | null {
  const { grade } = row.cells;
  if (grade === undefined) return null;
  return GRADE_WORDS[codeOf(grade)] ?? oneOf(row, 'grade', grade, GRADES);
}

/** What stands behind a row: its links, its quote, and who published it. */
export function statementsIn(row: ImportRow): readonly Statement[] {
  const { quote = null, outlet = null, source } = row.cells;
  const given = gradeIn(row);
  const none = { primary: false, confirmed: [], typed: {} };
  const same = { archive: null, seenIn: null };
  const links = linksOf({ typed: { source: source?.replaceAll(';', '\n') } });
  const [first, ...others] = links.map((url) => ({ url, grade: given ?? gradeOf(url, none) }));
  if (first !== undefined)
    return [
      { quote, ...first, outlet, ...same },
      ...others.map((link) => ({ quote: null, ...link, outlet: null, ...same })),
    ];
  if (quote === null && outlet === null) return [];
  return [{ quote, url: null, outlet, grade: given ?? 'unsourced', ...same }];
}
