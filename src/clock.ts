/** The record's clock: the system's, or one that a file drives. */
import { readFileSync, statSync } from 'node:fs';
import { StartError } from './start-error.js';

/** The record's clock: ms UTC. Leases, nonce age and budgets use real time instead. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

interface Setting {
  /** The record's instant at `real`, ms UTC. */
  readonly record: number;
  readonly rate: number;
  /** Real instant, ms UTC. */
  readonly real: number;
}

/** Parses `ISO-INSTANT xRATE @REAL-ISO-INSTANT`; null if the line is not of that form. */
export function parseClockLine(line: string): Setting | null {
  const match = /^(\S+) x(\d+(?:\.\d+)?) @(\S+)$/.exec(line.trim());
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const setting = { record: Date.parse(match[1]), rate: Number(match[2]), real: Date.parse(match[3]) };
  return Number.isNaN(setting.record) || Number.isNaN(setting.real) ? null : setting;
}

/** The last instant that a date can be, ms UTC. */
const LAST = 8.64e15;

/** What makes a new content visible: the file's identity, its time and its size. */
function stampOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino}:${mtimeMs}:${size}`;
}

/**
 * A clock that a file drives: read again whenever the file is replaced. A file that is gone, or a line that cannot be
 * read, leaves the last setting in force, so a half-written file never moves the record.
 * @throws StartError if the file is missing or unreadable at the start.
 */
export function fileClock(path: string, real: () => number = Date.now): Clock {
  let stamp = '';
  let setting = firstSetting(path);
  const refresh = () => {
    try {
      const seen = stampOf(path);
      if (seen === stamp) return;
      setting = parseClockLine(readFileSync(path, 'utf8')) ?? setting;
      stamp = seen;
    } catch {
      // Replaced at this very moment, or taken away: the clock goes on as it was set.
    }
  };
  return {
    now() {
      refresh();
      const now = Math.floor(setting.record + (real() - setting.real) * setting.rate);
      return Math.min(LAST, Math.max(-LAST, now));
    },
  };
}

function firstSetting(path: string): Setting {
  const form = 'It must hold one line: ISO-INSTANT xRATE @REAL-ISO-INSTANT.';
  let line: string;
  try {
    line = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new StartError(
      `CLOCK is file:${path}, and that file cannot be read${reason}. ${form} Or set CLOCK=system.`,
      78,
      { cause: error },
    );
  }
  const setting = parseClockLine(line);
  if (setting === null) throw new StartError(`CLOCK is file:${path}, and that file says no time. ${form}`);
  return setting;
}
