import { sql } from 'kysely';
import type { Engine } from '../../migrations/index.js';
import type { Queries } from './schema.js';
import type { Slots } from './spread.js';

/** Below what Discord allows: its window slides, and requests bunch up a little on their way. */
const OF_THE_LIMIT = 0.96;
/** Time that was left idle this recently is made up for; more, and a sliding second would hold too many. */
const TOLERANCE_US = 20_000;
/** How far ahead a claim may reach: what is more urgent and comes later waits no longer than this. */
export const HORIZON_MS = 400;

const US = 1000;

const gapOf = (perSecond: number) => Math.round(1_000_000 / (perSecond * OF_THE_LIMIT));

/** The one account of all processes, at an instant of its own clock; both in microseconds. */
export interface Account {
  readonly now: number;
  /** The first instant that is not given away yet. */
  readonly free: number;
}

const beginOf = ({ now, free }: Account) => Math.max(free, now - TOLERANCE_US);

/** The instants that may be given away at once, at most `most`, ms of the account's clock. */
export function slotsOf(account: Account, perSecond: number, most: number): Slots {
  const [gap, begin] = [gapOf(perSecond), beginOf(account)];
  const room = Math.floor((account.now + HORIZON_MS * US - begin) / gap) + 1;
  const count = Math.max(0, Math.min(most, room));
  return Array.from({ length: count }, (_, index) => Math.max(account.now, begin + index * gap) / US);
}

/** The account from now on nobody else's until the end of the transaction; on PostgreSQL on the database's own time. */
export async function accountIn(db: Queries, engine: Engine, real: number): Promise<Account> {
  const { rows } =
    engine === 'sqlite'
      ? await sql<Account>`select free, ${Math.round(real * US)} as now from budget where name = 'send'`.execute(
          db,
        )
      : await sql<Account>`with mine as materialized (select free from budget where name = 'send' for update)
          select free, ${DATABASE_NOW} as now from mine`.execute(db);
  const [account] = rows;
  if (account === undefined) throw new Error('The send budget is missing from the database.');
  return account;
}

const DATABASE_NOW = sql<number>`cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)`;

/** Gives the next `count` instants away. */
export async function spendIn(
  db: Queries,
  account: Account,
  perSecond: number,
  count: number,
): Promise<void> {
  const free = beginOf(account) + count * gapOf(perSecond);
  await db.updateTable('budget').set({ free }).where('name', '=', 'send').execute();
}

/** Gives one more instant away, however far ahead it is; both ms of the account's clock. */
export async function takeIn(
  db: Queries,
  engine: Engine,
  perSecond: number,
  real: number,
): Promise<{ readonly at: number; readonly now: number }> {
  const account = await accountIn(db, engine, real);
  await spendIn(db, account, perSecond, 1);
  return { at: Math.max(account.now, beginOf(account)) / US, now: account.now / US };
}

/** Gives nothing away for the next `ms`: Discord said that it was too much. */
export async function restIn(db: Queries, engine: Engine, ms: number, real: number): Promise<void> {
  const { now, free } = await accountIn(db, engine, real);
  const rested = Math.max(free, now + Math.round(ms * US));
  await db.updateTable('budget').set({ free: rested }).where('name', '=', 'send').execute();
}
