/** An import is killed by SIGKILL, by its host's command and through Discord: it is whole or not there, and goes on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { projectPath } from '../../src/paths.js';
import { DEMO_GUILD, startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { CLI, MAIN, start } from '../house/process.js';
import { GUILD, instant } from '../store/founding.js';
import { importInto, planOf } from '../support/import.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';

const LONG = 300_000;
const NOW = instant('2027-07-01T00:00:00Z');
const CHANNEL = '200000000000000001';
/** More than two batches. */
const COUNT = 25;
const TABLE = [
  'Number,Issuer,Target,Demand,Deadline,Stated',
  ...Array.from({ length: COUNT }, (_, at) => `${at},A ${at},B,leave,${1950 + at}-09-02,${1950 + at}-07-14`),
].join('\n');

interface Death {
  readonly statement: string;
  readonly nth: number;
  readonly when: 'inside' | 'committed';
}

/** What dies with it, and whether the import was decided by then. */
const DEATHS: readonly (readonly [string, Death, boolean])[] = [
  ['while rows are kept aside', { statement: 'insert into "import_row"', nth: 1, when: 'committed' }, false],
  ['while it is decided', { statement: 'update "import" set', nth: 1, when: 'inside' }, false],
  ['once it is decided', { statement: 'update "import" set', nth: 1, when: 'committed' }, true],
  ['within a batch', { statement: 'insert into "term"', nth: 2, when: 'inside' }, true],
  ['between two batches', { statement: 'insert into "term"', nth: 1, when: 'committed' }, true],
  ['while it is ended', { statement: 'update "import" set', nth: 2, when: 'inside' }, true],
];
const named = (...names: readonly string[]) => DEATHS.filter(([name]) => names.includes(name));

const DIES = ['--require', projectPath('test', 'kill', 'die-at.cjs')];
const open = (url: string) => openStore(url, () => undefined);

async function setUp(url: string, guild: string): Promise<void> {
  const store = await open(url);
  await store.saveSettings({ ...defaultSettings(guild), announcements: CHANNEL }, NOW);
  await store.close();
}

/** Nothing is there twice, nothing half, and nobody hears of it. */
async function expectWhole(store: Store, guild: string): Promise<void> {
  const { rows, total } = await store.list(guild, { limit: 100 });
  expect(total.count).toBe(COUNT);
  expect(new Set(rows.map(({ issuers }) => issuers[0]))).toHaveProperty('size', COUNT);
  for (const { number } of rows) {
    const kinds = (await store.entries(guild, number)).map(({ event }) => event.kind);
    expect(kinds).toEqual(['recorded', 'passed']);
  }
  expect((await store.list(guild, { limit: 1, text: `A ${COUNT - 1}` })).total.count).toBe(1);
  expect(await store.importedToReview(guild)).toHaveLength(COUNT);
  const posts = await store.deliveries(guild, { limit: 50 });
  expect(posts.filter(({ post }) => post.kind === 'announcement' || post.kind === 'passed')).toEqual([]);
}

/** Whoever is dead keeps a shard for its lease: until that is over nobody answers. */
async function answered<T>(press: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await press();
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

/** A place for a database, on each engine. */
const sqlite = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  const drop = async () => rmSync(folder, { recursive: true, force: true });
  return Promise.resolve({ url: `sqlite:${join(folder, 'a.db')}`, drop });
};

const ENGINES = [
  ['on SQLite', sqlite, DEATHS.slice(0, 5), named('within a batch', 'between two batches'), false],
  [
    `on PostgreSQL ${onPostgres}`,
    newDatabase,
    named('while it is decided', 'while it is ended'),
    named('within a batch'),
    SERVER === undefined,
  ],
] as const;

describe.each(ENGINES)('an import that is killed %s', (_, place, byHost, throughDiscord, isSkipped) => {
  let database: Awaited<ReturnType<typeof sqlite>>;
  beforeEach(async () => {
    if (!isSkipped) database = await place();
  });
  afterEach(() => (isSkipped ? undefined : database.drop()));

  it.skipIf(isSkipped).each(byHost)(
    'by its host, %s',
    async (_name, death, isDecided) => {
      const { url } = database;
      const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
      const file = join(folder, 't.csv');
      writeFileSync(file, TABLE);
      await setUp(url, GUILD);
      const env = { DATABASE_URL: url, DIE_AT: JSON.stringify(death) };
      const run = start(env, [...DIES, CLI, 'import', file, '--server', GUILD]);
      await run.ended;
      rmSync(folder, { recursive: true, force: true });
      expect([run.child.signalCode, run.output()]).toEqual(['SIGKILL', '']);
      const store = await open(url);
      try {
        expect((await store.list(GUILD, { limit: 1 })).total.count).toBe(isDecided ? COUNT : 0);
        const again = { guild: GUILD, text: TABLE, now: NOW, zone: 'UTC' };
        if (!isDecided) await importInto(store, again);
        expect(await planOf(store, again)).toMatchObject({ fresh: [], there: { length: COUNT } });
        await expectWhole(store, GUILD);
      } finally {
        await store.close();
      }
    },
    LONG,
  );

  describe('through Discord', () => {
    let discord: LocalDiscord;
    beforeAll(async () => {
      discord = await startLocalDiscord({ guilds: [DEMO_GUILD] });
    });
    afterAll(() => discord.close());

    const bot = (env: Readonly<Record<string, string>>, args: readonly string[]) =>
      start(
        {
          DATABASE_URL: database.url,
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          PORT: '0',
          ...env,
        },
        [...args, MAIN],
      );

    it.skipIf(isSkipped).each(throughDiscord)(
      '%s',
      async (_name, death) => {
        const guild = discord.world.channel('ultimatums').guildId ?? '';
        await setUp(database.url, guild);
        const dying = bot({ DIE_AT: JSON.stringify(death) }, DIES);
        await dying.said(/ready/);
        const mod = discord.as('Mod', 'ultimatums');
        await mod.type('/data import').done;
        const file = mod.upload('t.csv', TABLE);
        const asked = await mod.submit({ 'Record (JSON) or table (CSV), at most 10 MB': [file] }).done;
        mod.press(asked, 'Import').done.catch(() => undefined);
        await dying.ended;
        expect(dying.child.signalCode).toBe('SIGKILL');
        const next = bot({}, []);
        await next.said(/ready/);
        const pressed = await answered(() => mod.press(asked, 'Import').done);
        expect(pressed.text()).toContain(`used already. Imported ${COUNT} ultimatums.`);
        next.child.kill('SIGTERM');
        await next.ended;
        const store = await open(database.url);
        try {
          await expectWhole(store, guild);
        } finally {
          await store.close();
        }
      },
      LONG,
    );
  });
});
