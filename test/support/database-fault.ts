/** Opens stores that are refused, and returns the code that says why. */
import type { DatabaseFault } from '../../src/domain/database-fault.js';
import { DatabaseFaultError } from '../../src/store/database-fault.js';
import { openStore } from '../../src/store/index.js';

/** Opens the store on a file. */
export const openFile = (path: string) => openStore(`sqlite:${path}`, () => undefined);

/** The fault that keeps the store of `url` from being opened. */
export async function faultOfUrl(url: string): Promise<DatabaseFault> {
  const error: unknown = await openStore(url, () => undefined).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DatabaseFaultError) return error.fault;
  throw new Error('It was opened, or failed without a code', { cause: error });
}

/** The fault that keeps the store from being opened on a file. */
export const faultAt = (path: string) => faultOfUrl(`sqlite:${path}`);
