import * as boards from './boards.js';
import type { Database } from './database.js';
import * as gathering from './digest-groups.js';
import { logOf } from './log.js';
import type { ShowingStore } from './port/index.js';
import { urgentTransact } from './transaction.js';
import { takeTurn, turns, turnsOrRefuse } from './guild-lock.js';

export function showingOn(database: Database): ShowingStore {
  const { read, engine } = database;
  const inOne = urgentTransact(database);
  const inTurn = turns(database);
  return {
    boards: (guild) => boards.boardsOf(read, guild),
    setBoard: (guild, channel, now) =>
      turnsOrRefuse(database)(guild, (db) => boards.setIn(db, guild, channel, now)),
    removeBoard: (guild, channel, now) => inTurn(guild, (db) => boards.removeIn(db, guild, channel, now)),
    saveBoard: (guild, board) => inOne((db) => boards.saveIn(db, guild, board)),
    unsentRungs: (day) => gathering.unsentOf(read, day),
    gatherRungs: (day) =>
      inOne(async (db) => {
        await takeTurn(db, engine, day.guild);
        await gathering.gatherIn(db, day);
      }),
    rungList: (rung) => gathering.listOf(read, rung),
    scatterRungs: (leader) => inOne((db) => gathering.scatterIn(db, leader)),
    log: (guild, look) => logOf(read, guild, look),
  };
}
