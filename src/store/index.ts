import { setImmediate as breath } from 'node:timers/promises';
import type { Database } from './database.js';
import * as issuers from './issuers.js';
import { changeIn, entriesOf, planAgain } from './ledger.js';
import { reopenIn } from './closed.js';
import { foldOrNull } from '../domain/fold.js';
import { migrate } from './migrate.js';
import * as people from './people.js';
import type { PeopleStore, RecordStore, ServerStore, Store } from './port.js';
import { openPostgres } from './postgres.js';
import { postingOn } from './posting.js';
import { listOf, namesOf } from './search.js';
import * as server from './server.js';
import { showingOn } from './showing.js';
import { openSqlite } from './sqlite.js';
import { refusable, transact } from './transact.js';
import { takeTurn, turns } from './turn.js';

const SQLITE = 'sqlite:';

/** Whether only one process may have this store open. */
export const isAlone = (url: string): boolean => url.startsWith(SQLITE);

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date.
 * @throws a sentence when another process has the file open.
 */
export async function openStore(url: string, log: (error: Error) => void): Promise<Store> {
  const database = isAlone(url) ? openSqlite(url.slice(SQLITE.length)) : openPostgres(url, log);
  return storeOn(database);
}

/** The store on an engine that is already open; tests bring PGlite. */
export async function storeOn(database: Database): Promise<Store> {
  await migrate(database);
  return {
    ...recordOn(database),
    ...serverOn(database),
    ...showingOn(database),
    ...peopleOn(database),
    ...postingOn(database),
    close: () => database.close(),
  };
}

function recordOn(database: Database): RecordStore {
  const { read, engine } = database;
  const inOne = refusable(database);
  return {
    change: (guild, number, decide, changing) =>
      inOne(async (db) => {
        await takeTurn(db, engine, guild);
        return changeIn(db, guild, number, decide, changing);
      }),
    entries: (guild, number) => entriesOf(read, { guild, number }),
    ultimatum: async (guild, number) => foldOrNull(await entriesOf(read, { guild, number })),
    list: (guild, filter) => listOf(read, guild, filter),
    names: (guild, field, text, limit) => namesOf(read, guild, field, text, limit),
  };
}

/**
 * Plans again what runs, a few at a time. Killed in between, what was set was not answered, and whoever sets it again
 * plans the rest.
 */
const planning = (database: Database) => async (guild: string, now: number) => {
  for (let last: number | null = 0; last !== null; await breath()) {
    const from: number = last;
    last = await turns(database)(guild, (db) => planAgain(db, guild, from, now));
  }
};

function serverOn(database: Database): ServerStore {
  const { read } = database;
  const inOne = transact(database);
  const inTurn = turns(database);
  const planAll = planning(database);
  return {
    settings: (guild) => server.settingsOf(read, guild),
    saveSettings: async (settings, now) => {
      const { guild } = settings;
      await inTurn(guild, async (db) => {
        await server.writeSettings(db, settings);
        await server.cancelNudges(db, guild, now);
      });
      await planAll(guild, now);
    },
    ladders: (guild) => server.laddersOf(read, guild),
    saveLadder: async (guild, ladder, now) => {
      await inTurn(guild, async (db) => {
        await server.writeLadder(db, guild, ladder);
        await reopenIn(db, guild, ladder.channel);
      });
      await planAll(guild, now);
    },
    schedules: (guild) => server.schedulesOf(read, guild),
    addSchedule: (schedule) =>
      inOne(async (db) => {
        await reopenIn(db, schedule.guild, schedule.channel);
        return server.insertSchedule(db, schedule);
      }),
    saveSchedule: (schedule) =>
      inOne(async (db) => {
        const saved = await server.updateSchedule(db, schedule);
        // Whoever starts a countdown again has made sure that it can post.
        if (schedule.status === 'running') await reopenIn(db, schedule.guild, schedule.channel);
        return saved;
      }),
    removeSchedule: (guild, id) => inOne((db) => server.deleteSchedule(db, guild, id)),
    issuer: (guild, name) => issuers.issuerOf(read, guild, name),
    issuers: (guild) => issuers.issuersOf(read, guild),
    addAlias: (guild, alias, name, by, now) =>
      inOne((db) => issuers.aliasIn(db, { guild, alias, name, by, recorded: now })),
    issuerZone: (guild, issuer) => issuers.zoneOf(read, guild, issuer),
  };
}

function peopleOn(database: Database): PeopleStore {
  const { read } = database;
  const inOne = transact(database);
  return {
    person: async (user, seen) =>
      (await people.knownAs(read, user, seen)) ?? inOne((db) => people.personOf(db, user, seen)),
    people: (keys) => people.peopleOf(read, keys),
    forget: (user) => inOne((db) => people.forgetIn(db, user)),
    savePending: (pending) => inOne((db) => people.writePending(db, pending)),
    pending: (key) => people.pendingOf(read, key),
    finishPending: (key, done) => inOne((db) => people.finishIn(db, key, done)),
    unfinished: (guild, user, flow) => people.unfinishedOf(read, guild, user, flow),
    propose: (proposal) => inOne((db) => people.proposeIn(db, proposal)),
    proposals: (guild, status) => people.proposalsOf(read, guild, status),
    proposal: (guild, id) => people.proposalOf(read, guild, id),
    endProposal: (guild, id, status, reason, by, now) =>
      inOne(async (db) => {
        const known = await people.proposalOf(db, guild, id);
        if (known?.status !== 'proposed') return false;
        await people.endProposalIn(db, { proposal: id, status, reason, by, recorded: now });
        return true;
      }),
    fact: async (name) => {
      const row = await read.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
    saveFact: (name, value) =>
      inOne(async (db) => {
        const row = { name, value };
        await db
          .insertInto('fact')
          .values(row)
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      }),
  };
}
