/** What is said of a file that is imported. */
import { code, said, type Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

const ultimatums = (count: number): Text =>
  plural(count, { one: t`1 ultimatum`, other: t`${count} ultimatums` });
const isNew = (count: number): Text => plural(count, { one: t`1 new`, other: t`${count} new` });
const listed = (names: readonly string[]) => said(names.join(', '));

export const imports = {
  file: {
    'not-a-table': (message: string) =>
      t`This file can't be read as a table: ${said(message)}. Save it as CSV (UTF-8) and try again.`,
    'not-a-record': t`This file is no record of the format ${code('ultimatum/1')}. Export one with /data export, or give a table as CSV.`,
    empty: t`This file is empty.`,
    'no-columns': (missing: readonly string[], headers: readonly string[]) =>
      t`No column was found for ${listed(missing)}. The file has ${listed(headers)}. Say which is which: ${code(`${missing[0] ?? 'issuer'} = ${headers[0] ?? 'header'}`)}.`,
    'unknown-columns': (named: readonly string[], headers: readonly string[]) =>
      t`The file has no column ${listed(named)}. It has ${listed(headers)}.`,
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
  near: (count: number): Text =>
    plural(count, {
      one: t`1 of the new ones is close to one on record; the report says which.`,
      other: t`${count} of the new ones are close to ones on record; the report says which.`,
    }),
  columns: (pairs: readonly string[]): Text => t`Columns: ${said(pairs.join('; '))}.`,
  unused: (headers: readonly string[]): Text => t`Not used: ${said(headers.join(', '))}.`,
  server: t`Settings, countdowns, reminders and other names of issuers come back too, because this server has no record.`,
  allOrNothing: t`Nothing is imported while rows are refused. Mend them, or import only the good ones.`,
  done: (count: number): Text => t`Imported ${ultimatums(count)}. Nothing was announced.`,
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
