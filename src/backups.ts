/** Makes backups while the bot runs, every so often, and deletes the oldest of those that it made. */
import { rmSync } from 'node:fs';
import { backupPath, backupsOf } from './backup-files.js';
import { drawText } from './cli/draw.js';
import type { Log } from './discord/log.js';
import { MINUTE } from './domain/durations.js';
import { msBetween, type WallInstant } from './domain/instant.js';
import { backUp } from './store/backup.js';
import { BackupFaultError } from './store/backup-fault.js';
import { digestPath } from './store/digest.js';
import type { HealthSource } from './web/health.js';
import { english } from './wording/index.js';

interface Rotation {
  /** ms from one backup to the next. */
  readonly every: number;
  /** How many are kept, 1 or more. */
  readonly keep: number;
}

export interface BackupsOptions extends Rotation {
  /** The path of the database file. */
  readonly file: string;
  readonly wallNow: () => WallInstant;
  readonly log: Log;
}

export interface Backups extends HealthSource {
  /** Makes a backup if one is due, and deletes what is too old. Never throws. */
  tick(): Promise<void>;
  /** Looks now and once a minute. */
  start(): void;
  /** Resolves when nothing is being copied any more. */
  stop(): Promise<void>;
}

/** After a failure the next attempt waits for so long, ms. */
const AGAIN_MS = 15 * MINUTE;

const automatic = (file: string) => backupsOf(file).filter(({ kind }) => kind === 'automatic');

/** Deletes the oldest backups that the bot made. */
function rotate(file: string, keep: number): void {
  for (const { path } of automatic(file).slice(0, -keep)) {
    rmSync(path, { force: true });
    rmSync(digestPath(path), { force: true });
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof BackupFaultError) return drawText(english.cli.backup.backupFault(error.fault));
  return error instanceof Error ? error.message : String(error);
};

/** Backups of a SQLite file beside it. When the next is due goes by the files that are there, over restarts. */
export function createBackups({ file, every, keep, wallNow, log }: BackupsOptions): Backups {
  let failure: { readonly at: WallInstant; readonly reason: string } | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function isDue(now: WallInstant): boolean {
    const waits = failure === null ? null : msBetween(failure.at, now);
    if (waits !== null && waits >= 0 && waits < Math.min(AGAIN_MS, every)) return false;
    const newest = automatic(file).at(-1);
    const age = newest === undefined ? every : msBetween(newest.at, now);
    // One from the future was made before the clock was set back.
    return age >= every || age < 0;
  }

  async function make(): Promise<void> {
    const now = wallNow();
    if (!isDue(now)) return;
    try {
      const { path, bytes, ultimatums } = await backUp(file, backupPath(file, 'automatic', now));
      rotate(file, keep);
      failure = null;
      log.info({ path, bytes, ultimatums }, 'backup made');
    } catch (error) {
      failure = { at: now, reason: reasonOf(error) };
      log.error({ err: error }, 'the backup failed');
    }
  }

  const tick = () => (running = running.then(make));
  return {
    tick,
    problems: () => (failure === null ? [] : [drawText(english.cli.backup.failed(failure.reason))]),
    start() {
      void tick();
      timer = setInterval(() => void tick(), MINUTE);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
