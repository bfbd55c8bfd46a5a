/** Small facts of the installation, and what keeps the database in order, on an engine. */
import type { Database } from './database.js';
import { continuePlanningOn } from './planning.js';
import type { FactStore, UpkeepStore } from './port/index.js';
import { problemsOf } from './problems.js';
import { eraseOld } from './retention.js';
import { transactionWithReserve } from './transaction.js';

/** What the database needs from time to time: erasing, tidying its file, and continuing interrupted planning. */
export function upkeepOn(database: Database): UpkeepStore {
  const { file } = database;
  return {
    continuePlanning: continuePlanningOn(database).all,
    eraseOld: (now, erased = () => undefined) =>
      eraseOld(database, now, (task, count) => {
        if (count > 0) erased(task, count);
      }),
    tidy: () => Promise.resolve(file?.tidy()),
    problems: () => problemsOf(database),
  };
}

/** Values of the installation by name. Writing one replaces what the name held. */
export function factsOn(database: Database): FactStore {
  const { read } = database;
  return {
    fact: async (name) => {
      const row = await read.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
    saveFact: (name, value) =>
      transactionWithReserve(database)(async (db) => {
        const row = { name, value };
        await db
          .insertInto('fact')
          .values(row)
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      }),
  };
}
