/** What is measured in the rows themselves. */
import { sql } from 'kysely';
import type { RecordInstant, WallInstant } from '../domain/instant.js';
import type { Database } from './database.js';
import type { GaugeStore } from './port/index.js';

const US_IN_MS = 1000;

/** Gauges on an engine. */
export function gaugesOn({ read, dialect }: Database): GaugeStore {
  return {
    async duePosts(now: RecordInstant) {
      const row = await read
        .selectFrom('delivery')
        .select(read.fn.countAll<number>().as('count'))
        .where('status', '=', 'pending')
        .where('due', '<=', now)
        .executeTakeFirst();
      return row?.count ?? 0;
    },
    async budgetAhead(wallNow: WallInstant) {
      const { rows } = await sql<{ ahead: number }>`select free - ${dialect.now(wallNow)} as ahead
        from budget where name = 'send'`.execute(read);
      return Math.max(0, rows[0]?.ahead ?? 0) / US_IN_MS;
    },
  };
}
