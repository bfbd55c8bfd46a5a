/** A backup is restored, and what the bot posted since then is not posted again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.js';
import { restore } from '../../src/store/restore.js';
import { advanceTo } from '../../src/stage/manual-clock.js';
import { DAY, HOUR } from '../../src/domain/durations.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let folder: string;
let path: string;
let room: Newsroom;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
  // Discord has forgotten every nonce, so only reading back can prevent a second post.
  room = await newsroom({ databaseUrl: `sqlite:${path}`, nonceWindowMs: 0 });
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

it('posts nothing twice after an older backup was restored', async () => {
  await recorded(room);
  const backup = join(folder, 'b.db');
  await backUp(path, backup);
  // The first reminder is posted just before the bot stops: an ordinary restart does not look for it.
  room.clock.set((await room.bot.store.nextDue()) ?? 0);
  await room.bot.beat();
  const before = posts(room).map(({ content }) => content);
  expect(before.length).toBeGreaterThan(1);
  await room.bot.stop();
  await restore(backup, path, { force: true, stamp: 'then' });
  await room.restart();
  await room.bot.beat();
  expect(posts(room).map(({ content }) => content)).toEqual(before);
});

it('posts nothing twice after yesterday’s backup, in no channel and of no kind', async () => {
  const mod = room.as('Mod');
  await mod.type('/board set', { channel: 'general' }).done;
  await mod.type('/milestones set', { channel: 'review', ladder: '1d 6h 0' }).done;
  const asked = await mod.type('/countdown add', { channel: 'ultimatums', every: 'every day 09:00' }).done;
  await mod.press(asked, 'Save').done;
  await recorded(room, { deadline: 'tomorrow' });
  await recorded(room, { demand: 'withdraw its forces', deadline: '3 days' });
  const backup = join(folder, 'b.db');
  await backUp(path, backup);
  const start = room.clock.now();
  await advanceTo(start + 2 * DAY, room.clock, room.bot);
  const everywhere = () =>
    ['ultimatums', 'review', 'general'].flatMap((channel) => posts(room, channel).map(({ id }) => id));
  const before = everywhere();
  expect(before.length).toBeGreaterThan(6);
  await room.bot.stop();
  await restore(backup, path, { force: true, stamp: 'then' });
  await room.restart();
  await advanceTo(room.clock.now() + HOUR, room.clock, room.bot);
  expect(everywhere()).toEqual(before);
});
