/** Keeps how many ultimatums a server shows in each state, so that no total has to be counted. */
import { sql } from 'kysely';
import type { State } from '../domain/state.js';
import type { ListFilter } from './port/index.js';
import { NO_DATE, type Subject } from './rows.js';
import type { Db, UltimatumRow } from './schema.js';

/** What decides where a row of the list is counted. */
type CountedRow = Pick<UltimatumRow, 'state' | 'sort' | 'hidden'>;

/** So many more, or fewer, in a state. */
interface CountStep {
  readonly state: State;
  readonly undated: number;
  readonly count: number;
}

/** What the row of an ultimatum says so far; undefined where there is none. Read it in the transaction that writes it. */
export const listedOf = (db: Db, { guild, number }: Subject): Promise<CountedRow | undefined> =>
  db
    .selectFrom('ultimatum')
    .select(['state', 'sort', 'hidden'])
    .where('guild', '=', guild)
    .where('number', '=', number)
    .executeTakeFirst();

/** Counts rows of the list of a server: those of `gone` no longer, those of `added` from now on. */
export async function recount(
  db: Db,
  guild: string,
  gone: readonly CountedRow[],
  added: readonly CountedRow[],
): Promise<void> {
  const steps = stepsOf(gone, added);
  if (steps.length === 0) return;
  await db
    .insertInto('state_count')
    .values(steps.map((step) => ({ guild, ...step })))
    .onConflict((conflict) =>
      conflict
        .columns(['guild', 'state', 'undated'])
        .doUpdateSet({ count: sql`state_count.count + excluded.count` }),
    )
    .execute();
}

function stepsOf(gone: readonly CountedRow[], added: readonly CountedRow[]): readonly CountStep[] {
  const steps = new Map<string, CountStep>();
  const step = ({ state, sort, hidden }: CountedRow, by: number) => {
    if (hidden === 1) return;
    const undated = sort === NO_DATE ? 1 : 0;
    const key = `${state} ${undated}`;
    steps.set(key, { state, undated, count: (steps.get(key)?.count ?? 0) + by });
  };
  for (const row of gone) step(row, -1);
  for (const row of added) step(row, 1);
  return [...steps.values()].filter(({ count }) => count !== 0);
}

/** How many a server shows in each state, with a date and without; none of zero. */
export async function stateCountsOf(db: Db, guild: string) {
  const rows = await db
    .selectFrom('state_count')
    .select(['state', 'undated', 'count'])
    .where('guild', '=', guild)
    .where('count', '>', 0)
    .execute();
  return rows.map((row) => ({ ...row, undated: row.undated === 1 }));
}

/** How many a server shows of these states, with a date or without, as far as that is asked. */
export async function shownOf(
  db: Db,
  guild: string,
  { states, undated }: Pick<ListFilter, 'states' | 'undated'>,
): Promise<number> {
  const counts = await stateCountsOf(db, guild);
  return counts
    .filter(({ state }) => states?.includes(state) ?? true)
    .filter((one) => undated === undefined || one.undated === undated)
    .reduce((sum, { count }) => sum + count, 0);
}
