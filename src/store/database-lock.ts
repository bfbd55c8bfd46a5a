/** Says on a PostgreSQL database whether processes of the bot share it or one has it for itself, by an advisory lock. */
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseFault } from '../domain/database-fault.js';
import { DatabaseFaultError } from './database-fault.js';
import { isConnectionLost } from './errors.js';
import { Notifications } from './notifications.js';

/** `ULTI`: a key of our own among the advisory locks of a database. */
const LOCK = '1431065673, 1';
/** A process that was killed just now is still being cleared away. */
const PATIENCE_MS = 3000;
const AGAIN_MS = 250;

export interface DatabaseLockOptions {
  /** Whether other processes that share it may use the database at the same time. */
  readonly shared: boolean;
  readonly log: (error: Error) => void;
  /** Another process took the database while the connection was lost: this one must stop. */
  readonly fatal: (fault: DatabaseFault) => void;
}

/** The database stays this process's, or that of those that share it, for as long as it is held. */
export interface DatabaseLock {
  /** The name of its session on the server, and of each that follows a lost one; another process has another. */
  readonly connection: string;
  /** On its session, calls `heard` with what is told on a channel, and with '' when a lost session was taken up again. */
  hear(channel: string, heard: (payload: string) => void): Promise<void>;
  release(): Promise<void>;
}

/** Whether this session has the lock, after ending an earlier session of this very process that still has it. */
async function takeLock(client: Client, name: string, shared: boolean): Promise<boolean> {
  const attempt = shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const lock = async () => {
    const { rows } = await client.query<{ mine: boolean }>(`select ${attempt}(${LOCK}) as mine`);
    return rows[0]?.mine === true;
  };
  if (await lock()) return true;
  const ended = await client.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and (classid, objid) = (${LOCK}) and objsubid = 2 and granted
      and application_name = $1 and pid <> pg_backend_pid()`,
    [name],
  );
  return (ended.rowCount ?? 0) > 0 && lock();
}

/** A session that has the lock, or null where another process has it. */
async function sessionOn(
  url: string,
  name: string,
  { shared, log }: DatabaseLockOptions,
): Promise<Client | null> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 2000,
    query_timeout: 2800,
  });
  client.on('error', log);
  try {
    await client.connect();
    // A machine that vanished must not keep the lock for hours.
    await client.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    );
    if (await takeLock(client, name, shared)) return client;
    await client.end();
    return null;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Makes this process the only one on a PostgreSQL database, or one of those that share it, by an advisory lock that ends
 * with its session. A lost session is taken up again for as long as it takes.
 * @throws DatabaseFaultError where another process has the database
 */
export async function lockDatabase(url: string, options: DatabaseLockOptions): Promise<DatabaseLock> {
  const { shared, log, fatal } = options;
  const taken: DatabaseFault = { kind: shared ? 'used-alone' : 'another-bot' };
  const name = `ultimatum ${randomBytes(8).toString('hex')}`;
  const notifications = new Notifications();
  let session: Client | null = null;
  let released = false;

  /** Tries for a while to take the lock; false if another process holds it all the time. */
  async function tryToHold(): Promise<boolean> {
    for (const until = performance.now() + PATIENCE_MS; ;) {
      const client = await sessionOn(url, name, options);
      if (client !== null) {
        session = client;
        client.on('end', () => void holdAgain());
        if (released) await client.end();
        else await notifications.follow(client);
        return true;
      }
      if (performance.now() >= until) return false;
      await sleep(AGAIN_MS);
    }
  }

  /** Never throws. */
  async function holdAgain(): Promise<void> {
    for (;;) {
      if (released) return;
      try {
        if (!(await tryToHold())) fatal(taken);
        return;
      } catch (error) {
        if (error instanceof Error && !isConnectionLost(error)) log(error);
        await sleep(AGAIN_MS, undefined, { ref: false });
      }
    }
  }

  if (!(await tryToHold())) throw new DatabaseFaultError(taken);
  return {
    connection: name,
    hear: (channel, heard) => notifications.hear(channel, heard),
    async release() {
      released = true;
      await session?.end().catch(() => undefined);
    },
  };
}
