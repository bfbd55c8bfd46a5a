/** Erases whole servers, and keeps which servers the bot is no longer in. */
import { sql } from 'kysely';
import { DAY } from '../domain/durations.js';
import { KEPT_TABLES } from '../domain/kept-data.js';
import type { RecordInstant } from '../domain/instant.js';
import { ok, refuse } from '../domain/refusal.js';
import type { Database } from './database.js';
import { withGuildLock, withPressOrRefusal } from './guild-lock.js';
import type { DepartedServer, ErasedServer, ErasureStore } from './port/index.js';
import { rewriteIfDue, rewriteLater } from './rewrite.js';
import type { Db, Schema } from './schema.js';
import { inTransaction } from './transaction.js';

/** How long the rows of a server that the bot has left are kept. */
const GRACE_MS = 30 * DAY;

/** The tables with a column `guild`. */
const OF_SERVERS = Object.entries(KEPT_TABLES)
  .filter(([, { plain }]) => plain.split(' ').includes('guild'))
  .map(([name]) => name);

/** Where the key of a person can stand. */
const AUTHORED = ['entry', 'proposal', 'proposal_end', 'alias_log'] as const;
/** Where the Discord id of a person can stand. */
const ADDRESSED = [
  ['pending', 'user'],
  ['schedule', 'author'],
  ['closed', 'author'],
] as const satisfies readonly (readonly [keyof Schema, string])[];
/** A statement takes some thousands of values at most. */
const AT_ONCE = 500;

/** Keys of the people who did something on a server. */
async function peopleIn(db: Db, guild: string): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string | null }>`
    select ${sql.id('by')} as ${sql.id('key')} from entry where guild = ${guild}
    union select ${sql.id('by')} from alias_log where guild = ${guild}
    union select ${sql.id('by')} from proposal where guild = ${guild}
    union select proposal_end.${sql.id('by')} from proposal_end
      join proposal on proposal.id = proposal_end.proposal where proposal.guild = ${guild}
    union select person.${sql.id('key')} from person join (
      select ${sql.id('user')} from pending where guild = ${guild}
      union select author from schedule where guild = ${guild}
      union select author from closed where guild = ${guild}
    ) as acting on acting.${sql.id('user')} = person.${sql.id('user')}`.execute(db);
  return rows.flatMap(({ key }) => key ?? []);
}

/** Deletes those of these people who are named nowhere any more. Returns how many. */
async function deleteUnnamed(db: Db, keys: readonly string[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = sql.join(keys.slice(from, from + AT_ONCE));
    const authored = AUTHORED.map(
      (table) => sql`${sql.ref('key')} not in (select ${sql.id('by')} from ${sql.table(table)}
        where ${sql.id('by')} in (${some}))`,
    );
    const addressed = ADDRESSED.map(
      ([table, column]) => sql`not exists (select 1 from ${sql.table(table)}
        where ${sql.ref(`${table}.${column}`)} = person.${sql.id('user')})`,
    );
    const { numAffectedRows = 0n } = await sql`delete from person where ${sql.ref('key')} in (${some})
      and ${sql.join([...authored, ...addressed], sql` and `)}`.execute(db);
    count += Number(numAffectedRows);
  }
  return count;
}

/** What has no column for the server, and leads to it. */
async function deleteDependents(db: Db, guild: string): Promise<void> {
  const posts = sql`select id from delivery where guild = ${guild}`;
  const channels = ['delivery', 'board', 'schedule', 'closed', 'reminder_plan'].map(
    (table) => sql`select channel from ${sql.table(table)} where guild = ${guild}`,
  );
  await sql`delete from gathered where delivery in (${posts}) or leader in (${posts})`.execute(db);
  await sql`delete from pace where channel in (${sql.join(channels, sql` union `)})`.execute(db);
  await sql`delete from proposal_end where proposal in
    (select id from proposal where guild = ${guild})`.execute(db);
  // The name of a fact about one server ends with its id.
  await db.deleteFrom('fact').where('name', 'like', `% ${guild}`).execute();
}

async function countsOf(db: Db, guild: string) {
  const { rows } = await sql<{ ultimatums: number; entries: number }>`
    select count(distinct number) as ultimatums, count(*) as entries from entry where guild = ${guild}`.execute(
    db,
  );
  return { ultimatums: rows[0]?.ultimatums ?? 0, entries: rows[0]?.entries ?? 0 };
}

