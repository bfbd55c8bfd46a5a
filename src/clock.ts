import { readFileSync, statSync } from 'node:fs';

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

/**
 * A clock that a file drives: read again whenever the file is replaced. A line that cannot be read leaves the last
 * setting in force, so a half-written file never moves the record.
 * @throws if the file is missing or unreadable at the start.
 */
export function fileClock(path: string, real: () => number = Date.now): Clock {
  let stamp = '';
  let setting: Setting | null = null;
  const refresh = () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    const seen = stat ? `${stat.ino}:${stat.mtimeMs}:${stat.size}` : stamp;
    if (seen === stamp) return;
    stamp = seen;
    setting = parseClockLine(readFileSync(path, 'utf8')) ?? setting;
  };
  const read = () => {
    refresh();
    if (!setting)
      throw new Error(`CLOCK file ${path} must hold one line: ISO-INSTANT xRATE @REAL-ISO-INSTANT`);
    return Math.floor(setting.record + (real() - setting.real) * setting.rate);
  };
  read();
  return { now: read };
}
