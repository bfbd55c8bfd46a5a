/** Opens the store of DATABASE_URL, or says why it can't be opened. */
import { drawText } from './cli/draw.js';
import { databaseFault } from './start-faults.js';
import { openStore, type OpenOptions } from './store/index.js';
import type { Store, UpkeepStore } from './store/port/index.js';
import { english } from './wording/index.js';

const words = english.operator.store;

/**
 * @param reported is told of errors of idle connections, `fatal` of what only a new start mends.
 * @throws StartError where the database cannot be opened.
 */
export async function openDatabase(
  url: string,
  reported: (error: Error) => void,
  fatal: (reason: string) => void,
  more: Pick<OpenOptions, 'shared' | 'pool'> = {},
): Promise<Store> {
  try {
    return await openStore(url, reported, { ...more, fatal: (fault) => fatal(drawText(words.fault(fault))) });
  } catch (error) {
    throw databaseFault(error, url);
  }
}

/** The store as one of the bot's parts that can say what is wrong with it, a sentence for each problem. */
export const databaseHealth = (store: Pick<UpkeepStore, 'problems'>) => ({
  problems: async () => (await store.problems()).map((problem) => drawText(words.problem(problem))),
});
