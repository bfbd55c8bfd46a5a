import { CompiledQuery, sql } from 'kysely';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';

/** One real database for many seeds, each with a server of its own. */
export interface Cellar {
  readonly store: Store;
  /** Empties what the beat looks at; entries cannot be deleted, and are another server's. */
  clear(): Promise<void>;
  /** For a strategy that is broken on purpose: reminders that were cancelled wait again. */
  uncancel(): Promise<void>;
  /** The same: a proposal ends as accepted, and nothing is recorded. */
  accept(proposal: number, by: string, now: number): Promise<void>;
  /**
   * When the beat has something to do, the record's ms UTC, and what is claimed: until when by the real clock, and when
   * it was due by the record's.
   */
  due(): Promise<{
    readonly record: number;
    readonly claimed: readonly { readonly lease: number; readonly due: number }[];
  }>;
}

const EMPTIED = [
  'delivery',
  'ultimatum',
  'schedule',
  'reminder_plan',
  'settings',
  'term',
  'name',
  'fact',
  'closed',
  'pace',
  'board',
  'gathered',
  'set_aside',
  'pending',
  'replan',
  'proposal_news',
  'proposal_end',
  'proposal',
  'link',
  'public_page',
  'departed',
  'erasing',
  'scheduled_event',
];

/** Proposals are told apart by their server too, but `/review` of one reads those of all. */
const GUARDS = ['proposal_no_delete', 'proposal_end_no_delete'];

const DUE = CompiledQuery.raw(`select null as lease, min(due) as due from (
  select min(due) as due from delivery where status = 'pending'
  union all select min(passing) from ultimatum where passing is not null
  union all select min(next) from schedule where status = 'running')
union all select lease, due from delivery where status = 'claimed'`);

// Asked after nearly every step, so it is one text that is made once.
async function dueOf({ write }: Database) {
  const { rows } = await write.executeQuery<{ lease: number | null; due: number | null }>(DUE);
  const claimed = rows.flatMap(({ lease, due }) => (lease === null || due === null ? [] : [{ lease, due }]));
  return { record: rows.find(({ lease }) => lease === null)?.due ?? Infinity, claimed };
}

export async function openCellar(): Promise<Cellar> {
  const database = openSqlite(':memory:');
  const store = await storeOn(database);
  for (const guard of GUARDS) await sql`drop trigger ${sql.id(guard)}`.execute(database.write);
  return {
    store,
    async clear() {
      // Numbers begin again, so that a seed is the same story alone and among others.
      for (const table of [...EMPTIED, 'sqlite_sequence'])
        await sql`delete from ${sql.table(table)}`.execute(database.write);
      await sql`update budget set free = 0`.execute(database.write);
    },
    async uncancel() {
      await sql`update delivery set status = 'pending' where status = 'cancelled' and kind = 'milestone'`.execute(
        database.write,
      );
    },
    async accept(proposal, by, now) {
      const end = { proposal, status: 'accepted', reason: null, by, recorded: now } as const;
      await database.write.insertInto('proposal_end').values(end).execute();
    },
    due: () => dueOf(database),
  };
}
