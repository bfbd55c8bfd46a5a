/** The backups that the bot makes while it runs. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackups } from '../../src/backups.js';
import { readConfig } from '../../src/config.js';
import { later, wallInstant, type WallInstant } from '../../src/domain/instant.js';
import type { Store } from '../../src/store/port/index.js';
import { instant, make, recording } from '../store/founding.js';
import { startLocalDiscord } from '../../src/playground/index.js';
import { start } from './process.js';
import { openFile } from '../support/database-fault.js';

const HOUR = 3_600_000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let file: string;
let store: Store;
let now: WallInstant;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  file = join(folder, 'a.db');
  now = wallInstant(instant('2025-08-13T10:00:00Z'));
  store = await openFile(file);
  await make(store, null, recording(), instant('2025-07-14T15:00:00Z'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const made = () => readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
const started = (at = file) =>
  createBackups({ file: at, every: 24 * HOUR, keep: 2, wallNow: () => now, log: quiet });

describe('backups that the bot makes', () => {
  it('are made when one is due, also over restarts', async () => {
    await started().tick();
    now = later(now, 23 * HOUR);
    await started().tick();
    expect(made()).toEqual(['ultimatum-auto-20250813T100000Z.db']);
    now = later(now, HOUR);
    await started().tick();
    expect(made()).toHaveLength(2);
  });

  it('are deleted when there are more than BACKUP_KEEP, with their digests; those made by hand stay', async () => {
    const backups = started();
    await backups.tick();
    writeFileSync(join(folder, 'backups', 'ultimatum-20250101T000000Z.db'), 'by hand');
    for (let day = 0; day < 3; day += 1) {
      now = later(now, 24 * HOUR);
      await backups.tick();
    }
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([
      'ultimatum-20250101T000000Z.db',
      'ultimatum-auto-20250815T100000Z.db',
      'ultimatum-auto-20250815T100000Z.db.sha256',
      'ultimatum-auto-20250816T100000Z.db',
      'ultimatum-auto-20250816T100000Z.db.sha256',
    ]);
  });

  it('are a problem of the bot’s health while they fail, and are tried again', async () => {
    writeFileSync(join(folder, 'backups'), 'in the way');
    const backups = started();
    await backups.tick();
    expect(await backups.problems()).toEqual([expect.stringContaining(join(folder, 'backups'))]);
    rmSync(join(folder, 'backups'));
    now = later(now, HOUR);
    await backups.tick();
    expect(await backups.problems()).toEqual([]);
    expect(made()).toHaveLength(1);
  });
});

describe('BACKUP_EVERY and BACKUP_KEEP', () => {
  it('make the running bot copy its file', async () => {
    const discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const run = start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
      BACKUP_EVERY: '1d',
    });
    await run.said(/backup made/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await discord.close();
    expect(made()).toHaveLength(1);
  });

  it('are off unless set, and keep seven', () => {
    expect(readConfig({})).toMatchObject({ config: { backups: null } });
    expect(readConfig({ BACKUP_EVERY: '12h' })).toMatchObject({
      config: { backups: { every: 12 * HOUR, keep: 7 } },
    });
  });

  it.each([
    [{ BACKUP_EVERY: 'daily' }, 'BACKUP_EVERY'],
    [{ BACKUP_EVERY: '0h' }, 'BACKUP_EVERY'],
    [{ BACKUP_EVERY: '1d', DATABASE_URL: 'postgres://a@b/c' }, 'BACKUP_EVERY'],
    [{ BACKUP_EVERY: '1d', BACKUP_KEEP: '0' }, 'BACKUP_KEEP'],
  ])('refuse %j', (environment, wrong) => {
    expect(readConfig(environment)).toEqual({ ok: false, wrong: [wrong] });
  });
});
