/** What is shown of the record, on an engine. */
import * as boards from './boards.js';
import type { Database } from './database.js';
import * as groups from './digest-groups.js';
import { logOf } from './log.js';
import type { BoardStore } from './port/index.js';
import { transactionWithReserve } from './transaction.js';
import { withGuildLock, withGuildLockOrRefusal } from './guild-lock.js';

export function boardStoreOn(database: Database): BoardStore {
  const { read, dialect } = database;
  const transact = transactionWithReserve(database);
  const locked = withGuildLock(database);
  return {
    boards: (guild) => boards.boardsOf(read, guild),
    setBoard: (guild, channel, now) =>
      withGuildLockOrRefusal(database)(guild, (db) => boards.setIn(db, guild, channel, now)),
    removeBoard: (guild, channel, now) => locked(guild, (db) => boards.removeIn(db, guild, channel, now)),
    saveBoard: (guild, board) => transact((db) => boards.saveIn(db, guild, board)),
    unsentRungs: (day) => groups.unsentOf(read, day),
    gatherRungs: (day) =>
      transact(async (db) => {
        await dialect.lockGuild(db, day.guild);
        await groups.gatherIn(db, day);
      }),
    rungList: (rung) => groups.listOf(read, rung),
    scatterRungs: (leader) => transact((db) => groups.scatterIn(db, leader)),
    log: (guild, look) => logOf(read, guild, look),
  };
}
