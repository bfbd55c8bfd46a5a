import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileClock, parseClockLine } from '../../src/clock.js';
import { later, wallInstant } from '../../src/domain/instant.js';

describe('the clock of the record', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock');
  const set = (line: string) => {
    writeFileSync(`${path}.new`, line);
    renameSync(`${path}.new`, path);
  };

  it('runs at the rate of its file and is read again when the file is replaced', () => {
    let wall = wallInstant(Date.parse('2026-01-01T00:00:00Z'));
    set('2025-07-14T15:00:00Z x60 @2026-01-01T00:00:00Z');
    const clock = fileClock(path, () => wall);
    wall = later(wall, 1000);
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

  it('keeps its last setting while its file is missing or unreadable', () => {
    let wall = wallInstant(Date.parse('2026-01-01T00:00:00Z'));
    set('2025-07-14T15:00:00Z x1 @2026-01-01T00:00:00Z');
    const clock = fileClock(path, () => wall);
    rmSync(path);
    wall = later(wall, 1000);
    expect(new Date(clock.now()).toISOString()).toBe('2025-07-14T15:00:01.000Z');
    mkdirSync(path);
    expect(new Date(clock.now()).toISOString()).toBe('2025-07-14T15:00:01.000Z');
    rmdirSync(path);
    set('2026-07-14T15:00:00Z x1 @2026-01-01T00:00:00Z');
    expect(new Date(clock.now()).toISOString()).toBe('2026-07-14T15:00:01.000Z');
  });

  it('never leaves the range of dates, however fast it runs', () => {
    set('2025-07-14T15:00:00Z x99999999999999 @2026-01-01T00:00:00Z');
    const clock = fileClock(path, () => wallInstant(Date.parse('2026-01-02T00:00:00Z')));
    expect(() => new Date(clock.now()).toISOString()).not.toThrow();
  });

  it('is refused at the start, by the name of its setting, if its file is missing or a folder', () => {
    expect(() => fileClock(`${path}.missing`)).toThrow(/^CLOCK is file:.*cannot be read/);
    expect(() => fileClock(tmpdir())).toThrow(/^CLOCK is file:.*cannot be read/);
  });
});
