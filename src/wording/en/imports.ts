/** What is said of a file that is imported. */
import { code, command, said, type Text } from '../parts.js';
import { t } from '../text.js';
import { clipped, typed } from '../typed.js';
import { plural } from './plural.js';

const ultimatums = (count: number): Text =>
  plural(count, { one: t`1 ultimatum`, other: t`${count} ultimatums` });
const isNew = (count: number): Text => plural(count, { one: t`1 new`, other: t`${count} new` });
/** What a file holds is shown in part, so that a message has room for it. */
const LONGEST = { list: 200, pairs: 400, name: 60, reason: 200 } as const;
const listed = (names: readonly string[]) => typed(names.join(', '), LONGEST.list);
const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576);

export const imports = {
  file: {
    'not-a-table': (message: string) =>
      t`This file can't be read as a table: ${typed(message, LONGEST.reason)}. Save it as CSV (UTF-8) and try again.`,
    'not-a-record': t`This file is no record of the format ${code('ultimatum/1')}. Export one with /data export, or give a table as CSV.`,
    'own-table': (table: string) =>
      t`This is the table ${said(table)} of an export, which holds neither the deadlines nor what is hidden as the record has them. Export the record as JSON and import that; or name the columns to take: ${code('issuer = issuers')}.`,
    'wrong-type': (name: string) =>
      t`${typed(name, LONGEST.name)} can't be imported. Send a record as JSON from /data export, or a table as CSV (UTF-8).`,
    'too-large': (max: number) =>
      t`This file is larger than ${megabytes(max)} MB. Split it, or ask whoever hosts this bot to import it.`,
    'foreign-address': t`This file does not lie where Discord keeps files, so it was not fetched. Send it again.`,
    'not-fetched': t`Discord did not give out this file. Send it again with ${command('data import')}.`,
    'wrong-columns': (given: string) =>
      t`${typed(given, LONGEST.list)} names no columns. Write each as ${code('deadline = Frist')}, with ${code(';')} between them.`,
    empty: t`This file is empty.`,
    'no-columns': (missing: readonly string[], headers: readonly string[]) =>
      t`No column was found for ${listed(missing)}. The file has ${listed(headers)}. Say which is which: ${code(`${missing[0] ?? 'issuer'} = ${clipped(headers[0] ?? 'header', LONGEST.name)}`)}.`,
    'unknown-columns': (named: readonly string[], headers: readonly string[]) =>
      t`The file has no column ${listed(named)}. It has ${listed(headers)}.`,
    'too-much': t`Reading this file takes too much memory. Split it, or ask whoever hosts this bot to import it.`,
    'too-many-rows': (rows: number, max: number) =>
      t`The file has ${rows} ultimatums; ${max} can be imported at once. Split it.`,
  },
  row: {
    'unknown-value': (known: readonly string[]) => t`This value is not known. Give one of ${listed(known)}.`,
    'unreadable-entries': (path: string) =>
      path === ''
        ? t`These entries are no whole ledger. Export the record again.`
        : t`This is no entry of the format ${code('ultimatum/1')} (at ${said(path)}). Export the record again.`,
    'unknown-reference': (number: string) =>
      t`It leads to ${said(number)}, which is not in this file. Import a file that holds both.`,
    'in-future': t`Something in it was recorded or stated in the future. Look at the clock and the dates.`,
  },
  counts: (fresh: number, there: number, refused: number): Text =>
    t`${isNew(fresh)}, ${there} already there, ${refused} refused.`,
  fault: (row: number, column: string | null, why: Text): Text =>
    column === null ? t`Row ${row}: ${why}` : t`Row ${row}, ${code(column)}: ${why}`,
  moreFaults: (count: number): Text =>
    plural(count, {
      one: t`1 more row is refused; ${code('--report FILE')} writes why.`,
      other: t`${count} more rows are refused; ${code('--report FILE')} writes why.`,
    }),
  near: (count: number): Text =>
    plural(count, {
      one: t`1 of the new ones is close to one on record; the report says which.`,
      other: t`${count} of the new ones are close to ones on record; the report says which.`,
    }),
  columns: (pairs: readonly string[]): Text => t`Columns: ${typed(pairs.join('; '), LONGEST.pairs)}.`,
  unused: (headers: readonly string[]): Text => t`Not used: ${listed(headers)}.`,
  server: t`Settings, countdowns, reminders and other names of issuers come back too, because this server has no record.`,
  allOrNothing: t`Nothing is imported while rows are refused. Mend them, or import only the good ones.`,
  imported: (count: number): Text => t`Imported ${ultimatums(count)}.`,
  done: (count: number): Text => t`Imported ${ultimatums(count)}. Nothing was announced.`,
  door: {
    description:
      'Take a record (JSON) or a spreadsheet (CSV) into this server; shows first what would come of it',
    title: 'Import a file',
    file: 'Record (JSON) or table (CSV), at most 10 MB',
    columns: 'Columns, if their headers say too little',
    columnsHelp: 'For example: deadline = Frist; issuer = Absender',
    nothingYet: t`Nothing is imported yet.`,
    partly: t`Nothing of the refused rows would be imported; the report says what is wrong with each.`,
    import: 'Import',
    importGood: 'Import only the good rows',
    setColumns: 'Columns…',
    cancel: 'Cancel',
    cancelled: t`Cancelled. Nothing was imported.`,
    report: t`The report has every row, and what comes of it.`,
    noReport: t`The report is too large for Discord.`,
  },
  toReview: (count: number): Text =>
    t`Imported: ${count} to review. Their deadlines have passed, and no outcome is on record.`,
  nothingNew: t`There is nothing new in this file.`,
  report: {
    head: ['row', 'result', 'number', 'column', 'given', 'what is wrong and what to do'],
    fresh: 'new',
    there: 'already there',
    near: 'new, close to one on record',
    refused: 'refused',
  },
};
