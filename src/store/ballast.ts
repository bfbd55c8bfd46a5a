import { randomBytes } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';

/** Room for some thousand settled posts and a checkpoint: in WAL even a delete needs room. */
const BYTES = 4 * 1024 * 1024;
const AGAIN_MS = 60_000;

/** Room on the disk that is kept to be given back when there is no other left. */
export interface Ballast {
  /** False where there was none to give. */
  give(): boolean;
  /** Takes the room again, now and then, once there is enough. */
  hold(): void;
}

const isWhole = (path: string) => statSync(path, { throwIfNoEntry: false })?.size === BYTES;

/** A file of noise, which no file system can shrink. Without room for it the store works on. */
export function ballastAt(path: string): Ballast {
  let next = 0;
  const hold = () => {
    if (performance.now() < next) return;
    next = performance.now() + AGAIN_MS;
    if (isWhole(path)) return;
    try {
      writeFileSync(path, randomBytes(BYTES));
    } catch {
      rmSync(path, { force: true });
    }
  };
  hold();
  return {
    hold,
    give() {
      const held = isWhole(path);
      rmSync(path, { force: true });
      next = performance.now() + AGAIN_MS;
      return held;
    },
  };
}
