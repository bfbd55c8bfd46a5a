/** What `migrate-store` says: how far it is, what was copied, and why it was not. */
import type { Moved, MoveFault, MoveOnlyFault, MoveProgress } from '../../domain/move.js';
import { code, said, type Text } from '../parts.js';
import { sentenceOf, type Sentences } from '../sentences.js';
import { t } from '../text.js';
import { faultOf } from './backup.js';
import { plural } from './plural.js';

const servers = (count: number): Text => plural(count, { one: t`1 server`, other: t`${count} servers` });
const rows = (count: number): Text => plural(count, { one: t`1 row`, other: t`${count} rows` });

const EMPTY_DATABASE = t`Give one without a record: on PostgreSQL ${code('createdb NAME')} makes it, with SQLite name a file that does not exist`;

const FAULTS: Sentences<MoveOnlyFault> = {
  'source-older': ({ database }) =>
    t`The record in ${said(database)} was made by an earlier release. Start this release of the bot on it once, stop it, and move the record then.`,
  'source-empty': ({ database }) => t`There is no record in ${said(database)}: it has no tables.`,
  'target-not-empty': ({ database, table }) =>
    t`${said(database)} is not empty: its table ${code(table)} has rows. ${EMPTY_DATABASE}.`,
  'target-of-another': ({ database, source }) =>
    t`${said(database)} is the unfinished copy of another database, ${said(source)}. Finish that move, or start over: ${EMPTY_DATABASE}.`,
  'not-taken': ({ database, table, reason }) =>
    t`${said(database)} does not take a row of the table ${code(table)} (${said(reason)}).`,
  'copy-differs': ({ database, table, guild }) =>
    t`In the table ${code(table)} the rows of ${guild === null ? t`no server` : t`server ${said(guild)}`} are not the same in ${said(database)}: one of the two databases was written to since the copy began. Start over. ${EMPTY_DATABASE}.`,
};

function isMoveOnly(fault: MoveFault): fault is MoveOnlyFault {
  return Object.hasOwn(FAULTS, fault.kind);
}

function whyOf(fault: MoveFault): Text {
  if (isMoveOnly(fault)) return sentenceOf(FAULTS, fault.kind, fault);
  return fault.kind === 'held' ? t`A bot has ${said(fault.path)} open. Stop it first.` : faultOf(fault);
}

const STAGES = { copy: 'copying', compare: 'comparing' } as const;

export const move = {
  missing: (option: string) =>
    t`${code(option)} is missing. Give a database as in DATABASE_URL: sqlite:data/ultimatum.db or postgres://USER:PASSWORD@HOST:5432/NAME.`,
  notADatabase: (option: string) =>
    t`${code(option)} is not a database that can be moved. Give sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/NAME.`,
  same: t`${code('--from')} and ${code('--to')} are the same database.`,
  /** Why nothing was moved, and what to do. */
  fault: (fault: MoveFault): Text => t`${whyOf(fault)} The bot still has its record where it was.`,
  interrupted: (why: string): Text =>
    t`${said(why)} Run the same command again: it goes on where it was interrupted.`,
  progress: ({ stage, table, rows: done, of }: MoveProgress): string =>
    `${STAGES[stage]} ${table}: ${done} of ${of} rows`,
  done: ({ from, to, servers: count, rows: total, continued }: Moved): readonly Text[] => [
    t`${continued ? t`Finished the copy` : t`Copied the record`} of ${said(from)} to ${said(to)}: ${servers(count)}, ${rows(total)}.`,
    t`Checked: everything was read back, and of every server the number of rows and their digest (SHA-256) are the same in both.`,
    t`To use it, set DATABASE_URL to the new database and start the bot. The old database was not changed; never run a bot on it again once the new one has run.`,
  ],
};
