/** Takes in what was read of a file: first kept aside, then decided in one transaction, then recorded a few at a time. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import { parseEntries } from '../codec/record/entries.js';
import { parseServer } from '../codec/record/read-json.js';
import { renumbered } from '../domain/references.js';
import { fold } from '../domain/fold.js';
import { BUTTONS_WORK_MS } from '../domain/caps.js';
import type { RecordInstant } from '../domain/instant.js';
import { ok, refuse } from '../domain/refusal.js';
import type { Database } from './database.js';
import { withGuildLock, withPressOrRefusal } from './guild-lock.js';
import { nextNumber, refresh } from './ledger.js';
import { continuePlanningOn, planLater } from './planning.js';
import type { ImportProgress, ImportStore, StagedImport } from './port/index.js';
import { consuming } from './press.js';
import { touchPages } from './publish.js';
import { restoreIn } from './restore-server.js';
import { fromEntry } from './rows.js';
import type { Db, Schema } from './schema.js';

type KeptImport = Selectable<Schema['import']>;

/** Each takes about a millisecond; the process answers others between two batches. */
const AT_ONCE = 25;
/** Rows in one statement while they are kept aside. */
const STAGED_AT_ONCE = 100;

const rowsOf = (db: Db, guild: string, id: string) =>
  db.selectFrom('import_row').where('guild', '=', guild).where('import', '=', id);

const importOf = (db: Db, guild: string, id: string) =>
  db.selectFrom('import').selectAll().where('guild', '=', guild).where('id', '=', id).executeTakeFirst();

/** Deletes what was read long ago and never decided. */
async function dropOld(db: Db, { guild, now }: StagedImport): Promise<void> {
  const old = await db
    .selectFrom('import')
    .select('id')
    .where('guild', '=', guild)
    .where('status', '=', 'staged')
    .where('created', '<', now - BUTTONS_WORK_MS)
    .execute();
  for (const { id } of old) {
    await db.deleteFrom('import_row').where('guild', '=', guild).where('import', '=', id).execute();
    await db.deleteFrom('import').where('guild', '=', guild).where('id', '=', id).execute();
  }
}

