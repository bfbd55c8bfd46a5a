/** What `export` says on the command line. */
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
  exported: (count: number, path: string): Text =>
    t`Exported ${ultimatums(count)} to ${said(path)}, what is hidden included.`,
};
