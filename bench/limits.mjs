/**
 * `npm run bench:limits`: what 100, 10,000 and 1,000,000 servers need, by arithmetic on rows and speeds that are measured here, and
 * when the last post of a morning goes out. Prints the tables of `docs/scaling.md`.
 */
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { openStore } from '../dist/src/store/index.js';
import { dropDatabases, fill, hasPostgres, postgresDatabase, sqliteFile } from './databases.mjs';
import { seedRecord } from './seed.mjs';
import { speedsOf } from './speeds.mjs';

const SERVERS = [100, 10_000, 1_000_000];
const MEASURED = { ultimatums: 500, posts: 20_000 };

/** What is assumed of a server; nothing here is measured. */
const ASSUMED = { ultimatumsAYear: 50, postsADay: 3 };

/** Discord's limits, by its documentation. */
const DISCORD = {
  postsASecond: 48,
  serversAShard: 1000,
  mostAShard: 2500,
  startsADay: 1000,
  keptBack: 0.05,
  identifyMs: 5000,
};

/**
 * Parts of the servers by the hour of UTC at which it is 09:00 there: rough shares of the people on the net, by offsets of
 * UTC from -10 to +12, in hours. An assumption; the largest of them decides.
 */
const PARTS = Object.entries({
  '-10': 0.2, '-8': 5, '-7': 2, '-6': 7, '-5': 9, '-4': 2, '-3': 5, 0: 4, 1: 13, 2: 8, 3: 9, 4: 1, 5: 3,
  5.5: 12, 6: 2, 7: 6, 8: 8, 9: 3, 10: 0.6, 12: 0.2,
}).map(([offset, part]) => ({ at: (9 - Number(offset) + 24) % 24, part })); // prettier-ignore

