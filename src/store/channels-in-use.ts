/** The channels that are posted in on the servers of a database. */
import { channelsInUse } from '../domain/channels-in-use.js';
import { boardsOf } from './boards.js';
import type { Db } from './schema.js';
import { reminderPlansOf, schedulesOf, settingsShownOf } from './server.js';

/** A server with its channels in use, as ids of Discord. */
export interface ServerChannels {
  readonly guild: string;
  readonly channels: readonly string[];
}

/** Every server that has set something up, and that the bot was not removed from. */
async function guildsOf(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('settings')
    .select('guild')
    .union(db.selectFrom('reminder_plan').select('guild'))
    .union(db.selectFrom('schedule').select('guild'))
    .union(db.selectFrom('board').select('guild'))
    .except(db.selectFrom('departed').select('guild'))
    .orderBy('guild')
    .execute();
  return rows.map(({ guild }) => guild);
}

/** Server by server, until they have more than `most` channels. What can't be read names no channel. */
export async function channelsInUseIn(db: Db, most: number): Promise<readonly ServerChannels[]> {
  const found: ServerChannels[] = [];
  let count = 0;
  for (const guild of await guildsOf(db)) {
    if (count > most) break;
    const channels = channelsInUse({
      settings: await settingsShownOf(db, guild),
      plans: await reminderPlansOf(db, guild),
      schedules: await schedulesOf(db, guild),
      boards: await boardsOf(db, guild),
    });
    if (channels.length > 0) found.push({ guild, channels });
    count += channels.length;
  }
  return found;
}
