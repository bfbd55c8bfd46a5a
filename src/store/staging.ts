/** Keeps what was read of a file aside until somebody decides that it is recorded. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Insertable, Selectable } from 'kysely';
import { BUTTONS_WORK_MS } from '../domain/caps.js';
import type { RecordInstant } from '../domain/instant.js';
import type { Database } from './database.js';
import { withGuildLock } from './guild-lock.js';
import { insertMany } from './insert-many.js';
import type { StagedImport } from './port/index.js';
import type { Db, Schema } from './schema.js';

export type ImportKey = Pick<StagedImport, 'guild' | 'id'>;
export type KeptImport = Selectable<Schema['import']>;

/** Rows in one statement while they are kept aside. */
const STAGED_AT_ONCE = 100;

export const rowsOf = (db: Db, guild: string, id: string) =>
  db.selectFrom('import_row').where('guild', '=', guild).where('import', '=', id);

export const importOf = (db: Db, guild: string, id: string) =>
  db.selectFrom('import').selectAll().where('guild', '=', guild).where('id', '=', id).executeTakeFirst();

/**
 * Deletes what was read of files of all servers and can't be decided on any more at `now`, the record's ms UTC. Returns
 * of how many files.
 */
export async function eraseStaged(database: Database, now: RecordInstant): Promise<number> {
  const old = await database.read
    .selectFrom('import')
    .select(['guild', 'id'])
    .where('status', '=', 'staged')
    .where('created', '<', now - BUTTONS_WORK_MS)
    .execute();
  let erased = 0;
  for (const { guild, id } of old)
    erased += await withGuildLock(database)(guild, async (db) => {
      // The same file may have been read again meanwhile.
      const known = await importOf(db, guild, id);
      if (known?.status !== 'staged' || known.created >= now - BUTTONS_WORK_MS) return 0;
      await db.deleteFrom('import_row').where('guild', '=', guild).where('import', '=', id).execute();
      await db.deleteFrom('import').where('guild', '=', guild).where('id', '=', id).execute();
      return 1;
    });
  return erased;
}

/** Keeps an import that has not run; false where it has. */
async function openStaging(db: Db, staged: StagedImport): Promise<boolean> {
  const { guild, id, now, server } = staged;
  const known = await importOf(db, guild, id);
  if (known !== undefined && known.status !== 'staged') return false;
  await db.deleteFrom('import_row').where('guild', '=', guild).where('import', '=', id).execute();
  const row = {
    guild,
    id,
    status: 'staged' as const,
    created: now,
    reserved: 0,
    server: server === null ? null : JSON.stringify(server),
  };
  await db
    .insertInto('import')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'id']).doUpdateSet(row))
    .execute();
  return true;
}

/** Keeps the rows of a file, some at a time; of an import that ran nothing is changed. */
export async function stage(database: Database, staged: StagedImport): Promise<void> {
  const locked = withGuildLock(database);
  const { guild, id, ultimatums } = staged;
  if (!(await locked(guild, (db) => openStaging(db, staged)))) return;
  let some: Insertable<Schema['import_row']>[] = [];
  const keep = async () => {
    const rows = some;
    some = [];
    await locked(guild, (db) => insertMany(db, database.dialect, 'import_row', rows));
    await yieldToEventLoop();
  };
  let place = 0;
  for await (const one of ultimatums) {
    const isNew = one.entries !== null;
    some.push({ ...one, guild, import: id, place: isNew ? place : null });
    place += isNew ? 1 : 0;
    if (some.length === STAGED_AT_ONCE) await keep();
  }
  await keep();
}
