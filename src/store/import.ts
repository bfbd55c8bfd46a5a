/** Takes in what was read of a file: first kept aside, then decided in one transaction, then recorded a few at a time. */
import { setImmediate as yieldToEventLoop, setTimeout as sleep } from 'node:timers/promises';
import { parseEntries } from '../codec/record/entries.js';
import { parseServer } from '../codec/record/read-json.js';
import { renumbered } from '../domain/references.js';
import { fold } from '../domain/fold.js';
import type { RecordInstant } from '../domain/instant.js';
import { ok, refuse } from '../domain/refusal.js';
import type { Database } from './database.js';
import { isExpected } from './errors.js';
import { withGuildLock, withPressOrRefusal } from './guild-lock.js';
import { insertMany } from './insert-many.js';
import { nextNumber, project } from './ledger.js';
import { continuePlanningOn, planLater } from './planning.js';
import type { ImportProgress, ImportStore } from './port/index.js';
import { consuming } from './press.js';
import { touchPages } from './publish.js';
import { restoreIn } from './restore-server.js';
import { fromEntry } from './rows.js';
import type { Db } from './schema.js';
import { importOf, rowsOf, stage, type ImportKey, type KeptImport } from './staging.js';

/** A few milliseconds; the process answers others between two batches. */
const AT_ONCE = 2;

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

/** Puts some of the rows on record, and lets go of what was kept of them. */
async function recordRows(
  db: Db,
  { dialect }: Database,
  { guild, id }: ImportKey,
  rows: readonly StagedRow[],
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  const all = rows.flatMap(({ number, entries: json }) => {
    if (number === null || json === null) return [];
    const entries = parseEntries(JSON.parse(json)).map((entry) => renumbered(entry, numbers));
    return [{ number, entries }];
  });
  const entries = all.flatMap((one) =>
    one.entries.map((entry) => fromEntry(guild, one.number, entry.seq, entry)),
  );
  await insertMany(db, dialect, 'entry', entries);
  const ultimatums = all.map((one) => [one.number, fold(one.entries)] as const);
  await project(db, dialect, guild, ultimatums);
  await db
    .updateTable('import_row')
    .set({ entries: null })
    .where('guild', '=', guild)
    .where('import', '=', id)
    .where(
      'row',
      'in',
      rows.map(({ row }) => row),
    )
    .execute();
}

/** What a run knows of itself: the numbers that the ultimatums of the file have here, and the row it came to. */
interface RunState {
  readonly numbers: ReadonlyMap<number, number>;
  readonly after: number;
}

/** How many were recorded, and the last row of them; null where none was left. */
interface Recorded {
  readonly count: number;
  readonly last: number | null;
}

const NOTHING_LEFT: Recorded = { count: 0, last: null };

/** Records the next few. The batch that finds none ends the import. */
async function recordSome(
  db: Db,
  database: Database,
  of: ImportKey,
  { numbers, after }: RunState,
): Promise<Recorded> {
  const { guild, id } = of;
  const known = await importOf(db, guild, id);
  if (known?.status !== 'running') return NOTHING_LEFT;
  const some = await rowsOf(db, guild, id)
    .select(['row', 'number', 'entries'])
    .where('entries', 'is not', null)
    .where('row', '>', after)
    .orderBy('row')
    .limit(AT_ONCE)
    .execute();
  const last = some.at(-1)?.row ?? null;
  if (last !== null) {
    await recordRows(db, database, of, some, numbers);
    return { count: some.length, last };
  }
  // Another process may have begun the rows before, and been killed.
  if (after >= 0) return { count: 0, last: -1 };
  await db
    .updateTable('import')
    .set({ status: 'done' })
    .where('guild', '=', guild)
    .where('id', '=', id)
    .execute();
  await touchPages(db, guild, known.created);
  await planLater(db, guild, known.created);
  return NOTHING_LEFT;
}

/** How long a lost connection, a full disk or somebody else's lock is waited out between two tries, ms. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 60_000];

/** Tries again what was decided and can be done twice, for two minutes in all; after that the next start goes on. */
async function insisting<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
    try {
      return await work();
    } catch (error) {
      if (!isExpected(error) || wait > LONGEST_WAIT_MS) throw error;
      await sleep(wait);
    }
  }
}

async function run(
  database: Database,
  of: ImportKey,
  progress: (recorded: number) => Promise<void> | void,
): Promise<void> {
  const { guild, id } = of;
  const locked = withGuildLock(database);
  const numbers = await insisting(() => numbersOf(database.read, guild, id));
  const begun = await insisting(() => progressOf(database.read, guild, id));
  let recorded = begun?.recorded ?? 0;
  for (let after: number | null = -1; after !== null;) {
    const state: RunState = { numbers, after };
    const some: Recorded = await insisting(() => locked(guild, (db) => recordSome(db, database, of, state)));
    recorded += some.count;
    after = some.last;
    await progress(recorded);
    await yieldToEventLoop();
  }
  await insisting(() => continuePlanningOn(database).of(guild));
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
