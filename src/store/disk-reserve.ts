/** Reserves disk space and releases it when the disk is full. */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Room for some thousand settled posts and a checkpoint: in WAL even a delete needs room. */
const BYTES = 4 * 1024 * 1024;
/** A smaller reserve is of no use. With less free space than this the disk counts as full. */
const LEAST = 512 * 1024;
/** It is taken again once this much more is free than was given back: else people would use up what it left. */
const MORE = 1024 * 1024;
const AGAIN_MS = 1000;

/** Disk space that is kept in reserve and released when no other is left. */
export interface DiskReserve {
  /** False where there was none to give. */
  give(): boolean;
  /** Takes the room again once there is enough. */
  hold(): void;
  /** Whether it was given back and there is no room to take it again. */
  isSpent(): boolean;
}

/** Bytes that are free beside `path`; null where the file system does not say. */
function freeBeside(path: string): number | null {
  try {
    const { bavail, bsize, blocks } = statfsSync(dirname(path));
    return blocks > 0 ? bavail * bsize : null;
  } catch {
    return null;
  }
}

/** The size of the reserve in bytes; 0 if a link or anything but a file is at its path. */
const heldAt = (path: string) => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? stat.size : 0;
};

/** Never through a link: whatever lies there is removed first, and the file is made anew for its owner alone. */
function fill(path: string, bytes: number): void {
  rmSync(path, { force: true });
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    const noise = randomBytes(bytes);
    for (let done = 0; done < bytes;) done += writeSync(file, noise, done);
  } finally {
    closeSync(file);
  }
}

/**
 * A file of noise, which no file system can shrink: 4 MiB, or half of what is free where that is less. Without room for
 * it the store works on.
 */
export function diskReserveAt(path: string): DiskReserve {
  let next = 0;
  let spent = false;
  let given: number | null = null;
  const enough = (): number => {
    const free = freeBeside(path);
    if (given === null) return free === null ? BYTES : Math.min(BYTES, Math.floor(free / 2));
    return free === null || free >= given + MORE ? given : 0;
  };
  const take = () => {
    const bytes = enough();
    try {
      if (bytes < LEAST) throw new Error('There is not enough room.');
      fill(path, bytes);
      spent = false;
    } catch {
      rmSync(path, { force: true });
      spent = true;
    }
  };
  const hold = () => {
    if (performance.now() < next) return;
    next = performance.now() + AGAIN_MS;
    if (heldAt(path) < LEAST) take();
  };
  hold();
  return {
    hold,
    isSpent() {
      if (spent) hold();
      return spent;
    },
    give() {
      const held = heldAt(path);
      rmSync(path, { force: true });
      next = performance.now() + AGAIN_MS;
      spent = true;
      if (held < LEAST) return false;
      given = held;
      return true;
    },
  };
}
