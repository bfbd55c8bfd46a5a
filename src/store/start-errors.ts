import { StartError } from '../start-error.js';
import { shownUrl } from './postgres.js';
import { isBusy, isConnectionLost, isFull } from './trouble.js';

const CHECK = 'Check DATABASE_URL';

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

/** What the server says to a name, a password or a database it does not take. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'does not accept the password',
  '28000': 'does not accept the user',
  '3D000': 'has no database of that name',
  '42501': 'does not let the user make tables',
};

function ofPostgres(error: Error, url: string): StartError | null {
  const refused = REFUSED[codeOf(error)];
  const name = shownUrl(url);
  if (refused !== undefined)
    return new StartError(`The server of ${name} ${refused}: ${error.message}. ${CHECK}.`, 78, {
      cause: error,
    });
  if (!isConnectionLost(error)) return null;
  const why = error.message === '' ? codeOf(error) : error.message;
  return new StartError(
    `The database ${name} cannot be reached (${why}). Start PostgreSQL, or check DATABASE_URL.`,
    1,
    {
      cause: error,
    },
  );
}

function ofSqlite(error: Error, path: string): StartError | null {
  const code = codeOf(error);
  const start = (sentence: string, exitCode: 1 | 78 = 78) =>
    new StartError(sentence, exitCode, { cause: error });
  if (isFull(error) || code === 'ENOSPC')
    return start(`There is no room left on the disk of ${path}. Make some, and start again.`, 1);
  if (isBusy(error)) return start(`Another program is writing to ${path}. Stop it, and start again.`, 1);
  if (code === 'SQLITE_NOTADB')
    return start(`${path} is not a SQLite database. ${CHECK}, or move that file away.`);
  if (code.startsWith('SQLITE_CORRUPT'))
    return start(
      `The database ${path} is damaged. Put back a backup, or choose another file in DATABASE_URL.`,
    );
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)/.test(code) || /^E[A-Z]+$/.test(code))
    return start(
      `The database ${path} cannot be opened (${error.message}). ${CHECK}, and that this user may read and write the file and its folder.`,
    );
  return null;
}

/** Why the store cannot be opened, as a sentence that names the setting and the fix; a bug stays as it is. */
export function startErrorOf(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const sqlite = /^sqlite:(.*)$/.exec(url)?.[1];
  return (sqlite === undefined ? ofPostgres(error, url) : ofSqlite(error, sqlite)) ?? error;
}
