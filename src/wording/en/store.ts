/** What is wrong with the database, for the operator: why it can't be opened, and what fails while it is open. */
import type { DatabaseFault, BeatStage, StoreProblem } from '../../domain/database-fault.js';
import { ultimatumId } from '../../domain/ultimatum-id.js';
import { code, said, type Text } from '../parts.js';
import { sentenceOf, type Sentences } from '../sentences.js';
import { capitalized, t, textOf } from '../text.js';
import { delivery } from './delivery.js';

const ELSEWHERE = t`set DATABASE_URL to another place`;

const named = (database: string | null): Text =>
  database === null ? t`The database` : t`The database ${said(database)}`;

function unknownMigrations(migrations: readonly string[]): Text {
  const names = textOf(migrations.length === 1 ? ' the migration ' : ' the migrations ');
  return migrations.length === 0
    ? []
    : t`: it has${names}${said(migrations.join(', '))}, which this release does not know`;
}

const FAULTS: Sentences<DatabaseFault> = {
  'disk-full': ({ path }) => t`The disk of ${said(path)} is full. Free some space and start again.`,
  locked: ({ path }) => t`Another program is writing to ${said(path)}. Stop it and start again.`,
  'not-sqlite': ({ path }) =>
    t`${said(path)} is not a SQLite database. Check DATABASE_URL, or move that file away.`,
  damaged: ({ path }) =>
    t`The database ${said(path)} is damaged. Restore a backup, or choose another file in DATABASE_URL.`,
  'is-folder': ({ path }) =>
    t`DATABASE_URL names a folder, ${said(path)}. Add the name of a file, such as ${said(path)}/ultimatum.db.`,
  'not-a-file': ({ path }) =>
    t`DATABASE_URL names ${said(path)}, which is not an ordinary file. ${capitalized(ELSEWHERE)}.`,
  'no-folder': ({ path }) =>
    t`${said(path)} is not a folder, so no database can be created in it. ${capitalized(ELSEWHERE)}.`,
  'is-link': ({ path }) =>
    t`${said(path)} is a symbolic link. Ultimatum does not write through links. Remove it and start again.`,
  held: ({ path }) =>
    t`Another process has ${said(path)} open. Stop it first, or give this one its own DATABASE_URL.`,
  'cannot-open': ({ path, reason }) =>
    t`The database ${said(path)} cannot be opened (${said(reason)}). Check DATABASE_URL, and that this user may read and write the file and its folder.`,
  'no-access': ({ path, reason }) =>
    t`This user may not read and write the database ${said(path)} (${said(reason)}). Change its owner, or ${ELSEWHERE}.`,
  'folder-failed': ({ path, reason }) =>
    t`DATABASE_URL: the folder ${said(path)} does not exist and cannot be created (${said(reason)}). Create it, or ${ELSEWHERE}.`,
  foreign: ({ database }) =>
    t`${named(database)} belongs to another program. Set DATABASE_URL to a database of its own.`,
  newer: ({ database, migrations }) =>
    t`${named(database)} was made by a newer release of Ultimatum${unknownMigrations(migrations)}. Install that release again, or set DATABASE_URL to another database.`,
  'log-missing': ({ path, log, state }) =>
    t`The database ${said(path)} is not complete: its last changes were in ${said(log)}, which is missing or empty. Put that file back beside it, or restore a backup. To continue without those changes, delete ${said(state)} and start again.`,
  'unfinished-copy': ({ database, source }) =>
    t`${named(database)} has only a part of the record of ${said(source)}: a move was interrupted. Run the same ${code('migrate-store')} again, which finishes it.`,
  'another-bot': () => t`The bot is running on this database. Stop all of its processes first.`,
  'used-alone': () =>
    t`Another process uses this database and does not share it: a bot of an older release, or a command such as erase-server. Stop it, or wait until it is done.`,
  'bad-address': () =>
    t`DATABASE_URL is not a valid address. Write it like postgres://USER:PASSWORD@HOST:5432/NAME.`,
};

/** What a stage could not do with a row. */
const UNDONE: Readonly<Record<BeatStage, Text>> = {
  expire: t`could not be marked as passed`,
  fire: t`could not run`,
  claim: t`could not be claimed`,
  send: t`could not be posted`,
  boards: t`could not be updated`,
};

function rowName(stage: BeatStage, item: number): Text {
  if (stage === 'expire') return textOf(ultimatumId(item));
  if (stage === 'fire') return t`countdown ${item}`;
  return stage === 'boards' ? t`board post ${item}` : t`post ${item}`;
}

function setAside(row: Extract<StoreProblem, { kind: 'set-aside' }>): Text {
  const { stage, item, guild, others, reason } = row;
  const rest = others === 0 ? [] : t` (and ${others} more)`;
  return t`Set aside by the stage "${textOf(stage)}": ${rowName(stage, item)} of server ${said(guild)}${rest} ${UNDONE[stage]} (${delivery.reason(reason)}).`;
}

const PROBLEMS: Sentences<StoreProblem> = {
  'disk-full': () =>
    t`The disk is full. The space held in reserve has been released, and nothing new is saved. Free some space.`,
  'file-gone': () =>
    t`The database file was deleted or replaced while Ultimatum is running. Stop Ultimatum, put the file back, and start it again.`,
  unreachable: ({ reason }) => t`The database cannot be reached: ${said(reason)}.`,
  'set-aside': setAside,
};

export const store = {
  /** Why the database can't be opened, and what to do. */
  fault: (fault: DatabaseFault): Text => sentenceOf(FAULTS, fault.kind, fault),
  /** What is wrong with it while it is open. */
  problem: (problem: StoreProblem): Text => sentenceOf(PROBLEMS, problem.kind, problem),
};
