import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileClock, parseClockLine } from '../../src/clock.js';

describe('the clock of the record', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock');
  const set = (line: string) => {
    writeFileSync(`${path}.new`, line);
    renameSync(`${path}.new`, path);
  };

  it('runs at the rate of its file and is read again when the file is replaced', () => {
    let real = Date.parse('2026-01-01T00:00:00Z');
    set('2025-07-14T15:00:00Z x60 @2026-01-01T00:00:00Z');
    const clock = fileClock(path, () => real);
    real += 1000;
    expect(new Date(clock.now()).toISOString()).toBe('2025-07-14T15:01:00.000Z');
    set('2025-08-09T04:00:00Z x0 @2026-01-01T00:00:00Z\n');
    expect(new Date(clock.now()).toISOString()).toBe('2025-08-09T04:00:00.000Z');
    set('half a li');
    expect(new Date(clock.now()).toISOString()).toBe('2025-08-09T04:00:00.000Z');
  });

  it('refuses a file that says nothing at the start', () => {
    set('noon');
    expect(() => fileClock(path)).toThrow(/ISO-INSTANT xRATE @REAL-ISO-INSTANT/);
    expect(parseClockLine('2025-07-14T15:00:00Z 60')).toBeNull();
  });
});
