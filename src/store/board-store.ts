import * as boards from './boards.js';
import type { Database } from './database.js';
import * as gathering from './digest-groups.js';
import { logOf } from './log.js';
import type { BoardStore } from './port/index.js';
import { transactionWithReserve } from './transaction.js';
import { withGuildLock, withGuildLockOrRefusal } from './guild-lock.js';

export function boardStoreOn(database: Database): BoardStore {
  const { read, dialect } = database;
  const inOne = transactionWithReserve(database);
  const inTurn = withGuildLock(database);
  return {
    boards: (guild) => boards.boardsOf(read, guild),
    setBoard: (guild, channel, now) =>
      withGuildLockOrRefusal(database)(guild, (db) => boards.setIn(db, guild, channel, now)),
    removeBoard: (guild, channel, now) => inTurn(guild, (db) => boards.removeIn(db, guild, channel, now)),
    saveBoard: (guild, board) => inOne((db) => boards.saveIn(db, guild, board)),
    unsentRungs: (day) => gathering.unsentOf(read, day),
    gatherRungs: (day) =>
      inOne(async (db) => {
        await dialect.lockGuild(db, day.guild);
        await gathering.gatherIn(db, day);
      }),
    rungList: (rung) => gathering.listOf(read, rung),
    scatterRungs: (leader) => inOne((db) => gathering.scatterIn(db, leader)),
    log: (guild, look) => logOf(read, guild, look),
  };
}
