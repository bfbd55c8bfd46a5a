/** Rows that are set aside until they are tried again. */
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { failureFromRow, failureToRow } from '../codec/failure.js';
import type { BeatStage } from '../domain/database-fault.js';
import type { Poisoned, SetAside } from './port/index.js';
import type { Db, SetAsideRow } from './schema.js';
import { DAY, MINUTE } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

/** A minute, four, sixteen, up to a day. */
const pauseAfter = (tries: number) => Math.min(DAY, MINUTE * 4 ** Math.min(tries, 9));

export const EXPIRING: readonly BeatStage[] = ['expire'];
export const FIRING: readonly BeatStage[] = ['fire'];
export const POSTING: readonly BeatStage[] = ['claim', 'send', 'boards'];

/** Selects item and mark of the rows that are set aside. They are few and are read once for a statement. */
export const asideOf = (stages: readonly BeatStage[]): RawBuilder<unknown> =>
  sql`(select item, mark from set_aside where waiting = 1 and stage in (${sql.join(stages.map((one) => sql.lit(one)))}))`;

/** As `asideOf`, for items that are numbered separately in each server. */
export const asideInServers = (stages: readonly BeatStage[]): RawBuilder<unknown> =>
  sql`(select guild, item, mark from set_aside where waiting = 1 and stage in (${sql.join(stages.map((one) => sql.lit(one)))}))`;

function toSetAside({ waiting: _waiting, told, ...row }: Selectable<SetAsideRow>): SetAside {
  return { ...row, reason: failureFromRow(row.reason), told: told !== 0 };
}

function at(db: Db, { stage, guild, item }: Pick<SetAside, 'stage' | 'guild' | 'item'>) {
  return db
    .selectFrom('set_aside')
    .selectAll()
    .where('stage', '=', stage)
    .where('guild', '=', guild)
    .where('item', '=', item);
}

/** The mark that identifies a row until it changes; null if the row is gone. */
export async function markOf(db: Db, { stage, item, mark }: Poisoned): Promise<number | null> {
  if (mark !== undefined || !POSTING.includes(stage)) return mark ?? null;
  const row = await db.selectFrom('delivery').select('due').where('id', '=', item).executeTakeFirst();
  return row?.due ?? null;
}

/** Notes that a row is set aside, without touching the row: its damage must not prevent the note. */
export async function setAsideIn(
  db: Db,
  { now, ...poisoned }: Poisoned & { readonly mark: number },
): Promise<SetAside> {
  const before = await at(db, poisoned).executeTakeFirst();
  const reason = failureToRow(poisoned.reason);
  const same = before?.mark === poisoned.mark && before.reason === reason;
  const tries = before?.mark === poisoned.mark ? before.tries : 0;
  const row = {
    ...poisoned,
    reason,
    since: same ? before.since : now,
    tries: tries + 1,
    until: now + pauseAfter(tries),
    waiting: 1,
    told: same ? before.told : 0,
  };
  await db
    .insertInto('set_aside')
    .values(row)
    .onConflict((conflict) => conflict.columns(['stage', 'guild', 'item']).doUpdateSet(row))
    .execute();
  return toSetAside(row);
}

/** Writes the reason into the row itself: why a post waits, or why a countdown has stopped. */
export async function markIn(db: Db, { stage, item, mark, reason }: SetAside): Promise<void> {
  const why = failureToRow(reason);
  if (stage === 'fire') {
    await db
      .updateTable('schedule')
      .set({ status: 'broken', broken: why })
      .where('id', '=', item)
      .where('next', '=', mark)
      .where('status', 'in', ['running', 'broken'])
      .execute();
  } else if (stage !== 'expire') {
    await db
      .updateTable('delivery')
      .set({ status: 'pending', lease: null, failure: why })
      .where('id', '=', item)
      .where('status', 'in', ['pending', 'claimed'])
      .execute();
  }
}

/** Marks a row that is set aside as told, so that nobody is told of it again. */
export async function toldAsideIn(
  db: Db,
  { stage, guild, item }: Pick<SetAside, 'stage' | 'guild' | 'item'>,
): Promise<void> {
  await db
    .updateTable('set_aside')
    .set({ told: 1 })
    .where('stage', '=', stage)
    .where('guild', '=', guild)
    .where('item', '=', item)
    .execute();
}

/** Whether any pause is over, so that an ordinary beat writes nothing. */
export async function isRetryDue(db: Db, now: RecordInstant | null): Promise<boolean> {
  const rows = db.selectFrom('set_aside').select('item').where('waiting', '=', 1).limit(1);
  return (await (now === null ? rows : rows.where('until', '<=', now)).executeTakeFirst()) !== undefined;
}

/** Retries what is due: a countdown runs again if its channel is open. Notes older than two days are deleted. */
export async function retryIn(db: Db, now: RecordInstant | null): Promise<void> {
  const due = sql<boolean>`waiting = 1 and until <= ${now ?? Number.MAX_SAFE_INTEGER}`;
  await sql`update schedule set status = 'running', broken = null where status = 'broken'
    and (id, next) in (select item, mark from set_aside where stage = 'fire' and ${due})
    and not exists (select 1 from closed where closed.guild = schedule.guild and closed.channel = schedule.channel)`.execute(
    db,
  );
  if (now !== null) {
    await db
      .deleteFrom('set_aside')
      .where('waiting', '=', 0)
      .where('until', '<', now - 2 * DAY)
      .execute();
  }
  await db.updateTable('set_aside').set({ waiting: 0 }).where(due).execute();
}

/** Selects the notes whose rows still exist and have not changed since they were set aside. */
function standing(db: Db) {
  return db
    .selectFrom('set_aside')
    .selectAll()
    .where('waiting', '=', 1)
    .where(
      sql<boolean>`case
      when stage = 'expire' then exists (select 1 from ultimatum
        where ultimatum.guild = set_aside.guild and number = item and passing = mark)
      when stage = 'fire' then exists (select 1 from schedule
        where id = item and next = mark and status in ('running', 'broken'))
      else exists (select 1 from delivery where id = item and due = mark and status in ('pending', 'claimed')) end`,
    )
    .orderBy('since')
    .orderBy('item');
}

/** What is set aside in a server, or anywhere where `guild` is null; longest first, at most 1,000. */
export async function asidesOf(db: Db, guild: string | null): Promise<readonly SetAside[]> {
  const rows = standing(db);
  return (await (guild === null ? rows : rows.where('guild', '=', guild)).limit(1000).execute()).map(
    toSetAside,
  );
}
