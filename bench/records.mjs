/** A record of 100,000 ultimatums on both engines: what is counted of an issuer and of all, the list, and the search. */
import { sql } from 'kysely';
import { figuresOf } from '../dist/src/domain/figures/record.js';
import { storeOn } from '../dist/src/store/index.js';
import { openPostgres } from '../dist/src/store/postgres.js';
import { openSqlite } from '../dist/src/store/sqlite.js';
import { hasPostgres, postgresDatabase, sqliteFile } from './databases.mjs';
import { used } from './processor.mjs';
import { NOW, seedClosed } from './seed.mjs';
import { ms, percentiles, row, skipped } from './table.mjs';

const GUILD = '100000000000000001';
/** Recorded by the product's own decisions; the others are copies of their rows under other numbers. */
const SEEDED = 1000;
const TABLES = ['entry', 'ultimatum', 'term', 'case_figure'];
/** Keeps how many there are of them. */
const COUNTS = 'state_count';
const WARM_UP = 5;
const ROUNDS = 30;
const MARK = '≤ 100 ms, all ≤ 200 ms';

async function multiply({ write }, copies) {
  for (const table of TABLES) {
    const first = await write.selectFrom(table).selectAll().limit(1).executeTakeFirst();
    const columns = Object.keys(first).filter((name) => name !== 'number');
    const same = sql.join(columns.map((name) => sql.ref(name)));
    for (let copy = 1; copy < copies; copy += 1)
      await sql`insert into ${sql.table(table)} (number, ${same})
        select number + ${sql.lit(copy * SEEDED)}, ${same} from ${sql.table(table)} where number <= ${sql.lit(SEEDED)}`.execute(
        write,
      );
  }
  await write
    .updateTable(COUNTS)
    .set((of) => ({ count: of('count', '*', copies) }))
    .execute();
}

/** `clock`: that of the processor where the database runs in this process, else that of the wall. */
async function timed(act, clock) {
  const samples = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = clock();
    await act(round);
    if (round >= WARM_UP) samples.push(clock() - start);
  }
  return percentiles(samples).p50;
}

async function measure(name, database, total) {
  const clock = name === 'SQLite' ? used : () => performance.now();
  const store = await storeOn(database);
  await seedClosed(store, GUILD, SEEDED);
  await multiply(database, total / SEEDED);
  // What a database in use does by itself sooner or later.
  await (name === 'SQLite' ? sql`analyze` : sql`vacuum analyze`).execute(database.write);
  const of = `${total.toLocaleString('en')} ultimatums on ${name}`;
  const counted = async (issuer) => figuresOf(await store.issuerCases(GUILD, issuer), NOW);
  const { cases } = await counted('Issuer 7');
  const { cases: many } = await counted('Busy');
  const one = await timed(() => counted('Issuer 7'), clock);
  const busy = await timed(() => counted('Busy'), clock);
  const all = await timed(() => store.leaderboard(GUILD, NOW), clock);
  const list = await timed((round) => store.list(GUILD, { limit: 8, offset: round * 8 }), clock);
  const search = await timed((round) => store.list(GUILD, { text: `stop thing ${round}`, limit: 8 }), clock);
  const common = await timed(() => store.list(GUILD, { text: 'stop thing', limit: 8 }), clock);
  row(`figures of an issuer with ${cases} of ${of}`, ms(one), 'counted from rows', '≤ 100 ms', one <= 100);
  row(`figures of an issuer with ${many} of ${of}`, ms(busy), 'counted from rows', '≤ 100 ms', busy <= 100);
  row(`figures of every issuer of ${of}`, ms(all), 'summed by the database', '≤ 200 ms', all <= 200);
  row(`a page of the list of ${of}`, ms(list), 'by its index', '≤ 10 ms', list <= 10);
  row(`three words found in ${of}`, ms(search), 'by its index', '≤ 10 ms', search <= 10);
  row(`two words that each of ${of} has`, ms(common), 'counted up to 1,000', '≤ 10 ms', common <= 10);
  await store.close();
}

/** On SQLite and, where there is one, on PostgreSQL. */
export async function records({ quick }) {
  const total = quick ? 10_000 : 100_000;
  await measure('SQLite', openSqlite(sqliteFile('records.db').slice('sqlite:'.length)), total);
  if (!hasPostgres) return skipped('figures on PostgreSQL', 'no PostgreSQL on 127.0.0.1', MARK);
  const url = await postgresDatabase('records');
  await measure(
    'PostgreSQL',
    openPostgres(url, () => undefined),
    total,
  );
}