/** Deletes every row of a server, and the people who did nothing on another one. */
async function eraseIn(db: Db, { dialect }: Database, guild: string): Promise<ErasedServer> {
  await dialect.liftTimeLimit(db);
  const counts = await countsOf(db, guild);
  const keys = await peopleIn(db, guild);
  await db.insertInto('erasing').values({ guild }).execute();
  await deleteDependents(db, guild);
  for (const table of OF_SERVERS)
    await sql`delete from ${sql.table(table)} where guild = ${guild}`.execute(db);
  const people = await deleteUnnamed(db, keys);
  await rewriteLater(db);
  return { ...counts, people };
}

/** Uses up a press that is erased with everything else; false if it was used before. */
async function takePress(db: Db, press: string): Promise<boolean> {
  const row = db.deleteFrom('pending').where('key', '=', press).where('done', 'is', null);
  return (await row.executeTakeFirst()).numDeletedRows > 0n;
}

/** Lets the statements of work on many rows take as long as they need. */
export const unhurried = <T>(database: Database, work: () => Promise<T>): Promise<T> =>
  database.unhurried === undefined ? work() : database.unhurried(work);

/** The servers that the bot has left, the one to be erased first at the front. */
export async function departedIn(db: Db): Promise<readonly DepartedServer[]> {
  const rows = await db.selectFrom('departed').select(['guild', 'since']).orderBy('since').execute();
  return rows.map(({ guild, since }) => ({ guild, erasedAt: since + GRACE_MS }));
}

/** Every server of which a row is kept. */
export async function serversIn(db: Db): Promise<readonly string[]> {
  const tables = OF_SERVERS.filter((table) => table !== 'departed' && table !== 'erasing');
  const selects = tables.map((table) => sql`select guild from ${sql.table(table)}`);
  const { rows } = await sql<{ guild: string }>`${sql.join(selects, sql` union `)}`.execute(db);
  return rows.map(({ guild }) => guild);
}

/** Erases the servers of which Discord still said 30 days later that the bot is not there. Returns how many. */
export async function eraseDeparted(database: Database): Promise<number> {
  const due = await database.read
    .selectFrom('departed')
    .select('guild')
    .where((of) => of('confirmed', '>', of('since', '+', GRACE_MS)))
    .execute();
  for (const { guild } of due)
    await unhurried(database, () => withGuildLock(database)(guild, (db) => eraseIn(db, database, guild)));
  return due.length;
}

/** Notes that the bot is not in a server at `now`; since when stays as it was noted first. */
async function noteDepartedIn(db: Db, guild: string, now: RecordInstant): Promise<void> {
  const row = db.insertInto('departed').values({ guild, since: now, confirmed: now });
  await row.onConflict((conflict) => conflict.column('guild').doUpdateSet({ confirmed: now })).execute();
}

/** Erasing servers, on an engine. */
export function erasureOn(database: Database): ErasureStore {
  const { read } = database;
  const transact = inTransaction(database);
  return {
    async eraseServer(guild, press) {
      const erased = await unhurried(database, () =>
        withPressOrRefusal(database)(guild, async (db) => {
          const isFirst = press === undefined || (await takePress(db, press));
          return isFirst ? ok(await eraseIn(db, database, guild)) : refuse({ why: 'expired' });
        }),
      );
      database.file?.checkpoint();
      return erased;
    },
    rewriteFile: async () => void (await rewriteIfDue(database)),
    servers: () => serversIn(read),
    departed: () => departedIn(read),
    noteServers: (present, now) =>
      transact(async (db) => {
        const here = new Set(present);
        const known = new Set((await departedIn(db)).map(({ guild }) => guild));
        const back = [...known].filter((guild) => here.has(guild));
        const gone = (await serversIn(db)).filter((guild) => !here.has(guild));
        for (const guild of back) await db.deleteFrom('departed').where('guild', '=', guild).execute();
        for (const guild of gone) await noteDepartedIn(db, guild, now);
        return gone
          .filter((guild) => !known.has(guild))
          .map((guild) => ({ guild, erasedAt: now + GRACE_MS }));
      }),
    noteDeparted: (guild, now) => transact((db) => noteDepartedIn(db, guild, now)),
  };
}
