/** `migrate-store` as a host types it: to another file and, where there is a server, to PostgreSQL. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { CLI, start } from '../house/process.js';
import { ANA, BEN, fill, ISSUER, OTHER, record, STATED } from '../store/filled.js';
import { GUILD } from '../store/founding.js';
import { openFile } from '../support/database-fault.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { releasedFile } from '../support/released.js';

let folder: string;
let path: string;
let from: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
  from = `sqlite:${path}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => start({}, [CLI, 'migrate-store', ...args]);
async function move(...args: readonly string[]) {
  const moving = run(...args);
  return { code: await moving.ended, output: moving.output() };
}

/** Two servers with a row in nearly every table; the first has `more` ultimatums beside. */
async function fillFile(more = 0): Promise<void> {
  const store = await openFile(path);
  await fill(store, GUILD, ANA, ISSUER);
  await fill(store, OTHER, BEN, 'Ruritania');
  for (let made = 0; made < more; made += 1) await record(store, GUILD, 'someone', ISSUER, ` ${made}`);
  await store.close();
}

/** What `export` writes of a server, without when. */
async function exported(databaseUrl: string, guild: string): Promise<string> {
  const out = join(folder, `${guild}.json`);
  rmSync(out, { force: true });
  const exporting = start({ DATABASE_URL: databaseUrl }, [CLI, 'export', '--server', guild, '--out', out]);
  expect([await exporting.ended, exporting.output()]).toEqual([0, expect.stringContaining('Exported')]);
  return readFileSync(out, 'utf8').replace(/"exported":"[^"]*"/, '');
}

const toFile = () =>
  Promise.resolve({ url: `sqlite:${join(folder, 'new', 'b.db')}`, drop: () => Promise.resolve() });

describe.each([
  ['a file', toFile, false],
  [`PostgreSQL ${onPostgres}`, newDatabase, SERVER === undefined],
])('npx ultimatum migrate-store, to %s', (_name, empty, skipped) => {
  let to: string;
  let drop: () => Promise<void> = () => Promise.resolve();
  beforeEach(async () => {
    if (!skipped) ({ url: to, drop } = await empty());
  });
  afterEach(() => drop());

  it.skipIf(skipped)('copies the record, of which every export is the same byte for byte', async () => {
    await fillFile();
    const before = readFileSync(path);
    const { code, output } = await move('--from', from, '--to', to);
    expect(output).toMatch(
      /Copied the record of .*a\.db to .*: 2 servers, \d+ rows\.\n.*are the same in both\./,
    );
    expect(output).toContain('copying entry: 4 of 4 rows');
    expect(code).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
    for (const guild of [GUILD, OTHER]) expect(await exported(to, guild)).toBe(await exported(from, guild));
  });

  it.skipIf(skipped)('finishes after a SIGKILL what it began, and no bot starts before', async () => {
    await fillFile(300);
    const killed = run('--from', from, '--to', to);
    await killed.said(/^copying entry: 304 of 304/m);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const early = start({ DATABASE_URL: to, DISCORD_TOKEN: 'x' });
    expect([await early.ended, early.output()]).toEqual([
      78,
      expect.stringMatching(
        /has only a part of the record of .*a\.db: a move was interrupted\. Run the same/,
      ),
    ]);
    const again = await move('--from', from, '--to', to, '--json');
    const line = again.output.split('\n').find((one) => one.startsWith('{')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ continued: true, servers: 2, from: path });
    expect(await exported(to, GUILD)).toBe(await exported(from, GUILD));
  });

  it.skipIf(skipped)('refuses a target with a record, and leaves it as it is', async () => {
    await fillFile();
    expect((await move('--from', from, '--to', to)).code).toBe(0);
    const again = await move('--from', from, '--to', to);
    expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/b\.db|_test_/) });
    expect(again.output).toMatch(/is not empty: its table \w+ has rows\./);
  });

  it.skipIf(skipped)('refuses while a bot has either of the two open', async () => {
    await fillFile();
    const target = await openStore(to, () => undefined, { shared: true });
    const busy = await move('--from', from, '--to', to);
    expect(busy).toMatchObject({
      code: 1,
      output: expect.stringMatching(/Stop (it|all of its processes) first/),
    });
    await target.close();
    const source = await openFile(path);
    const held = await move('--from', from, '--to', to);
    expect(held).toMatchObject({ code: 1, output: expect.stringContaining('Stop it first.') });
    await source.close();
  });
});

describe('npx ultimatum migrate-store', () => {
  const to = () => `sqlite:${join(folder, 'b.db')}`;

  it('says what is missing or wrong in what was typed', async () => {
    expect(await move('--from', from)).toMatchObject({
      code: 64,
      output: expect.stringContaining('--to is missing'),
    });
    const wrong = await move('--from', 'a.db', '--to', to());
    expect(wrong).toMatchObject({ code: 64, output: expect.stringContaining('--from is not a database') });
    expect(await move('--from', from, '--to', from)).toMatchObject({ code: 64 });
  });

  it('refuses a source that is not there, of another program, damaged or of another release', async () => {
    const refused = async () => (await move('--from', from, '--to', to())).output;
    expect(await refused()).toContain('There is no record at');
    writeFileSync(
      path,
      'a letter to my aunt, which is long enough to be no header of a database at all, dear aunt',
    );
    expect(await refused()).toContain('is not a SQLite database');
    rmSync(path);
    releasedFile(path);
    expect(await refused()).toContain(
      'Start this release of the bot on it once, stop it, and move the record then.',
    );
    rmSync(path);
    await fillFile();
    const whole = join(folder, 'whole.db');
    copyFileSync(path, whole);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, bytes.length - 30_000, bytes.length - 4000);
    writeFileSync(path, bytes);
    expect(await refused()).toMatch(/damaged/);
    copyFileSync(whole, path);
    const later = new Sqlite(path);
    later.exec("insert into kysely_migration (name, timestamp) values ('9999_later', '')");
    later.close();
    expect(await refused()).toContain('was made by a newer release');
  });

  it('moves a backup without touching its file', async () => {
    await fillFile();
    const backup = join(folder, 'backup.db');
    const made = start({ DATABASE_URL: from }, [CLI, 'backup', backup]);
    expect(await made.ended).toBe(0);
    const before = readFileSync(backup);
    expect((await move('--from', `sqlite:${backup}`, '--to', to())).code).toBe(0);
    expect(readFileSync(backup).equals(before)).toBe(true);
    const store = await openFile(join(folder, 'b.db'));
    expect((await store.servers()).toSorted()).toEqual([GUILD, OTHER]);
    await record(store, GUILD, 'someone', ISSUER);
    expect(await store.ultimatum(GUILD, 3)).toMatchObject({ recorded: STATED });
    await store.close();
  });
});
