import type { Wire } from '../../src/discord/wire.js';
import type { Database } from '../../src/store/database.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Breakage } from './orders.js';

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
      for (const { guild, number } of claimed) if (number !== null) await this.entries(guild, number);
      return claimed;
    },
  };
}

export function brokenStore(store: Store, broken: Breakage | null): Store {
  if (broken === 'delete before send') return settledBeforeSent(store);
  return broken === 'stale reads' ? staleReads(store) : store;
}

type PostOptions = Parameters<Wire['post']>[1];

function unsigned(options: PostOptions): NonNullable<PostOptions> {
  const body: unknown = options?.body;
  return { ...options, body: { ...Object(body), nonce: undefined, enforce_nonce: undefined } };
}

/** Messages as they would be read back if no button carried a marker. */
function unmarked(read: unknown): unknown {
  return Array.isArray(read)
    ? read.map((message: unknown) => ({ ...Object(message), components: [] }))
    : read;
}

export function brokenWire(wire: Wire, broken: Breakage | null): Wire {
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
