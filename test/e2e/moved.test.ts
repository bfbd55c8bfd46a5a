/** A bot goes on after its record was moved to another database: what is due is posted, and nothing twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/durations.js';
import { advanceTo } from '../../src/stage/manual-clock.js';
import { moveRecord } from '../../src/store/move/index.js';
import { openSource } from '../../src/store/move/open.js';
import { openEngine } from '../../src/store/opened.js';
import type { Store } from '../../src/store/port/index.js';
import { inDatabase, newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const nothing = () => undefined;

/** A store that forgets that a post was made, once it is armed: as if the bot were killed then. */
function forgetful() {
  let armed = false;
  const store = (real: Store): Store => ({
    ...real,
    settle: (...given) => (armed ? Promise.reject(new Error('ended')) : real.settle(...given)),
  });
  return { wrap: { store }, set: (on: boolean) => (armed = on) };
}

describe.skipIf(SERVER === undefined)(`a record that was moved to PostgreSQL ${onPostgres}`, () => {
  const forget = forgetful();
  let folder: string;
  let from: string;
  let to: string;
  let drop: () => Promise<void>;
  let room: Newsroom;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
    from = `sqlite:${join(folder, 'a.db')}`;
    ({ url: to, drop } = await newDatabase());
    // Discord has forgotten every nonce, so only reading back can prevent a second post.
    room = await newsroom({ databaseUrl: from, nonceWindowMs: 0, wrap: forget.wrap });
  });
  afterEach(async () => {
    forget.set(false);
    await room.close();
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });

  async function move(): Promise<void> {
    const source = await openSource(from, nothing, {});
    const target = await openEngine(to, nothing);
    await moveRecord(source, target, nothing);
    await target.close();
    await source.close();
  }

  it('posts what is due there, and not again what was on its way when the old one ended', async () => {
    await recorded(room);
    room.clock.set((await room.bot.store.nextDue()) ?? 0);
    forget.set(true);
    void room.bot.beat();
    await expect.poll(() => posts(room).length).toBe(2);
    const before = posts(room).map(({ id }) => id);
    await room.bot.stop();
    forget.set(false);
    await move();
    // As if two minutes had passed: the lease of what was claimed is over, and so is the time of a nonce.
    await inDatabase(to, 'update delivery set lease = lease - 120000, attempted = attempted - 120000');
    await room.restart(to);
    await room.bot.beat();
    expect(posts(room).map(({ id }) => id)).toEqual(before);
    await recorded(room, { demand: 'withdraw' });
    await advanceTo(((await room.bot.store.nextDue()) ?? 0) + HOUR, room.clock, room.bot);
    expect(posts(room).length).toBeGreaterThan(before.length + 1);
    expect(await room.bot.store.ultimatum(room.guild, 2)).not.toBeNull();
  });
});
