import * as boards from './boards.js';
import type { Database } from './database.js';
import { logOf } from './log.js';
import type { Store } from './port.js';
import { transact } from './transact.js';
import { turns } from './turn.js';

/** What is shown of the record and its posts, beside the posts themselves. */
type Showing = Pick<Store, 'boards' | 'setBoard' | 'removeBoard' | 'saveBoard' | 'log'>;

export function showingOn(database: Database): Showing {
  const { read } = database;
  const inOne = transact(database);
  const inTurn = turns(database);
  return {
    log: (guild, look) => logOf(read, guild, look),
    boards: (guild) => boards.boardsOf(read, guild),
    setBoard: (guild, channel, now) => inTurn(guild, (db) => boards.setIn(db, guild, channel, now)),
    removeBoard: (guild, channel, now) => inTurn(guild, (db) => boards.removeIn(db, guild, channel, now)),
    saveBoard: (guild, board) => inOne((db) => boards.saveIn(db, guild, board)),
  };
}
