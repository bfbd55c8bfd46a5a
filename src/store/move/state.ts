/** What an unfinished copy knows of itself: what it is a copy of, and how far it is. */
import { copyStateSchema, type CopyState } from '../../codec/copy-state.js';
import type { Database } from '../database.js';
import { DatabaseFaultError } from '../database-fault.js';
import { parsedOr } from '../rows.js';
import type { Db } from '../schema.js';

/** The fact of which the value says so, for as long as the copy is not finished. */
export const UNFINISHED_COPY = 'unfinished-copy';

/** How far the copy in this database is; null where it is none, or a finished one. */
export async function copyStateOf(db: Db): Promise<CopyState | null> {
  const fact = await db
    .selectFrom('fact')
    .select('value')
    .where('name', '=', UNFINISHED_COPY)
    .executeTakeFirst();
  return fact === undefined ? null : copyStateSchema.parse(parsedOr(fact.value, null));
}

/** Notes how far the copy is, in the transaction that brought it there. */
export async function saveCopyState(db: Db, state: CopyState): Promise<void> {
  const value = JSON.stringify(state);
  const row = db.insertInto('fact').values({ name: UNFINISHED_COPY, value });
  await row.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
}

/** From now on the database is a record like any other. */
export async function endCopy(db: Db): Promise<void> {
  await db.deleteFrom('fact').where('name', '=', UNFINISHED_COPY).execute();
}

/** @throws DatabaseFaultError where the database has only a part of the record that is being copied into it */
export async function assertWholeCopy({ read, name }: Database): Promise<void> {
  const state = await copyStateOf(read);
  if (state === null) return;
  const { source } = state;
  throw new DatabaseFaultError({ kind: 'unfinished-copy', database: name ?? null, source });
}
