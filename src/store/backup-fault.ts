/** The error that says by a code why a backup can't be made or restored. */
import type { BackupFault } from '../domain/backup.js';
import { DatabaseFaultError } from './database-fault.js';
import { sqliteFault } from './sqlite-fault.js';

export class BackupFaultError extends Error {
  constructor(
    readonly fault: BackupFault,
    options?: ErrorOptions,
  ) {
    super(`backup fault: ${fault.kind}`, options);
    this.name = 'BackupFaultError';
  }
}

/** Runs work on the file at `path`. @throws BackupFaultError for every expected trouble; the rest is a bug */
export async function asBackupFault<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = sqliteFault(error, path);
    if (known instanceof DatabaseFaultError) throw new BackupFaultError(known.fault, { cause: error });
    throw error;
  }
}
