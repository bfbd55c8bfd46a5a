/** Settings and schedules of a server: the queries. */
import type { Selectable } from 'kysely';
import { digestSubject } from '../codec/post.js';
import { parseSettings, readableSettings, readReminderPlan } from '../codec/settings.js';
import { CAPS } from '../domain/caps.js';
import type { Refusal } from '../domain/refusal.js';
import { defaultSettings, type GuildSettings, type ReminderPlan, type Schedule } from '../domain/guild.js';
import { fromSchedule, toSchedule } from './rows.js';
import { readRow } from './unreadable.js';
import type { Db, ScheduleRow } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

/** @throws UnreadableRowError if they can't be read, because guessed settings must not plan posts */
export async function settingsOf(db: Db, guild: string): Promise<GuildSettings> {
  const row = await db.selectFrom('settings').select('value').where('guild', '=', guild).executeTakeFirst();
  if (row === undefined) return defaultSettings(guild);
  return readRow(
    () => `settings ${guild}`,
    () => parseSettings(guild, row.value),
  );
}

/** As they are shown: those that cannot be read are as if none had been set, so that they can be set again. */
export async function settingsShownOf(db: Db, guild: string): Promise<GuildSettings> {
  const row = await db.selectFrom('settings').select('value').where('guild', '=', guild).executeTakeFirst();
  return row === undefined ? defaultSettings(guild) : readableSettings(guild, row.value);
}

/** Writes the settings of a server over those it had. */
export async function writeSettings(db: Db, settings: GuildSettings): Promise<void> {
  const value = JSON.stringify(settings);
  await db
    .insertInto('settings')
    .values({ guild: settings.guild, value })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet({ value }))
    .execute();
}

/** Reminders to curators that are still to come: planned again, they find their channel and their morning. */
export async function cancelNudges(db: Db, guild: string, now: RecordInstant): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ status: 'cancelled' })
    .where('guild', '=', guild)
    .where('kind', '=', 'nudge')
    .where('status', '=', 'pending')
    .where('due', '>=', now)
    .execute();
}

/** The reminder plans of a server in the order of their channels. */
export async function reminderPlansOf(db: Db, guild: string): Promise<readonly ReminderPlan[]> {
  const rows = await db
    .selectFrom('reminder_plan')
    .select('value')
    .where('guild', '=', guild)
    .orderBy('channel')
    .execute();
  // A plan that can't be read is left out; the others are unaffected.
  return rows.flatMap(({ value }) => readReminderPlan(value) ?? []);
}

/** Writes the reminder plan of a channel over the one it had. */
export async function writeReminderPlan(db: Db, guild: string, reminderPlan: ReminderPlan): Promise<void> {
  const value = JSON.stringify(reminderPlan);
  await db
    .insertInto('reminder_plan')
    .values({ guild, channel: reminderPlan.channel, value })
    .onConflict((conflict) => conflict.columns(['guild', 'channel']).doUpdateSet({ value }))
    .execute();
}

/** The countdowns of a server in the order in which they were added. */
export async function schedulesOf(db: Db, guild: string): Promise<readonly Schedule[]> {
  const rows = await db.selectFrom('schedule').selectAll().where('guild', '=', guild).orderBy('id').execute();
  return rows.map(toSchedule);
}

/** Adds a countdown and returns it with its id. Whether it may be added is for `addRefusal` to say. */
export async function insertSchedule(db: Db, schedule: Omit<Schedule, 'id'>): Promise<Schedule> {
  const row = await db
    .insertInto('schedule')
    .values(fromSchedule(schedule))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSchedule(row);
}

const courseOf = ({ channel, cron, zone, scope }: Omit<Schedule, 'id'>) =>
  JSON.stringify([channel, cron, zone, Object.entries(scope).toSorted(([a], [b]) => a.localeCompare(b))]);

/** Why a countdown can't be added; null where it can. Counted in the transaction that adds it. */
export async function addRefusal(db: Db, schedule: Omit<Schedule, 'id'>): Promise<Refusal | null> {
  const all = await schedulesOf(db, schedule.guild);
  const same = all.find((other) => courseOf(other) === courseOf(schedule));
  if (same !== undefined) return { why: 'same-schedule', id: same.id };
  const max = CAPS.schedulesPerServer;
  return all.length >= max ? { why: 'server-full', of: 'schedules', max } : null;
}

/** Why a countdown can't be changed like this: another one is the same. Pausing and resuming is always possible. */
export async function changeRefusal(db: Db, schedule: Schedule): Promise<Refusal | null> {
  const alike = (await schedulesOf(db, schedule.guild)).filter(
    (other) => courseOf(other) === courseOf(schedule),
  );
  const [other] = alike;
  const itself = alike.some(({ id }) => id === schedule.id);
  return other === undefined || itself ? null : { why: 'same-schedule', id: other.id };
}

/** Whether a broken countdown resumes unchanged; then its pending posts are kept. */
function goesOn(before: Selectable<ScheduleRow> | undefined, after: Schedule): boolean {
  const same = (['cron', 'zone', 'channel'] as const).every((part) => before?.[part] === after[part]);
  const resumed = before?.status === 'broken' && after.status === 'running';
  return resumed && same && before.scope === JSON.stringify(after.scope);
}

/** Changes a countdown and cancels the posts it had planned. */
export async function updateSchedule(db: Db, given: Schedule): Promise<boolean> {
  const { id, ...schedule } = given;
  const { guild } = schedule;
  const before = await db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst();
  const changed = await db
    .updateTable('schedule')
    .set(fromSchedule(schedule))
    .where('id', '=', id)
    .where('guild', '=', guild)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n && !goesOn(before, given)) await cancelDigests(db, guild, id);
  return changed.numUpdatedRows > 0n;
}

async function cancelDigests(db: Db, guild: string, id: number): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ status: 'cancelled' })
    .where('guild', '=', guild)
    .where('subject', '=', digestSubject(id))
    .where('status', '=', 'pending')
    .execute();
}

/** Deletes a countdown and cancels the posts it had planned; earlier posts stay in the log. */
export async function deleteSchedule(db: Db, guild: string, id: number): Promise<boolean> {
  const gone = await db
    .deleteFrom('schedule')
    .where('id', '=', id)
    .where('guild', '=', guild)
    .executeTakeFirst();
  await cancelDigests(db, guild, id);
  return gone.numDeletedRows > 0n;
}
