/** The boards of a server, on an engine. */
import * as boards from './boards.js';
import type { Database } from './database.js';
import { withGuildLock, withGuildLockOrRefusal } from './guild-lock.js';
import type { BoardStore } from './port/index.js';
import { transactionWithReserve } from './transaction.js';

/** The boards of a database. Setting and removing one locks the server, so that its limit holds. */
export function boardStoreOn(database: Database): BoardStore {
  const { read } = database;
  const transact = transactionWithReserve(database);
  const locked = withGuildLock(database);
  return {
    boards: (guild) => boards.boardsOf(read, guild),
    setBoard: (guild, channel, now) =>
      withGuildLockOrRefusal(database)(guild, (db) => boards.setIn(db, guild, channel, now)),
    removeBoard: (guild, channel, now) => locked(guild, (db) => boards.removeIn(db, guild, channel, now)),
    saveBoard: (guild, board) => transact((db) => boards.saveIn(db, guild, board)),
  };
}
