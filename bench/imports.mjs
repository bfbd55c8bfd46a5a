/** A table of 10,000 ultimatums with their history: imported by a host, and through Discord while the bot answers others. */
import { writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { startLocalDiscord } from '../dist/src/playground/index.js';
import { openStore } from '../dist/src/store/index.js';
import { EVERY_MS, guilds, PEOPLE, startChild } from './answers.mjs';
import { told } from './children.mjs';
import { hasPostgres, postgresDatabase, sqliteFile } from './databases.mjs';
import { used } from './processor.mjs';
import { seedUltimatums } from './seed.mjs';
import { ms, percentiles, row, skipped, times } from './table.mjs';
import { setTimeout as wait } from 'node:timers/promises';

const MB = 1024 * 1024;
const DAY = 86_400_000;
const GUILD = '100000000000000001';
const MARK_S = 60;
const MARK_MB = 200;
/** On record before the import through Discord. */
const SEEDED = 200;

const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);
const mb = (bytes) => `${(bytes / MB).toFixed(0)} MB`;
const seconds = (value) => `${(value / 1000).toFixed(1)} s`;

/** Each is recorded, moved once, and has an outcome. */
function table(count) {
  const head =
    'Number;Issuer;Target;Demand;Threat;Deadline;Stated;Source;Compliance;Follow-through;Acted;Note;Grade';
  const lines = Array.from({ length: count }, (_, at) => {
    const stated = Date.UTC(1990, 0, 1) + (at % 9000) * DAY;
    const same = `C${at};Issuer ${at % 500};Target ${at % 700};stop doing thing ${at};severe measures`;
    const [first, second, acted] = [20, 40, 45].map((days) => dayOf(stated + days * DAY));
    const source = (of) => `https://example.com/${of}/${at}`;
    return [
      `${same};${first};${dayOf(stated)};${source('first')};;;;;record`,
      `${same};${second};${dayOf(stated + 10 * DAY)};${source('second')};none;full;${acted};note ${at};record`,
    ].join('\n');
  });
  return `${head}\n${lines.join('\n')}\n`;
}

/** The very rows of the entries, written by better-sqlite3 alone into a table of its own: one transaction. */
function bareInsert(url) {
  const from = new Sqlite(url.slice('sqlite:'.length), { readonly: true });
  const rows = from.prepare('select * from entry').raw().all();
  from.close();
  const to = new Sqlite(sqliteFile('bare.db').slice('sqlite:'.length));
  to.pragma('journal_mode = wal');
  to.pragma('synchronous = full');
  to.exec('create table entry (a, b, c, d, e, f, g, h, i, primary key (a, b, c))');
  const insert = to.prepare('insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const begun = used();
  to.transaction(() => rows.forEach((one) => insert.run(one)))();
  const took = used() - begun;
  to.close();
  return { took, rows: rows.length };
}

async function byHost(name, url, { file, count }, bare) {
  const { code, cpu, ms: took, rss } = await told('import-child.mjs', file, GUILD, url);
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  const peer = bare ?? bareInsert(url);
  const all = `${count.toLocaleString('en')} ultimatums with their history`;
  const beside = `better-sqlite3 alone ${ms(peer.took)} for their ${peer.rows.toLocaleString('en')} entries: ${times(cpu / peer.took)}`;
  row(
    `${all} imported by a host, ${name}`,
    `${seconds(cpu)} of the processor, ${seconds(took)} in all`,
    beside,
    `≤ ${MARK_S} s`,
    took <= MARK_S * 1000,
  );
  row('the most memory it had', mb(rss), 'the whole process', `≤ ${MARK_MB} MB`, rss <= MARK_MB * MB);
  return peer;
}

/** Answers one after the other until `isOver`, at the pace of the others. */
async function answered(people, isOver) {
  const samples = [];
  for (let index = 0; !isOver(samples.length); index += 1) {
    const ana = people[index % people.length];
    const start = performance.now();
    await ana.type('/ultimatum show', { ultimatum: `U-${1 + (index % SEEDED)}` }).done;
    const took = performance.now() - start;
    samples.push(took);
    if (took < EVERY_MS) await wait(EVERY_MS - took);
  }
  return percentiles(samples);
}

async function throughDiscord({ text, count }) {
  const discord = await startLocalDiscord({ guilds, limits: 'off' });
  const url = sqliteFile('imports.db');
  const [guild] = discord.world.guilds.values();
  const store = await openStore(url, () => undefined);
  await seedUltimatums(store, guild.id, SEEDED);
  await store.close();
  const bot = await startChild('bot', discord, url);
  const [manager, ...people] = PEOPLE.map((name) => discord.as(name, 'general'));
  await answered(people, (had) => had >= 1000);
  const alone = await answered(people, (had) => had >= 400);
  const before = (await bot.ask('memory')).rss;
  const meanwhile = async (doing) => {
    let over = false;
    const ending = doing.finally(() => (over = true));
    const found = await answered(people, () => over);
    return { answer: await ending, ...found };
  };
  const begun = performance.now();
  await manager.type('/data import').done;
  const form = manager.submit({
    'Record (JSON) or table (CSV), at most 10 MB': [manager.upload('t.csv', text)],
  });
  const dry = await meanwhile(form.done);
  if (!dry.answer.text().includes(' new')) throw new Error(dry.answer.text());
  const run = await meanwhile(manager.press(dry.answer, 'Import').done);
  if (!run.answer.text().includes('Nothing was announced')) throw new Error(run.answer.text());
  const took = performance.now() - begun;
  const more = (await bot.ask('memory')).rss - before;
  await bot.stop();
  await discord.close();
  row(
    `${count.toLocaleString('en')} ultimatums imported through Discord, the bot answering`,
    seconds(took),
    `100 others a second ask for /ultimatum show`,
    `≤ ${MARK_S} s`,
    took <= MARK_S * 1000,
  );
  row(
    'the memory it takes',
    `+${mb(more)}`,
    `the bot before ${mb(before)}`,
    `≤ +${MARK_MB} MB`,
    more <= MARK_MB * MB,
  );
  for (const { what, p99 } of [
    { what: 'reads the file', p99: dry.p99 },
    { what: 'records it', p99: run.p99 },
  ])
    row(
      `/ultimatum show while it ${what}, p99`,
      ms(p99),
      `without it ${ms(alone.p99)}: ${times(p99 / alone.p99)}`,
      '≤ 2 ×',
      p99 <= 2 * alone.p99,
    );
}

/** By a host on both engines, and through Discord on SQLite. */
export async function imports({ quick }) {
  const count = quick ? 1000 : 10_000;
  const text = table(count);
  const file = sqliteFile('table.csv').slice('sqlite:'.length);
  writeFileSync(file, text);
  const bare = await byHost('SQLite', sqliteFile('imported.db'), { file, count }, null);
  if (hasPostgres) await byHost('PostgreSQL', await postgresDatabase('imports'), { file, count }, bare);
  else skipped('the same on PostgreSQL', 'no PostgreSQL on 127.0.0.1', `≤ ${MARK_S} s`);
  await throughDiscord({ text, count });
}
