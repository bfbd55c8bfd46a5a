/** Settings, schedules, reminders and issuers of a server, on an engine. */
import { CAPS } from '../domain/caps.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { ReminderPlan, Schedule, SetupRows } from '../domain/guild.js';
import { setIn } from './boards.js';
import { reopenIn } from './closed-channels.js';
import type { Database } from './database.js';
import * as issuers from './issuers.js';
import { continuePlanningOn, planLater } from './planning.js';
import type { ServerStore } from './port/index.js';
import { consuming } from './press.js';
import { publishIn } from './publish.js';
import * as server from './server.js';
import type { Db } from './schema.js';
import { inTransaction } from './transaction.js';
import { withPressOrRefusal } from './guild-lock.js';
import type { RecordInstant } from '../domain/instant.js';

/** What a server has set, on an engine. */
export function serverOn(database: Database): ServerStore {
  const { read } = database;
  return {
    ...settingsOn(database),
    settings: (guild) => server.settingsShownOf(read, guild),
    reminderPlans: (guild) => server.reminderPlansOf(read, guild),
    schedules: (guild) => server.schedulesOf(read, guild),
    ...schedulesOn(database),
    issuer: (guild, name) => issuers.issuerOf(read, guild, name),
    issuers: (guild) => issuers.issuersOf(read, guild),
    addAliases: (aliases, consumes) =>
      withPressOrRefusal(database)(aliases.guild, (db) =>
        consuming(
          db,
          consumes,
          () => issuers.addAliasesIn(db, aliases),
          () => 0,
        ),
      ),
    issuerZone: (guild, issuer) => issuers.zoneOf(read, guild, issuer),
  };
}

/** Settings decide what is posted, so the same transaction notes that everything has to be planned again. */
function settingsOn(database: Database) {
  const locked = withPressOrRefusal(database);
  const planning = continuePlanningOn(database);
  const saving = async (guild: string, work: (db: Db) => Promise<Result<null>>) => {
    const saved = await locked(guild, work);
    if (saved.ok) await planning.of(guild);
    return saved;
  };
  return {
    saveSettings: (settings, now) =>
      saving(settings.guild, async (db) => {
        const refusal = await publishIn(db, settings, now);
        if (refusal !== null) return refuse(refusal);
        await server.writeSettings(db, settings);
        await server.cancelNudges(db, settings.guild, now);
        await planLater(db, settings.guild, now);
        return ok(null);
      }),
    saveReminderPlan: (guild, reminderPlan, now) =>
      saving(guild, (db) => reminderPlanIn(db, guild, reminderPlan, now)),
    setUp: (rows, now, consumes) =>
      saving(rows.settings.guild, (db) =>
        consuming(
          db,
          consumes,
          () => setUpIn(db, rows, now),
          () => 0,
        ),
      ),
  } satisfies Partial<ServerStore>;
}

async function reminderPlanIn(
  db: Db,
  guild: string,
  reminderPlan: ReminderPlan,
  now: RecordInstant,
): Promise<Result<null>> {
  const others = (await server.reminderPlansOf(db, guild)).filter(
    ({ channel }) => channel !== reminderPlan.channel,
  );
  const max = CAPS.reminderPlansPerServer;
  if (reminderPlan.offsets.length > 0 && others.filter(({ offsets }) => offsets.length > 0).length >= max)
    return refuse({ why: 'server-full', of: 'reminders', max });
  await server.writeReminderPlan(db, guild, reminderPlan);
  await reopenIn(db, guild, reminderPlan.channel);
  await planLater(db, guild, now);
  return ok(null);
}

async function setUpIn(db: Db, rows: SetupRows, now: RecordInstant): Promise<Result<null>> {
  const { settings, reminderPlan, schedule, board } = rows;
  const { guild } = settings;
  const taken = await publishIn(db, settings, now);
  if (taken !== null) return refuse(taken);
  await server.writeSettings(db, settings);
  await server.cancelNudges(db, guild, now);
  await planLater(db, guild, now);
  const steps = [
    reminderPlan === null ? ok(null) : await reminderPlanIn(db, guild, reminderPlan, now),
    board === null ? ok(null) : await setIn(db, guild, board, now),
    schedule === null ? ok(null) : await addIn(db, schedule),
  ];
  return steps.find((step) => !step.ok) ?? ok(null);
}

async function addIn(db: Db, schedule: Omit<Schedule, 'id'>): Promise<Result<Schedule>> {
  const refusal = await server.addRefusal(db, schedule);
  if (refusal !== null) return refuse(refusal);
  await reopenIn(db, schedule.guild, schedule.channel);
  return ok(await server.insertSchedule(db, schedule));
}

async function changeSchedule(db: Db, schedule: Schedule): Promise<Result<Schedule>> {
  const refusal = await server.changeRefusal(db, schedule);
  if (refusal !== null) return refuse(refusal);
  if (!(await server.updateSchedule(db, schedule)))
    return refuse({ why: 'not-found', what: 'schedule', given: String(schedule.id) });
  // The caller has checked that the countdown can post.
  if (schedule.status === 'running') await reopenIn(db, schedule.guild, schedule.channel);
  return ok(schedule);
}

function schedulesOn(database: Database) {
  const locked = withPressOrRefusal(database);
  const idOf = ({ id }: Schedule) => id;
  return {
    addSchedule: (schedule, consumes) =>
      locked(schedule.guild, (db) => consuming(db, consumes, () => addIn(db, schedule), idOf)),
    saveSchedule: (schedule, consumes) =>
      locked(schedule.guild, (db) => consuming(db, consumes, () => changeSchedule(db, schedule), idOf)),
    removeSchedule: (guild, id) => inTransaction(database)((db) => server.deleteSchedule(db, guild, id)),
  } satisfies Partial<ServerStore>;
}
