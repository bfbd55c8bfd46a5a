import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, changing, GUILD, instant, make, recording } from '../store/founding.js';
import { daily, SECOND, START, watching, type Watching } from './watching.js';

const STATED = instant('2025-07-14T15:00:00Z');

function mounted(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-full-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

const unmount = (folder: string) => {
  spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
};

const probe = mounted();
if (probe !== null) unmount(probe);
const why = probe === null ? '(skipped: nothing may be mounted here)' : '';

describe.skipIf(why !== '')(`a full disk ${why}`, () => {
  let folder: string;
  let tower: Watching;
  let now: number;
  beforeEach(async () => {
    folder = mounted() ?? '';
    tower = await watching(openSqlite(join(folder, 'a.db')));
    now = START;
    await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: 'home' }, 0);
    await make(tower.store, null, recording(), STATED);
    await tower.store.addSchedule(daily({ cron: '*/15 * * * *' }));
  });
  afterEach(async () => {
    await tower.store.close();
    unmount(folder);
  });

  const filler = () => join(folder, 'filler');
  const fill = () => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler(), Buffer.alloc(bavail * bsize));
  };
  const record = (demand = 'x') =>
    tower.store.change(GUILD, null, asked(recording({ demand }), now), changing(now));

  it('lets due posts out, refuses new changes, and loses nothing', async () => {
    fill();
    const beat = tower.beatWith({ now: () => now });
    await beat.beat();
    now += 3 * SECOND;
    await beat.beat();
    expect(tower.posted.map(({ post }) => post.kind).toSorted()).toEqual([
      'announcement',
      'digest',
      'digest',
      'edit',
      'passed',
    ]);
    expect((await tower.store.ultimatum(GUILD, 1))?.state).toBe('passed');
    expect(await tower.store.problems()).toEqual([{ kind: 'disk-full' }]);
    // The room that was given back is for the bot alone.
    for (let index = 0; index < 5; index += 1)
      expect(await record()).toEqual({ ok: false, refusal: { why: 'disk-full' } });
    const pending = { guild: GUILD, user: '1', flow: 'list', state: {}, created: now, done: null };
    expect(await tower.store.savePending({ ...pending, key: 'k' })).toMatchObject({
      refusal: { why: 'disk-full' },
    });
    for (let turn = 0; turn < 20; turn += 1) {
      now += 15 * 60 * SECOND;
      await beat.beat();
    }
    expect(tower.posted.filter(({ post }) => post.kind === 'digest')).toHaveLength(22);
    const channel = {
      guild: GUILD,
      channel: 'c2',
      why: { kind: 'channel-gone' },
      remedy: { kind: 'choose-channel' },
      gone: false,
      now,
    } as const;
    await tower.store.closeChannel(channel);
    expect(await tower.store.told(GUILD, 'c2')).toBe(true);
    expect(beat.problems()).toEqual([]);
    expect(tower.errors).toEqual([]);
    rmSync(filler());
    // It looks for room once a second.
    const later = performance.now() + 1100;
    while (performance.now() < later) await tower.store.problems();
    expect(await tower.store.problems()).toEqual([]);
    expect(await record()).toMatchObject({ ok: true, value: { number: 2 } });
  });
});
