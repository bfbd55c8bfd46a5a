/** Copies of a backup that was killed: they never got their name, and nobody will finish them. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The names of backups that are made without being given one. */
const OURS = /^ultimatum-(?:auto-)?\d{8}T\d{6}Z\.db$/;
const UNFINISHED = /^(.+)\.partial-(\d+)(?:-wal|-shm|-journal)?$/;

/** What the copy that this process makes of `target` is called until it is checked. */
export const unfinishedName = (target: string): string => `${target}.partial-${process.pid}`;

/** Whether another process has that number; a process of another user has it as well. */
function isRunning(pid: number): boolean {
  // After a restart, a container gives the same numbers again: what has ours is from before.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There is none yet.
    return [];
  }
}

/**
 * The paths of unfinished copies beside `target`, of it and of backups with a name of ours, whose process has ended. What
 * another process is making now is not among them, nor is any other file.
 */
export function abandonedCopies(target: string): readonly string[] {
  const [folder, own] = [dirname(target), basename(target)];
  return namesIn(folder).flatMap((name) => {
    const [, of = '', pid] = UNFINISHED.exec(name) ?? [];
    const ours = of === own || OURS.test(of);
    return pid === undefined || !ours || isRunning(Number(pid)) ? [] : [join(folder, name)];
  });
}
