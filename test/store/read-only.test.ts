/** A file system that is read-only from the start, or becomes so while the bot runs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultAt, openFile } from '../support/database-fault.js';
import { GUILD, instant, make, recording } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');

const mount = (folder: string, options: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => {
  spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
};

const probe = mkdtempSync(join(tmpdir(), 'ultimatum-'));
const why = mount(probe, 'size=1m') ? '' : '(skipped: nothing may be mounted here)';
unmount(probe);

describe.skipIf(why !== '')(`a read-only file system ${why}`, () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
    path = join(folder, 'a.db');
    mount(folder, 'size=12m');
  });
  afterEach(() => unmount(folder));

  it('keeps the bot from starting, by its path and the reason, and is left as it was', async () => {
    const store = await openFile(path);
    await make(store, null, recording(), STATED);
    await store.close();
    mount(folder, 'remount,ro');
    expect(await faultAt(path)).toMatchObject({
      kind: 'no-access',
      path,
      reason: expect.stringContaining('read-only file system'),
    });
    mount(folder, 'remount,rw');
    const again = await openFile(path);
    expect(await again.entries(GUILD, 1)).toHaveLength(1);
    await again.close();
  });
});
