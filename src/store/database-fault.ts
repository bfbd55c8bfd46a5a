/** The error that says by a code why a database can't be opened. */
import type { DatabaseFault } from '../domain/database-fault.js';

export class DatabaseFaultError extends Error {
  constructor(
    readonly fault: DatabaseFault,
    options?: ErrorOptions,
  ) {
    super(`database fault: ${fault.kind}`, options);
    this.name = 'DatabaseFaultError';
  }
}