/** Keeps an import that has not run; false where it has. */
async function openStaging(db: Db, staged: StagedImport): Promise<boolean> {
  const { guild, id, now, server } = staged;
  await dropOld(db, staged);
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

async function stage(database: Database, staged: StagedImport): Promise<void> {
  const locked = withGuildLock(database);
  const { guild, id, ultimatums } = staged;
  if (!(await locked(guild, (db) => openStaging(db, staged)))) return;
  let place = 0;
  const rows = ultimatums.map((one) => {
    const isNew = one.entries !== null;
    const values = { ...one, guild, import: id, place: isNew ? place : null };
    place += isNew ? 1 : 0;
    return values;
  });
  for (let from = 0; from < rows.length; from += STAGED_AT_ONCE) {
    const some = rows.slice(from, from + STAGED_AT_ONCE);
    await locked(guild, (db) => db.insertInto('import_row').values(some).execute());
    await yieldToEventLoop();
  }
}

async function progressOf(db: Db, guild: string, id: string): Promise<ImportProgress | null> {
  const known = await importOf(db, guild, id);
  if (known === undefined) return null;
  const { total, waiting } = await rowsOf(db, guild, id)
    .select((of) => [of.fn.count('place').as('total'), of.fn.count('entries').as('waiting')])
    .executeTakeFirstOrThrow();
  return { status: known.status, total: Number(total), recorded: Number(total) - Number(waiting) };
}

/** Gives every new row its number, in the order of the file. */
async function decideIn(db: Db, { guild, id, server }: KeptImport, now: RecordInstant): Promise<void> {
  const first = await nextNumber(db, guild);
  const setup = server === null || first > 1 ? null : parseServer(JSON.parse(server));
  if (setup !== null) await restoreIn(db, guild, setup, now);
  const { count } = await rowsOf(db, guild, id)
    .select((of) => of.fn.count('place').as('count'))
    .executeTakeFirstOrThrow();
  await db
    .updateTable('import_row')
    .set((of) => ({ number: of('place', '+', first) }))
    .where('guild', '=', guild)
    .where('import', '=', id)
    .where('place', 'is not', null)
    .execute();
  await db
    .updateTable('import')
    .set({ status: 'running', created: now, reserved: first + Number(count) - 1, server: null })
    .where('guild', '=', guild)
    .where('id', '=', id)
    .execute();
}

/** The numbers that ultimatums of the file, by the numbers they have there, have here. */
async function numbersOf(db: Db, guild: string, id: string): Promise<ReadonlyMap<number, number>> {
  const rows = await rowsOf(db, guild, id).select(['row', 'number']).execute();
  return new Map(rows.flatMap(({ row, number }) => (number === null ? [] : [[row, number]])));
}

interface StagedRow {
  readonly row: number;
  readonly number: number | null;
  readonly entries: string | null;
}

async function recordRow(
  db: Db,
  { guild, id }: Pick<StagedImport, 'guild' | 'id'>,
  { row, number, entries: json }: StagedRow,
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  if (number === null || json === null) return;
  const entries = parseEntries(JSON.parse(json)).map((entry) => renumbered(entry, numbers));
  const rows = entries.map((entry) => fromEntry(guild, number, entry.seq, entry));
  await db.insertInto('entry').values(rows).execute();
  await refresh(db, { guild, number }, null, fold(entries));
  await db
    .updateTable('import_row')
    .set({ entries: null })
    .where('guild', '=', guild)
    .where('import', '=', id)
    .where('row', '=', row)
    .execute();
}

/** Records the next few; how many there were. The last batch ends the import. */
async function recordSome(
  db: Db,
  of: Pick<StagedImport, 'guild' | 'id'>,
  numbers: ReadonlyMap<number, number>,
): Promise<number> {
  const { guild, id } = of;
  const known = await importOf(db, guild, id);
  if (known?.status !== 'running') return 0;
  const some = await rowsOf(db, guild, id)
    .select(['row', 'number', 'entries'])
    .where('entries', 'is not', null)
    .orderBy('row')
    .limit(AT_ONCE)
    .execute();
  for (const row of some) await recordRow(db, of, row, numbers);
  if (some.length > 0) return some.length;
  await db
    .updateTable('import')
    .set({ status: 'done' })
    .where('guild', '=', guild)
    .where('id', '=', id)
    .execute();
  await touchPages(db, guild, known.created);
  await planLater(db, guild, known.created);
  return 0;
}

async function run(
  database: Database,
  of: Pick<StagedImport, 'guild' | 'id'>,
  progress: (recorded: number) => void,
): Promise<void> {
  const { guild, id } = of;
  const locked = withGuildLock(database);
  const numbers = await numbersOf(database.read, guild, id);
  let recorded = (await progressOf(database.read, guild, id))?.recorded ?? 0;
  for (;;) {
    const more = await locked(guild, (db) => recordSome(db, of, numbers));
    if (more === 0) break;
    recorded += more;
    progress(recorded);
    await yieldToEventLoop();
  }
  await continuePlanningOn(database).of(guild);
}

/** Goes on with what was decided before the process ended. */
export async function continueImports(database: Database): Promise<void> {
  const running = await database.read
    .selectFrom('import')
    .select(['guild', 'id'])
    .where('status', '=', 'running')
    .execute();
  for (const of of running) await run(database, of, () => undefined);
}

async function toReview(db: Db, guild: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('import_row')
    .innerJoin('ultimatum', (join) =>
      join
        .onRef('ultimatum.guild', '=', 'import_row.guild')
        .onRef('ultimatum.number', '=', 'import_row.number'),
    )
    .select('ultimatum.number')
    .where('import_row.guild', '=', guild)
    .where('import_row.place', 'is not', null)
    .where('ultimatum.state', '=', 'passed')
    .where('ultimatum.hidden', '=', 0)
    .execute();
  return rows.map(({ number }) => number);
}

/** Records from files, on an engine. */
export function importOn(database: Database): ImportStore {
  const { read } = database;
  return {
    stageImport: (staged) => stage(database, staged),
    importProgress: (guild, id) => progressOf(read, guild, id),
    beginImport: (guild, id, now, consumes) =>
      withPressOrRefusal(database)(guild, (db) =>
        consuming(
          db,
          consumes,
          async () => {
            const known = await importOf(db, guild, id);
            if (known?.status !== 'staged') return refuse({ why: 'expired' });
            await decideIn(db, known, now);
            return ok(null);
          },
          () => 0,
        ),
      ),
    runImport: (guild, id, progress) => run(database, { guild, id }, progress),
    importedNumbers: async (guild, id) => {
      const known = await importOf(read, guild, id);
      return known === undefined || known.status === 'staged' ? new Map() : numbersOf(read, guild, id);
    },
    importedToReview: (guild) => toReview(read, guild),
  };
}
