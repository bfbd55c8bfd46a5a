import { openStore } from '../../src/store/index.js';
import { StartError } from '../../src/start-error.js';

/** Opens the store on a file. */
export const openFile = (path: string) => openStore(`sqlite:${path}`, () => undefined);

/** The error that says why the store can't be opened on a file. */
export async function startErrorAt(path: string): Promise<StartError> {
  const error: unknown = await openFile(path).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  if (error instanceof StartError) return error;
  throw new Error('It was opened, or failed without a sentence', { cause: error });
}
