/** `/data` in English. */
import { code, command, strong, type Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

const ultimatums = (count: number): Text =>
  plural(count, { one: t`1 ultimatum`, other: t`${count} ultimatums` });
const entries = (count: number): Text => plural(count, { one: t`1 entry`, other: t`${count} entries` });
const included = (count: number): Text =>
  plural(count, {
    one: t`1 hidden ultimatum is included, with all texts and names.`,
    other: t`${count} hidden ultimatums are included, with all texts and names.`,
  });

export const data = {
  export: {
    description: 'Download the whole record of this server as a file, what is hidden included',
    format: 'CSV for spreadsheets, JSON for programs and for import',
    csv: 'CSV',
    json: 'JSON',
    table: 'Only one table instead of all three in a zip; of CSV',
    tables: {
      ultimatums: 'Ultimatums',
      deadlines: 'Deadlines, one line each',
      outcomes: 'Outcomes, one line for each target',
    },
    part: 'Which part, if the record is too large for one file',
  },
  contents: (ultimatumCount: number, entryCount: number) =>
    t`The whole record of this server: ${ultimatums(ultimatumCount)}, ${entries(entryCount)}, corrections included.`,
  part: (part: number, parts: number, from: Text, to: Text) =>
    t`It is too large for one file. This is part ${part} of ${parts}, ${from} to ${to}.`,
  nextPart: (format: string, table: string | null, part: number) =>
    t`For the next part: ${code(`/data export format:${table === null ? format : `csv table:${table}`} part:${part}`)}`,
  hidden: (count: number) =>
    t`${strong(included(count))} Remove what is marked "hidden" before you share the file.`,
  erase: {
    description: 'Delete everything that is kept about this server, for good',
    heading: t`Erase everything about this server?`,
    deleted: (ultimatumCount: number) =>
      t`This deletes ${strong(ultimatums(ultimatumCount))} with every entry, and all settings, countdowns, boards and proposals. Members who did nothing on another server are deleted too. ${strong(t`It can't be undone.`)}`,
    export: t`To keep a copy, use ${command('data export')} first.`,
    posts: t`Posts stay in their channels. Delete them there.`,
    backups: t`Whoever hosts this bot may have backups. They hold the record until they are replaced.`,
    confirm: 'Erase…',
    cancel: 'Cancel',
    word: 'ERASE',
    form: { title: 'Erase everything', label: 'Type ERASE to confirm' },
    wrongWord: t`Nothing was erased. To confirm, type ERASE.`,
    done: (ultimatumCount: number, entryCount: number) =>
      t`Erased: ${ultimatums(ultimatumCount)}, ${entries(entryCount)}, and everything that was set up. Within an hour nothing is left of it in the database file either.`,
    cancelled: t`Nothing was erased.`,
  },
  people: t`People appear in the file as random keys, never as Discord IDs.`,
};
