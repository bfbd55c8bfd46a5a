import type { RestClient } from '../../src/discord/rest-client.js';
import type { SetupRows } from '../../src/domain/guild.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';
import type { Database } from '../../src/store/database.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Consumes, Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { textDone } from '../support/done.js';
import type { Breakage } from './orders.js';
import { numberOf } from '../../src/domain/post.js';

const SQLITE = 'sqlite:';

export const fileOf = (databaseUrl: string): string | null =>
  databaseUrl.startsWith(SQLITE) ? databaseUrl.slice(SQLITE.length) : null;

export function openEngine(databaseUrl: string, broken: Breakage | null): Database {
  const path = fileOf(databaseUrl);
  if (path === null) return openPostgres(databaseUrl, () => undefined);
  return openSqlite(path, broken === 'deferred begin' ? { begin: 'deferred' } : {});
}

/** Settles what it claims before anything was sent: the order of a queue that deletes first. */
function settledBeforeSent(store: Store): Store {
  return {
    ...store,
    async claim(wanted) {
      const claimed = await store.claim(wanted);
      for (const { id } of claimed) await store.settle(id, { kind: 'sent', message: null }, wanted.now);
      return claimed;
    },
  };
}

/** Remembers each record as it was first read. */
function staleReads(store: Store): Store {
  const known = new Map<string, ReturnType<Store['entries']>>();
  return {
    ...store,
    entries(guild, number) {
      const key = `${guild} ${number}`;
      const first = known.get(key) ?? store.entries(guild, number);
      known.set(key, first);
      return first;
    },
    async claim(wanted) {
      const claimed = await store.claim(wanted);
      for (const { guild, post } of claimed) {
        const number = numberOf(post);
        if (number !== null) await this.entries(guild, number);
      }
      return claimed;
    },
  };
}

async function setUpInPieces(store: Store, rows: SetupRows, now: number): Promise<Result<null>> {
  const { settings, reminderPlan, board, schedule } = rows;
  await store.saveSettings(settings, now);
  if (reminderPlan !== null) await store.saveReminderPlan(settings.guild, reminderPlan, now);
  if (board !== null) await store.setBoard(settings.guild, board, now);
  if (schedule !== null) await store.addSchedule(schedule);
  return ok(null);
}

/** What the first press said while it was being saved. */
const SAVING = 'The first press is saving it.';

/** Uses up a press or a proposal in a transaction of its own, and does what it asks for in the next one. */
function consumedBeforeActs(store: Store, { write }: Database): Store {
  async function consume(consumes: Consumes | undefined): Promise<Result<null>> {
    const first = consumes === undefined || (await store.finishPending(consumes.press, textDone(SAVING)));
    return first ? ok(null) : refuse({ why: 'already-pressed', done: textDone(SAVING) });
  }
  async function then<T>(consumes: Consumes | undefined, act: () => Promise<Result<T>>): Promise<Result<T>> {
    const consumed = await consume(consumes);
    return consumed.ok ? act() : consumed;
  }
  return {
    ...store,
    change: (guild, number, decide, { consumes, ...options }) =>
      then(consumes, () => store.change(guild, number, decide, options)),
    propose: (proposal, consumes) => then(consumes, () => store.propose(proposal)),
    addSchedule: (schedule, consumes) => then(consumes, () => store.addSchedule(schedule)),
    saveSchedule: (schedule, consumes) => then(consumes, () => store.saveSchedule(schedule)),
    addAliases: (aliases, consumes) => then(consumes, () => store.addAliases(aliases)),
    savePending: (pending, replaces) => then(replaces, () => store.savePending(pending)),
    setUp: (rows, now, consumes) => then(consumes, () => setUpInPieces(store, rows, now)),
    async acceptProposal(guild, id, by, decide, options) {
      const proposal = await store.proposal(guild, id);
      if (proposal?.status !== 'proposed') return refuse({ why: 'already-pressed', done: textDone(SAVING) });
      const end = { proposal: id, status: 'accepted', reason: null, by, recorded: options.now } as const;
      await write.insertInto('proposal_end').values(end).execute();
      return store.change(guild, proposal.number, decide, options);
    },
  };
}

export function brokenStore(store: Store, database: Database, broken: Breakage | null): Store {
  if (broken === 'delete before send') return settledBeforeSent(store);
  if (broken === 'consume before act') return consumedBeforeActs(store, database);
  return broken === 'stale reads' ? staleReads(store) : store;
}

type PostOptions = Parameters<RestClient['post']>[1];

function unsigned(options: PostOptions): NonNullable<PostOptions> {
  const body: unknown = options?.body;
  return { ...options, body: { ...Object(body), nonce: undefined, enforce_nonce: undefined } };
}

/** Messages and events as they would be read back if no button and no description carried a marker. */
function unmarked(read: unknown): unknown {
  return Array.isArray(read)
    ? read.map((message: unknown) => ({ ...Object(message), components: [], description: null }))
    : read;
}

export function brokenWire(wire: RestClient, broken: Breakage | null): RestClient {
  const [noNonce, noMarker] = [broken === 'no nonce', broken === 'no marker'];
  return {
    get: async (route, options) => {
      const read = await wire.get(route, options);
      return noMarker ? unmarked(read) : read;
    },
    post: (route, options) => wire.post(route, noNonce ? unsigned(options) : options),
    patch: (route, options) => wire.patch(route, options),
    put: (route, options) => wire.put(route, options),
    delete: (route, options) => wire.delete(route, options),
  };
}

/** The last entry a person saw, as the decision is told it; without it nobody notices what came since. */
export const seenOf = (seen: number, broken: Breakage | null) =>
  broken === 'no sequence check' ? {} : { seen };
