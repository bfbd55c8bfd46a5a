/** Reads what leaves a server in an export. */
import type { ExportedServer, ExportedUltimatum } from '../codec/record/exported.js';
import type { Entry } from '../domain/entry.js';
import type { Database } from './database.js';
import type { ExportStore } from './port/index.js';
import { toEntry } from './rows.js';
import type { Db } from './schema.js';
import { reminderPlansOf, schedulesOf, settingsShownOf } from './server.js';

/** So many take some milliseconds; the process answers others in between. */
const AT_ONCE = 25;

async function ultimatumsAfter(db: Db, guild: string, after: number): Promise<readonly ExportedUltimatum[]> {
  const some = await db
    .selectFrom('ultimatum')
    .select('number')
    .where('guild', '=', guild)
    .where('number', '>', after)
    .orderBy('number')
    .limit(AT_ONCE)
    .execute();
  const last = some.at(-1)?.number;
  if (last === undefined) return [];
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('guild', '=', guild)
    .where('number', '>', after)
    .where('number', '<=', last)
    .orderBy('number')
    .orderBy('seq')
    .execute();
  const found = new Map<number, Entry[]>(some.map(({ number }) => [number, []]));
  for (const row of rows) found.get(row.number)?.push(toEntry(row));
  return [...found].map(([number, entries]) => ({ number, entries }));
}

async function keysOf(db: Db, users: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (users.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['user', 'key']).where('user', 'in', users).execute();
  return new Map(rows.map(({ user, key }) => [user, key]));
}

async function setupOf(db: Db, guild: string): Promise<ExportedServer> {
  const { guild: id, ...settings } = await settingsShownOf(db, guild);
  const schedules = await schedulesOf(db, guild);
  const keys = await keysOf(db, [...new Set(schedules.map(({ author }) => author))]);
  const aliases = await db
    .selectFrom('alias_log')
    .select(['alias', 'name', 'by', 'recorded'])
    .where('guild', '=', guild)
    .orderBy('id')
    .execute();
  return {
    id,
    settings,
    schedules: schedules.map(({ channel, cron, zone, scope, status, author }) => {
      return { channel, cron, zone, scope, paused: status === 'paused', by: keys.get(author) ?? null };
    }),
    ladders: await reminderPlansOf(db, guild),
    aliases,
  };
}

/** What leaves a server, on an engine. */
export function exportOn({ read }: Database): ExportStore {
  return {
    wholeRecord: (guild, after) => ultimatumsAfter(read, guild, after),
    serverSetup: (guild) => setupOf(read, guild),
  };
}
