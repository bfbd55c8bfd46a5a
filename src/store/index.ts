/** Opens the store and puts its ports together. */
import type { Database } from './database.js';
import { foldOrNull } from '../domain/fold.js';
import { erasureOn } from './erasure.js';
import { exportOn } from './export.js';
import { gaugesOn } from './gauges.js';
import { changeIn, entriesOf, nextNumber, othersOf } from './ledger.js';
import { interactionsOn } from './interactions.js';
import { continueImports, importOn } from './import.js';
import { linkingTo } from './links.js';
import { migrate } from './migrate.js';
import { openEngine, pathOf, type OpenOptions } from './opened.js';
import { assertWholeCopy } from './move/state.js';
import { peopleOn } from './people-store.js';
import type { RecordStore, Store } from './port/index.js';
import { postingOn } from './posting.js';
import { eventsOn } from './scheduled-events.js';
import { changedBetween, publicOn } from './public-pages.js';
import { consuming } from './press.js';
import { refusing } from './refusing.js';
import { reindexMarked } from './reindex.js';
import { listOf, namesOf } from './search.js';
import { serverOn } from './server-store.js';
import { boardStoreOn } from './board-store.js';
import { factsOn, upkeepOn } from './upkeep.js';
import { shardsOn } from './shards.js';
import { sqliteFault } from './sqlite-fault.js';
import { withPressOrRefusal, withGuildLockOrRefusal } from './guild-lock.js';

export { isAlone, type OpenOptions } from './opened.js';

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date. `log` hears of lost
 * connections.
 * @throws DatabaseFaultError where it cannot be used, another process has it open, or it belongs to another program
 */
export async function openStore(
  url: string,
  log: (error: Error) => void,
  options: OpenOptions = {},
): Promise<Store> {
  const path = pathOf(url);
  try {
    return await closedOnFailure(await openEngine(url, log, options));
  } catch (error) {
    throw path === null ? error : sqliteFault(error, path);
  }
}

async function closedOnFailure(database: Database): Promise<Store> {
  try {
    return await storeOn(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The store on an engine that is already open; tests bring PGlite. */
export async function storeOn(database: Database): Promise<Store> {
  await migrate(database);
  await assertWholeCopy(database);
  database.file?.begin();
  await reindexMarked(database);
  await continueImports(database);
  return refusing({
    ...recordOn(database),
    ...serverOn(database),
    ...publicOn(database),
    ...boardStoreOn(database),
    ...eventsOn(database),
    ...peopleOn(database),
    ...postingOn(database),
    ...factsOn(database),
    ...erasureOn(database),
    ...exportOn(database),
    ...gaugesOn(database),
    ...interactionsOn(database),
    ...shardsOn(database),
    ...importOn(database),
    ...upkeepOn(database),
    close: () => database.close(),
  });
}

function recordOn(database: Database): RecordStore {
  const { read } = database;
  const locked = withGuildLockOrRefusal(database);
  const pressed = withPressOrRefusal(database);
  return {
    change: (guild, number, decide, options) =>
      (options.consumes === undefined ? locked : pressed)(guild, (db) =>
        consuming(
          db,
          options.consumes,
          () => changeIn(db, guild, number, decide, options),
          (changed) => changed.number,
        ),
      ),
    others: (guild, numbers) => othersOf(read, guild, numbers),
    linkingTo: (guild, number) => linkingTo(read, guild, number),
    nextNumber: (guild) => nextNumber(read, guild),
    entries: (guild, number) => entriesOf(read, { guild, number }),
    ultimatum: async (guild, number) => foldOrNull(await entriesOf(read, { guild, number })),
    changedBetween: (guild, from, until, limit) => changedBetween(read, guild, { from, until, limit }),
    list: (guild, filter) => listOf(database, guild, filter),
    names: (guild, field, text, limit) => namesOf(read, guild, field, text, limit),
  };
}
