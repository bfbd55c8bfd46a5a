/** The error that says by a code why a record can't be moved. */
import type { MoveFault } from '../../domain/move.js';

export class MoveFaultError extends Error {
  constructor(
    readonly fault: MoveFault,
    options?: ErrorOptions,
  ) {
    super(`move fault: ${fault.kind}`, options);
    this.name = 'MoveFaultError';
  }
}