const OF_RECORD = ['entry', 'ultimatum', 'name', 'term', 'case_figure', 'link'];
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const size = (bytes) => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);
const number = (value) => Math.round(value).toLocaleString('en-US');
const time = (seconds) =>
  seconds < 90
    ? `${seconds.toFixed(0)} s`
    : seconds < 5400
      ? `${(seconds / 60).toFixed(0)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

async function filled(url) {
  const store = await openStore(url, () => undefined);
  await seedRecord(store, '1', MEASURED.ultimatums);
  await store.close();
  await fill(url, { count: MEASURED.posts, due: 0 });
}

/** Ids as long as Discord's, and rows as they are once they were posted. */
const POSTED = `update delivery set guild = '1394369321337192518', message = '1394369321337192519', status = 'sent',
  nonce = substr('a2f07d9be1c94d3e8f65' || nonce, 1, 24), attempts = 1, attempted = 1754400000000, settled = 1754400000000`;

/** Bytes of a table with its indexes, by its name. */
async function onPostgres() {
  const url = await postgresDatabase('limits');
  await filled(url);
  const client = new Client(url);
  await client.connect();
  await client.query(POSTED);
  await client.query('vacuum full');
  const { rows } = await client.query(
    "select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class where relkind = 'r'",
  );
  await client.end();
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

async function onSqlite() {
  const url = sqliteFile('limits.db');
  await filled(url);
  const database = new Sqlite(url.slice('sqlite:'.length));
  database.exec(POSTED);
  database.exec('vacuum');
  const tables = database.prepare(
    'select m.tbl_name as name, sum(s.pgsize) as bytes from dbstat s join sqlite_master m on m.name = s.name group by 1',
  );
  const rows = tables.all();
  database.close();
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

function perRow(bytes) {
  const record = OF_RECORD.reduce((sum, table) => sum + (bytes.get(table) ?? 0), 0);
  return { ultimatum: record / MEASURED.ultimatums, post: bytes.get('delivery') / MEASURED.posts };
}

/**
 * Servers of which each has a countdown at 09:00, second by second: one process plans at its speed, and what is planned is
 * sent as fast as Discord and claiming allow. Answers how long it takes at most, s, from 09:00 to the last plan and to the
 * last post of those that were due.
 */
function morning(servers, { plans, settles }) {
  const sends = Math.min(DISCORD.postsASecond, settles);
  const day = 24 * 3600;
  const dueAt = new Map();
  for (const { at, part } of PARTS) {
    const second = Math.round(at * 3600);
    dueAt.set(second, (dueAt.get(second) ?? 0) + (servers * part) / 100);
  }
  let [unplanned, unsent, toPlan, toSend] = [0, 0, 0, 0];
  for (let second = 0; second < 2 * day; second += 1) {
    unplanned += second < day ? (dueAt.get(second) ?? 0) : 0;
    const planned = Math.min(unplanned, plans);
    unplanned -= planned;
    unsent = Math.max(0, unsent + planned - sends);
    toPlan = Math.max(toPlan, unplanned / plans);
    toSend = Math.max(toSend, (unplanned + unsent) / sends);
  }
  return { toPlan, toSend, busy: servers / sends };
}

function needs(servers, { ultimatum, post }, speeds) {
  const shards = Math.ceil(servers / DISCORD.serversAShard);
  const [ultimatums, posts] = [servers * ASSUMED.ultimatumsAYear, servers * ASSUMED.postsADay];
  const { toPlan, toSend, busy } = morning(servers, speeds);
  return {
    servers: number(servers),
    'shards (least)': `${number(shards)} (${number(Math.ceil(servers / DISCORD.mostAShard))})`,
    'all identified, one at a time': time(((shards - 1) * DISCORD.identifyMs) / 1000),
    'of 1,000 starts a day': number(shards),
    'posts a day': number(posts),
    'of a day sending': `${((posts / DISCORD.postsASecond / 86_400) * 100).toFixed(1)} %`,
    'record, a year': size(ultimatums * ultimatum),
    'posts, a year': size(posts * 365 * post),
    'row versions a day': number(posts * 3),
    'countdowns of 09:00: sending': time(busy),
    'the last of the largest part is planned after': time(toPlan),
    'and sent after': time(toSend),
    'claiming and settling a day’s posts, one process': time(posts / speeds.settles),
  };
}

const EMPTY = { SQLite: (name) => sqliteFile(`${name}.db`), PostgreSQL: (name) => postgresDatabase(name) };
const engines = { SQLite: onSqlite, ...(hasPostgres ? { PostgreSQL: onPostgres } : {}) };
try {
  let [rows, speeds] = [null, null];
  for (const [engine, measure] of Object.entries(engines)) {
    rows = perRow(await measure());
    speeds = await speedsOf(await EMPTY[engine]('planning'), await EMPTY[engine]('settling'));
    console.log(`${engine}: an ultimatum ${kB(rows.ultimatum)}, a post ${kB(rows.post)}, with all indexes`);
    const { plans, settles } = speeds;
    console.log(
      `  one process plans ${number(plans)} countdowns, or claims and settles ${number(settles)} posts a second`,
    );
  }
  const all = SERVERS.map((servers) => needs(servers, rows, speeds));
  for (const what of Object.keys(all[0]))
    console.log(`| ${what} | ${all.map((one) => one[what]).join(' | ')} |`);
  const largest = Math.max(...PARTS.map(({ part }) => part)) / 100;
  const tenMinutes = 600 * DISCORD.postsASecond;
  console.log(`09:00 within ten minutes: up to ${number(tenMinutes)} servers in one time zone,`);
  console.log(`  ${number(tenMinutes / largest)} over the world as assumed`);
  const wholeDay = (DISCORD.postsASecond * 86_400) / ASSUMED.postsADay;
  console.log(`a day's posts within a day: up to ${number(wholeDay)} servers`);
  const starts = DISCORD.startsADay * (1 - DISCORD.keptBack) * DISCORD.serversAShard;
  console.log(`one start of all shards on one day: up to ${number(starts)} servers`);
  console.log(`a second start of all shards on one day: up to ${number(starts / 2)} servers`);
} finally {
  await dropDatabases();
}
