/** What `export` and `import` say on the command line. */
import { code, said, type Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

const ultimatums = (count: number): Text =>
  plural(count, { one: t`1 ultimatum`, other: t`${count} ultimatums` });

export const transfer = {
  noServer: t`${code('--server')} is missing. Give the id of a server, such as 1394369321337192518.`,
  noOut: t`${code('--out')} is missing. Give the file to write, such as record.json.`,
  wrongFormat: (typed: string) =>
    t`${code('--format')} "${said(typed)}" is not known. Give json, csv, ultimatums, deadlines or outcomes.`,
  unknown: (guild: string) => t`Nothing is kept about server ${said(guild)}.`,
  exists: (path: string) => t`${said(path)} is there already. Give another file, or delete that one first.`,
  notWritten: (path: string, reason: string) => t`${said(path)} can't be written: ${said(reason)}.`,
  noFile: t`The file is missing. Give a record as JSON or a table as CSV: import FILE --server ID.`,
  notRead: (path: string, reason: string) => t`${said(path)} can't be read: ${said(reason)}.`,
  wrongMap: (path: string) =>
    t`${said(path)} is no mapping. Give JSON with "columns", "fixed" and "codes"; docs/data.md shows one.`,
  wrongColumns: (typed: string) =>
    t`${code('--columns')} "${said(typed)}" can't be read. Give pairs such as ${code('deadline = Frist; issuer = Absender')}.`,
  reading: 'reading  ',
  recording: 'recording',
  stopped: t`Nothing was imported, because rows are refused. Mend them (${code('--report FILE')} lists them), or import only the good ones with ${code('--keep-going')}.`,
  exported: (count: number, path: string): Text =>
    t`Exported ${ultimatums(count)} to ${said(path)}, what is hidden included.`,
};
