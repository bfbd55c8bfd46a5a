import { sql } from 'kysely';
import type { Engine } from '../../migrations/index.js';
import { defaultSettings, type Schedule } from '../../src/domain/guild.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Notice } from '../../src/scheduler/set-aside.js';
import type { ClaimLoopOptions } from '../../src/scheduler/claim-loop.js';
import { GUILD } from '../store/founding.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, SERVER } from '../support/postgres.js';
import { daily, IS_MUTATED, SECOND, START, watching, type Watching } from './watching.js';
import { valueOf } from '../support/result.js';

export const HOME = 'home';
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** The statements that make every update of rows of which `condition` holds fail. */
const POISON: Record<Engine, (table: string, condition: string) => readonly string[]> = {
  sqlite: (table, condition) => [
    `create trigger poison before update on ${table} when ${condition}
      begin select raise(abort, 'poisoned'); end`,
  ],
  postgres: (table, condition) => [
    `create function poison() returns trigger language plpgsql as
      $$ begin raise 'poisoned'; end $$`,
    `create trigger poison before update on ${table} for each row when (${condition})
      execute function poison()`,
  ],
};

type Opening = () => Promise<{ readonly tower: Watching; readonly drop?: () => Promise<void> }>;

async function onServer() {
  const { url, drop } = await newDatabase();
  return { tower: await watching(openPostgres(url, () => undefined)), drop };
}

const ON_SQLITE = ['SQLite', async () => ({ tower: await watching(openSqlite(':memory:')) })] as const;

const ON_POSTGRES: readonly [string, Opening] =
  SERVER === undefined
    ? ['PGlite', async () => ({ tower: await watching(openPglite()) })]
    : ['PostgreSQL', onServer];

/** Changes of the scheduler are tried on SQLite alone, which is twenty times as fast. */
export const ENGINES: readonly (readonly [string, Opening])[] = IS_MUTATED
  ? [ON_SQLITE]
  : [ON_SQLITE, ON_POSTGRES];

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
    schedule: async (more: Partial<Schedule> = {}) => valueOf(await tower.store.addSchedule(daily(more))),
    /** Whatever is written to rows of which `condition` holds fails. */
    async poison(table: string, condition: string): Promise<void> {
      const { dialect, write } = tower.database;
      for (const statement of POISON[dialect.engine](table, condition))
        await sql.raw(statement).execute(write);
    },
    async close() {
      await tower.store.close();
      await drop?.();
    },
  };
}

export type Poisonable = Awaited<ReturnType<typeof poisonable>>;
