/** Writes down how claimed posts ended. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Dialect, ValueColumn } from './dialect/dialect.js';
import { failureToRow } from '../codec/failure.js';
import type { Delivery, PlannedDelivery } from '../domain/delivery.js';
import { upsert } from './outbox.js';
import type { Settlement } from './port/index.js';
import type { Db } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

/** How one claimed delivery ended. */
export interface Settled {
  readonly id: number;
  readonly settlement: Settlement;
  /** ms UTC of the record's clock. */
  readonly at: RecordInstant;
}

interface SettledColumns {
  readonly status: Delivery['status'];
  readonly message?: string | null;
  readonly failure?: string;
  readonly due?: RecordInstant;
}

function columnsOfSettlement(settlement: Settlement): SettledColumns {
  switch (settlement.kind) {
    case 'sent':
      return { status: 'sent', message: settlement.message };
    case 'skipped':
    case 'failed':
      return { status: settlement.kind, failure: failureToRow(settlement.reason) };
    case 'again':
      return { status: 'pending', due: settlement.due, failure: failureToRow(settlement.reason) };
  }
}

interface End {
  readonly id: number;
  readonly status: Delivery['status'];
  readonly message: string | null;
  readonly failure: string | null;
  readonly due: RecordInstant | null;
  readonly end: RecordInstant | null;
}

function endOf({ id, settlement, at }: Settled): End {
  const { status, message = null, failure = null, due = null } = columnsOfSettlement(settlement);
  return { id, status, message, failure, due, end: due === null ? at : null };
}

/** The ends as columns of one table, in the order in which `settleIn` reads them. */
function columnsOf(ends: readonly End[]): readonly ValueColumn[] {
  return [
    { type: 'bigint', values: ends.map(({ id }) => id) },
    { type: 'text', values: ends.map(({ status }) => status) },
    { type: 'text', values: ends.map(({ message }) => message) },
    { type: 'text', values: ends.map(({ failure }) => failure) },
    { type: 'bigint', values: ends.map(({ due }) => due) },
    { type: 'bigint', values: ends.map(({ end }) => end) },
  ];
}

/** Settles all rows with one statement. A row that is no longer claimed was settled by another process and stays as it is. */
export async function settleIn(db: Db, dialect: Dialect, settled: readonly Settled[]): Promise<void> {
  await sql`update delivery set status = ended.column2, lease = null, message = coalesce(ended.column3, message),
    failure = coalesce(ended.column4, failure), settled = ended.column6, due = coalesce(ended.column5, due),
    first_due = case when ended.column5 is null then first_due else coalesce(first_due, due) end
    from ${dialect.table('ended', columnsOf(settled.map(endOf)))}
    where delivery.id = ended.column1 and delivery.status = 'claimed'`.execute(db);
}

/** Settles all rows as `settleIn`, and plans what follows from those that were sent. */
export async function settleAndPlanIn(db: Db, dialect: Dialect, settled: readonly Settled[]): Promise<void> {
  await settleIn(db, dialect, settled);
  for (const { id, settlement } of settled) {
    const next = settlement.kind === 'sent' ? settlement.next : undefined;
    if (next !== undefined) await planAfter(db, id, next);
  }
}

/** Whether any of them is followed by another post. */
export const areFollowed = (settled: readonly Settled[]): boolean =>
  settled.some(({ settlement }) => settlement.kind === 'sent' && settlement.next !== undefined);

async function planAfter(db: Db, id: number, next: PlannedDelivery): Promise<void> {
  const row = await db.selectFrom('delivery').select('guild').where('id', '=', id).executeTakeFirst();
  if (row !== undefined) await upsert(db, row.guild, next);
}

/** A statement takes some ten thousand values at most. */
const AT_ONCE = 1000;

interface Waiting extends Settled {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes what is settled at about the same time together: each commit waits for the disk, and a burst of a thousand
 * posts would wait a thousand times. Every call is answered once its own row is on the disk. Where one of them cannot be
 * written the others are: by halves, until it stands alone.
 */
export function batchSettlements(
  write: (settled: readonly Settled[]) => Promise<void>,
  isExpected: (error: unknown) => boolean,
) {
  let waiting: Waiting[] = [];
  let writing = false;
  const settle = async (rows: readonly Waiting[]): Promise<void> => {
    try {
      await write(rows);
      for (const { done } of rows) done();
    } catch (error) {
      const half = Math.ceil(rows.length / 2);
      if (rows.length === 1 || isExpected(error)) {
        for (const { failed } of rows) failed(error);
        return;
      }
      await settle(rows.slice(0, half));
      await settle(rows.slice(half));
    }
  };
  const flush = async () => {
    await yieldToEventLoop();
    const now = waiting;
    [waiting, writing] = [[], false];
    for (let from = 0; from < now.length; from += AT_ONCE) await settle(now.slice(from, from + AT_ONCE));
  };
  return (id: number, settlement: Settlement, at: RecordInstant): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ id, settlement, at, done, failed });
      if (writing) return;
      writing = true;
      void flush();
    });
}
