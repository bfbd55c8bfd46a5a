/** Small facts of the installation, and what keeps the database in order, on an engine. */
import type { Database } from './database.js';
import * as people from './people.js';
import { continuePlanningOn } from './planning.js';
import type { FactStore, UpkeepStore } from './port/index.js';
import * as press from './press.js';
import { problemsOf } from './problems.js';
import { inTransaction, transactionWithReserve } from './transaction.js';

/** What the database needs from time to time: erasing, tidying its file, and continuing interrupted planning. */
export function upkeepOn(database: Database): UpkeepStore {
  const { file } = database;
  return {
    continuePlanning: continuePlanningOn(database).all,
    eraseOld: (now) =>
      inTransaction(database)(async (db) => {
        await press.erasePending(db, now);
        await people.eraseEnded(db, now);
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
