/** The log of posts. */
import { sql } from 'kysely';
import { LATE_MS, type Delivery, type LogShown } from '../domain/delivery.js';
import { scheduleIn } from '../codec/post.js';
import { toDelivery } from './rows.js';
import type { Db } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

interface LogQuery {
  readonly shown: LogShown;
  readonly channel?: string;
  readonly now: RecordInstant;
  readonly limit: number;
  readonly offset: number;
}

function ofServer(db: Db, guild: string, channel: string | undefined) {
  const query = db.selectFrom('delivery').selectAll().where('guild', '=', guild);
  return channel === undefined ? query : query.where('channel', '=', channel);
}

async function waiting(db: Db, guild: string, { channel, now, limit, offset }: LogQuery) {
  return ofServer(db, guild, channel)
    .where('status', '=', 'pending')
    .where((of) => of.or([of('due', '<=', now), of('attempts', '>', 0)]))
    .orderBy('due', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

async function settled(db: Db, guild: string, { shown, channel, limit, offset }: LogQuery) {
  let query = ofServer(db, guild, channel).where('settled', 'is not', null);
  if (shown === 'posted' || shown === 'late') query = query.where('status', '=', 'sent');
  if (shown === 'skipped' || shown === 'failed') query = query.where('status', '=', shown);
  if (shown === 'late') query = query.where(sql`settled - coalesce(first_due, due)`, '>=', LATE_MS);
  return query.orderBy('settled', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute();
}

/** One page of the delivery log, as `look` asks for it. */
export async function logOf(db: Db, guild: string, look: LogQuery): Promise<readonly Delivery[]> {
  const rows = await (look.shown === 'waiting' ? waiting(db, guild, look) : settled(db, guild, look));
  return rows.map(toDelivery);
}

/** When the newest digest of each countdown was posted, by its id; what was planned and not posted does not count. */
export async function digestsPostedOf(db: Db, guild: string): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('delivery')
    .select(['subject', sql<number>`max(coalesce(settled, due))`.as('posted')])
    .where('guild', '=', guild)
    .where('number', 'is', null)
    .where('kind', '=', 'digest')
    .where('status', '=', 'sent')
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, posted }) => [scheduleIn(subject), posted]));
}
