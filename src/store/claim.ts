import { sql, type RawBuilder } from 'kysely';
import type { Engine } from '../../migrations/index.js';
import { DELIVERY_KINDS, type Delivery } from '../domain/delivery.js';
import { toDelivery } from './rows.js';
import type { DeliveryRow, Queries } from './schema.js';

export interface Claim {
  readonly now: number;
  readonly real: number;
  readonly leaseUntil: number;
  readonly limit: number;
}

/**
 * The due rows, taken in one statement: dead claims first, then kind by kind, the soonest first. Each kind begins at its
 * own place of the index, so what lies in the future costs nothing, however much it is.
 */
export async function claimIn(db: Queries, engine: Engine, claim: Claim): Promise<readonly Delivery[]> {
  const { now, real, leaseUntil, limit } = claim;
  // Several workers of PostgreSQL pass over each other's rows; SQLite lets one write at a time.
  const mine = engine === 'postgres' ? sql`for update skip locked` : sql``;
  const dead = sql`select id from delivery
    where status = 'claimed' and lease <= ${real} order by lease limit ${limit} ${mine}`;
  const due = [...DELIVERY_KINDS.keys()].map(
    (rank) => sql`select id from delivery
      where status = 'pending' and rank = ${sql.lit(rank)} and due <= ${now} order by due limit ${limit} ${mine}`,
  );
  const { rows } = await sql<DeliveryRow & { id: number }>`
    with picked as materialized (select id from (${each([dead, ...due])}) as candidate limit ${limit})
    update delivery set status = 'claimed', lease = ${leaseUntil}, attempts = attempts + 1,
      attempted = coalesce(attempted, ${real})
    where id in (select id from picked) returning *`.execute(db);
  return rows.toSorted((a, b) => a.rank - b.rank || a.due - b.due || a.id - b.id).map(toDelivery);
}

function each(selects: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const parts = selects.map((select, index) => sql`select id from (${select}) as ${sql.id(`part${index}`)}`);
  return sql.join(parts, sql` union all `);
}
