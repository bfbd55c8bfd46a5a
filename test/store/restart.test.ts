import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseFault } from '../../src/domain/database-fault.js';
import { RefusedError } from '../../src/domain/refusal.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { isConnectionLost } from '../../src/store/errors.js';
import { onOwnPostgres, ownPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { asked, changing, GUILD, instant, recording } from './founding.js';
import { leased } from '../support/leased.js';

const STATED = instant('2025-07-14T15:00:00Z');
const RESTARTS = 20;
const AT_ONCE = 20;

describe('a lost connection', () => {
  it.each([
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    Object.assign(new Error('read'), { code: 'ECONNRESET' }),
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
  ])('is recognized by the client’s error: %s', (error) => {
    expect(isConnectionLost(error)).toBe(true);
  });

  it.each([new Error('syntax error'), Object.assign(new Error('unique'), { code: '23505' }), 'ECONNRESET'])(
    'is not confused with another error: %s',
    (error) => {
      expect(isConnectionLost(error)).toBe(false);
    },
  );
});

describe.skipIf(onOwnPostgres !== '')(`PostgreSQL that is restarted ${onOwnPostgres}`, () => {
  let server: OwnPostgres;
  let store: Store;
  const uncaught: unknown[] = [];
  const fatal: DatabaseFault[] = [];
  const note = (error: unknown) => void uncaught.push(error);

  beforeAll(async () => {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    server = await ownPostgres();
    store = await openStore(server.url, () => undefined, {
      shared: true,
      fatal: (fault) => fatal.push(fault),
    });
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
  });

  const connected = async () => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    return client;
  };
  const asAdmin = async (statement: string) => {
    const admin = await connected();
    const result = await admin.query(statement);
    await admin.end();
    return result;
  };
  const terminateAll = () =>
    asAdmin(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
    );

  /** One record of a server of its own, as a refusal's name or `done`. */
  async function record(guild: string): Promise<string> {
    try {
      const changed = await store.change(guild, null, asked(recording(), STATED), changing(STATED));
      return changed.ok ? 'done' : changed.refusal.why;
    } catch (error) {
      return error instanceof RefusedError ? error.refusal.why : String(error);
    }
  }

  const beat = async () => {
    try {
      await store.nextDue();
      await store.claim({ now: STATED, ...leased(Date.now(), Date.now() + 1000), limit: 5 });
      return 'done';
    } catch (error) {
      return error instanceof RefusedError ? error.refusal.why : String(error);
    }
  };

  it('ends work under way as done or refused, and work resumes afterwards', async () => {
    const ends = new Set<string>();
    for (let round = 0; round < RESTARTS; round += 1) {
      const work = [
        ...Array.from({ length: AT_ONCE }, (_, index) =>
          record(`3${round.toString().padStart(3, '0')}${index}`),
        ),
        beat(),
      ];
      // Some have begun their transaction by then.
      await pause(round % 5);
      if (round % 3 === 0) await server.restart('immediate');
      else if (round % 3 === 1) await server.restart('fast');
      else await terminateAll();
      for (const end of await Promise.all(work)) ends.add(end);
      expect(await record(`4${round}`)).toBe('done');
      expect(await store.problems()).toEqual([]);
    }
    expect([...ends].filter((end) => !['done', 'busy', 'database-away'].includes(end))).toEqual([]);
    expect(ends.has('database-away')).toBe(true);
    expect([uncaught, fatal]).toEqual([[], []]);
  }, 180_000);

  it('refuses changes while it lasts, and is reported to the operator', async () => {
    await server.stop('fast');
    expect(await record(GUILD)).toBe('database-away');
    await expect(store.settings(GUILD)).rejects.toThrow(RefusedError);
    expect((await store.problems())[0]).toMatchObject({ kind: 'unreachable' });
    await server.start();
    expect(await record(GUILD)).toBe('done');
  });

  const holders = async () => {
    const { rows } = await asAdmin("select pid from pg_locks where locktype = 'advisory' and objsubid = 2");
    return rows.length;
  };

  it('is shared by processes of the bot, and by nothing that needs it alone', async () => {
    await terminateAll();
    await expect.poll(holders).toBe(1);
    await expect(openStore(server.url, () => undefined)).rejects.toMatchObject({
      fault: { kind: 'another-bot' },
    });
    const second = await openStore(server.url, () => undefined, { shared: true });
    expect(await holders()).toBe(2);
    await second.close();
    expect(fatal).toEqual([]);
  });

  it('lets no process of the bot in while a command has it for itself', async () => {
    const other = await ownPostgres();
    const alone = await openStore(other.url, () => undefined);
    await expect(openStore(other.url, () => undefined, { shared: true })).rejects.toMatchObject({
      fault: { kind: 'used-alone' },
    });
    await alone.close();
    await other.remove();
  });

  it('stops the bot if something that needs it alone has taken its place', async () => {
    const rival = await connected();
    await rival.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2`,
    );
    await rival.query('select pg_advisory_lock(1431065673, 1)');
    await expect.poll(() => fatal).toHaveLength(1);
    expect(fatal).toEqual([{ kind: 'used-alone' }]);
    await rival.end();
  });
});
