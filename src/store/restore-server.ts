/** Writes what a server had set up, from a file of its own. */
import type { ExportedServer } from '../codec/record/exported.js';
import { nextFire } from '../domain/cron/index.js';
import type { RecordInstant } from '../domain/instant.js';
import { foldName } from '../domain/names.js';
import { publishIn } from './publish.js';
import type { Db } from './schema.js';
import { insertSchedule, writeReminderPlan, writeSettings } from './server.js';

/** The Discord ids of those whose keys are known here. */
async function usersOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['key', 'user']).where('key', 'in', keys).execute();
  return new Map(rows.map(({ key, user }) => [key, user]));
}

/** Settings, countdowns, reminders and other names of issuers; countdowns fire after `now` (record's ms UTC). */
export async function restoreIn(
  db: Db,
  guild: string,
  { settings, schedules, ladders, aliases }: ExportedServer,
  now: RecordInstant,
): Promise<void> {
  const own = { ...settings, guild };
  const taken = await publishIn(db, own, now);
  await writeSettings(db, taken === null ? own : { ...own, visibility: 'off' });
  const users = await usersOf(db, [...new Set(schedules.flatMap(({ by }) => by ?? []))]);
  for (const { by, paused, ...course } of schedules) {
    const next = nextFire(course.cron, course.zone, now);
    const status = paused ? 'paused' : 'running';
    const author = users.get(by ?? '') ?? '';
    await insertSchedule(db, { ...course, guild, author, status, broken: null, next, last: null });
  }
  for (const ladder of ladders) await writeReminderPlan(db, guild, ladder);
  for (const { alias, name, by, recorded } of aliases)
    await db
      .insertInto('alias_log')
      .values({ guild, alias, name, by, recorded, folded: foldName(alias) })
      .execute();
}
