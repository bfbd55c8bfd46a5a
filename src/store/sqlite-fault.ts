/** Turns what SQLite and the file system report about a database file into the code of a fault. */
import type { DatabaseFault } from '../domain/database-fault.js';
import { DatabaseFaultError } from './database-fault.js';
import { isBusy, isFull } from './errors.js';

function faultOf(error: Error, path: string): DatabaseFault | null {
  const code = 'code' in error ? String(error.code) : '';
  if (isFull(error) || code === 'ENOSPC') return { kind: 'disk-full', path };
  if (isBusy(error)) return { kind: 'locked', path };
  if (code === 'SQLITE_NOTADB') return { kind: 'not-sqlite', path };
  if (code.startsWith('SQLITE_CORRUPT')) return { kind: 'damaged', path };
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)/.test(code) || /^E[A-Z]+$/.test(code))
    return { kind: 'cannot-open', path, reason: error.message };
  return null;
}

/** Returns why the file at `path` can't be opened as a `DatabaseFaultError`, or `error` itself where it is a bug. */
export function sqliteFault(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFaultError) return error;
  const fault = faultOf(error, path);
  return fault === null ? error : new DatabaseFaultError(fault, { cause: error });
}
