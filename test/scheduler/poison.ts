import { sql } from 'kysely';
import { defaultSettings, type Schedule } from '../../src/domain/guild.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Notice } from '../../src/scheduler/set-aside.js';
import type { ClaimLoopOptions } from '../../src/scheduler/claim-loop.js';
import { GUILD } from '../store/founding.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, SERVER } from '../support/postgres.js';
import { SECOND, START, watching, type Watching } from './watching.js';
import { valueOf } from '../support/result.js';

export const HOME = 'home';
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

type Opening = () => Promise<{ readonly tower: Watching; readonly drop?: () => Promise<void> }>;

async function onServer() {
  const { url, drop } = await newDatabase();
  return { tower: await watching(openPostgres(url, () => undefined)), drop };
}

export const ENGINES: readonly (readonly [string, Opening])[] = [
  ['SQLite', async () => ({ tower: await watching(openSqlite(':memory:')) })],
  SERVER === undefined
    ? ['PGlite', async () => ({ tower: await watching(openPglite()) })]
    : ['PostgreSQL', onServer],
];

/** A beat, and ways to poison what it works on. */
export async function poisonable(opening: Opening) {
  const { tower, drop } = await opening();
  const clock = { now: START };
  const told: Notice[] = [];
  await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: HOME }, 0);
  const tell = (notice: Notice) => {
    told.push(notice);
    return Promise.resolve(true);
  };
  return {
    tower,
    clock,
    told,
    /** Its beats end although they sleep: what they wait for may take the database a while. */
    beatWith(more: Partial<ClaimLoopOptions> = {}) {
      const beat = tower.beatWith({ now: () => clock.now, tell, ...more });
      return { ...beat, beat: () => tower.time.until(beat.beat()) };
    },
    schedule: async (more: Partial<Schedule> = {}) =>
      valueOf(
        await tower.store.addSchedule({
          guild: GUILD,
          channel: 'c1',
          cron: '0 4 * * *',
          zone: 'UTC',
          scope: { kind: 'all' },
          author: '5',
          status: 'running',
          broken: null,
          next: START,
          last: null,
          ...more,
        }),
      ),
    /** Whatever is written to rows of which `condition` holds fails. */
    async poison(table: string, condition: string): Promise<void> {
      const { engine, write } = tower.database;
      const [begin, end] =
        engine === 'sqlite'
          ? ['', "begin select raise(abort, 'poisoned'); end"]
          : ['for each row', 'execute function poison()'];
      const when = engine === 'sqlite' ? condition : `(${condition})`;
      if (engine === 'postgres')
        await sql`create function poison() returns trigger language plpgsql as
          $$ begin raise 'poisoned'; end $$`.execute(write);
      await sql
        .raw(`create trigger poison before update on ${table} ${begin} when ${when} ${end}`)
        .execute(write);
    },
    async close() {
      await tower.store.close();
      await drop?.();
    },
  };
}

export type Poisonable = Awaited<ReturnType<typeof poisonable>>;
