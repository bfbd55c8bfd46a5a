/** Drafts and screens that a press uses up. */
import { doneFromRow, doneToRow } from '../codec/done.js';
import { BUTTONS_WORK_MS, CAPS } from '../domain/caps.js';
import type { Done } from '../domain/done.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import type { Consumes, Pending } from './port/index.js';
import { parsedOr } from './rows.js';
import type { PendingRow, Db } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

function toPending({ state, done, ...row }: PendingRow): Pending {
  // The flow treats an unreadable state as expired.
  return { ...row, state: parsedOr(state, null), done: done === null ? null : doneFromRow(done) };
}

/** A draft or screen by its key; null once it was erased. */
export async function pendingOf(db: Db, key: string): Promise<Pending | null> {
  const row = await db.selectFrom('pending').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : toPending(row);
}

/** Uses up a press and keeps what it did. Returns false if it was used before or is erased. */
export async function finishIn(db: Db, key: string, done: Done): Promise<boolean> {
  const used = await db
    .updateTable('pending')
    .set({ done: doneToRow(done) })
    .where('key', '=', key)
    .where('done', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Why a press can't be used; null where it still can. */
async function spent(db: Db, press: string): Promise<Refusal | null> {
  const row = await db.selectFrom('pending').select('done').where('key', '=', press).executeTakeFirst();
  if (row === undefined) return { why: 'expired' };
  return row.done === null ? null : { why: 'already-pressed', done: doneFromRow(row.done) };
}

/**
 * Does `act` and uses up the press it consumes, in the transaction of `db`. A refusal of either has to roll both back.
 * `made` is the number or id of what the act made.
 */
export async function consuming<T>(
  db: Db,
  consumes: Consumes | undefined,
  act: () => Promise<Result<T>>,
  made: (value: T) => number,
): Promise<Result<T>> {
  if (consumes === undefined) return act();
  const before = await spent(db, consumes.press);
  if (before !== null) return refuse(before);
  const done = await act();
  if (!done.ok) return done;
  // PostgreSQL may let another transaction use it in between; the update then waits for that one and finds it used.
  if (await finishIn(db, consumes.press, consumes.done(made(done.value)))) return done;
  return refuse((await spent(db, consumes.press)) ?? { why: 'busy' });
}

/** Keeps a row; a used one stays used. Deletes rows that are too old and closes those beyond the limit. */
export async function keepIn(db: Db, pending: Pending): Promise<Result<null>> {
  await db
    .deleteFrom('pending')
    .where('created', '<', pending.created - BUTTONS_WORK_MS)
    .execute();
  const full = await makeRoom(db, pending);
  if (full !== null) return refuse(full);
  const done = pending.done === null ? null : doneToRow(pending.done);
  const row = { ...pending, state: JSON.stringify(pending.state), done };
  await db
    .insertInto('pending')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ state: row.state, done: row.done })
        .where('pending.done', 'is', null),
    )
    .execute();
  return ok(null);
}

async function openIn(db: Db, { guild }: Pending): Promise<number> {
  const { count } = await db
    .selectFrom('pending')
    .select((of) => of.fn.countAll().as('count'))
    .where('guild', '=', guild)
    .where('done', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The person's rows of a server, the newest first. */
async function rowsOf(db: Db, { guild, user }: Pending) {
  return db
    .selectFrom('pending')
    .select(['key', 'done'])
    .where('guild', '=', guild)
    .where('user', '=', user)
    .orderBy('created', 'desc')
    .orderBy('key')
    .execute();
}

const CLOSED = doneToRow({ kind: 'closed', max: CAPS.openPerPerson });

/** Closes the person's oldest open rows beyond the cap and deletes their oldest; why there is no room, or null. */
async function makeRoom(db: Db, pending: Pending): Promise<Refusal | null> {
  const rows = await rowsOf(db, pending);
  if (rows.some(({ key }) => key === pending.key)) return null;
  if ((await openIn(db, pending)) >= CAPS.openPerServer)
    return { why: 'server-full', of: 'previews', max: CAPS.openPerServer };
  const open = rows.filter(({ done }) => done === null).slice(CAPS.openPerPerson - 1);
  const old = rows.slice(CAPS.rowsPerPerson - 1);
  for (const { key } of open) {
    const closed = { state: 'null', done: CLOSED };
    await db.updateTable('pending').set(closed).where('key', '=', key).execute();
  }
  for (const { key } of old) await db.deleteFrom('pending').where('key', '=', key).execute();
  return null;
}

/** Deletes the rows of all servers whose buttons no longer work at `now`, the record's ms UTC. Returns how many. */
export async function erasePending(db: Db, now: RecordInstant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('pending')
    .where('created', '<', now - BUTTONS_WORK_MS)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The newest draft of a person in this flow that was neither saved nor cancelled; null if there is none. */
export async function unfinishedOf(
  db: Db,
  guild: string,
  user: string,
  flow: string,
): Promise<Pending | null> {
  const row = await db
    .selectFrom('pending')
    .selectAll()
    .where('guild', '=', guild)
    .where('user', '=', user)
    .where('flow', '=', flow)
    .where('done', 'is', null)
    .orderBy('created', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toPending(row);
}
