/** Why a database file can't be opened. */
import { StartError } from '../start-error.js';
import { isBusy, isFull } from './errors.js';

const CHECK = 'Check DATABASE_URL';

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
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

/** Why a file cannot be opened as the store, as a sentence that names the setting and the fix; a bug stays as it is. */
export function startErrorOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  return ofSqlite(error, path) ?? error;
}
