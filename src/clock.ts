/** The machine's clock, and the record's: the same one, or one that a file drives. */
import { readFileSync, statSync } from 'node:fs';
import { StartError } from './start-error.js';
import { english } from './wording/index.js';
import { msBetween, wallInstant, type RecordInstant, type WallInstant } from './domain/instant.js';

/** The record's clock. Leases, nonce age and budgets go by the machine's instead. */
export interface Clock {
  now(): RecordInstant;
  /**
   * What the machine's clock showed when this one showed `instant`; null where that is not known, because a file or a hand
   * moves this one.
   */
  readonly wallOf: (instant: RecordInstant) => WallInstant | null;
}

/** The machine's clock. */
export const wallNow = (): WallInstant => wallInstant(Date.now());

/** The record's clock as the machine's: one instant is the other. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wallOf: (instant) => wallInstant(Number(instant)),
};

interface ClockSetting {
  /** What the record's clock shows at `wall`. */
  readonly record: RecordInstant;
  readonly rate: number;
  readonly wall: WallInstant;
}

/** Parses `ISO-INSTANT xRATE @REAL-ISO-INSTANT`; null if the line is not of that form. */
export function parseClockLine(line: string): ClockSetting | null {
  const match = /^(\S+) x(\d+(?:\.\d+)?) @(\S+)$/.exec(line.trim());
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const [record, rate, wall] = [Date.parse(match[1]), Number(match[2]), Date.parse(match[3])];
  return Number.isNaN(record) || Number.isNaN(wall) ? null : { record, rate, wall: wallInstant(wall) };
}

/** The largest instant a Date can hold, ms UTC. */
const LAST = 8.64e15;

/** Changes whenever the content does: the file's identity, its time and its size. */
function stampOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino}:${mtimeMs}:${size}`;
}

/**
 * A clock that a file drives. The file is read again whenever it is replaced. While it is missing or can't be parsed, the
 * last setting stays in force, so a half-written file never moves the record.
 * @throws StartError if the file is missing or unreadable at the start.
 */
export function fileClock(path: string, machine: () => WallInstant = wallNow): Clock {
  let stamp = '';
  let setting = firstSetting(path);
  const refresh = () => {
    try {
      const seen = stampOf(path);
      if (seen === stamp) return;
      setting = parseClockLine(readFileSync(path, 'utf8')) ?? setting;
      stamp = seen;
    } catch {
      // The file is being replaced, or is gone: keep the last setting.
    }
  };
  return {
    now() {
      refresh();
      const now = Math.floor(setting.record + msBetween(setting.wall, machine()) * setting.rate);
      return Math.min(LAST, Math.max(-LAST, now));
    },
    // An earlier setting may have been in force then.
    wallOf: () => null,
  };
}

function firstSetting(path: string): ClockSetting {
  const words = english.operator.clock;
  let line: string;
  try {
    line = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    throw new StartError(words.unreadable(path, reason), 78, { cause: error });
  }
  const setting = parseClockLine(line);
  if (setting === null) throw new StartError(words.noTime(path));
  return setting;
}
