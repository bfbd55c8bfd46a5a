/** The pure rooms read nothing but their arguments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { impurities } from './impurities.js';

const PURE = ['src/domain', 'src/language', 'src/wording'];
const files = PURE.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

/** Modules that remember the results of pure functions, or build a table as they load: no result depends on what they keep. */
const MEMORIES: ReadonlySet<string> = new Set([
  'src/domain/cron/local.ts',
  'src/domain/when.ts',
  'src/domain/zone.ts',
  'src/language/calendar.ts',
  'src/language/holidays.ts',
  'src/language/lexicon/choose.ts',
  'src/language/normalized-text.ts',
  'src/language/rules/families.ts',
  'src/wording/timeline.ts',
]);

const STATE = /(?:is filled later|a variable of the module)$/;

describe('the domain, the language and the wording', () => {
  it('read no clock, no randomness and no environment, and keep no state', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      impurities(readFileSync(file, 'utf8'))
        .filter((fault) => !MEMORIES.has(file) || !STATE.test(fault))
        .map((fault) => `${file}:${fault}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the check of purity', () => {
  it.each([
    'Date.now()',
    'const clock = Date.now;',
    'const { now } = Date;',
    'new Date()',
    'new Date',
    'new Date(2025, 0, 1)',
    'Date()',
    'DateTime.now()',
    'DateTime.local()',
    'DateTime.local({ zone })',
    'DateTime.utc()',
    'DateTime.utc({ locale })',
    'const at = DateTime.local;',
    'date.diffNow()',
    'date.toRelative()',
    'Settings.defaultZone',
    'Math.random()',
    'const { random } = Math;',
    'process.env.HOME',
    'globalThis.Date.now()',
    'setTimeout(work, 0)',
    'setInterval(work, 0)',
    'setImmediate(work)',
    'fetch(url)',
    'performance.now()',
    'crypto.randomUUID()',
    'const made = { process };',
    'let cached = null;',
    'const cache = new Map<string, number>();',
    'const seen = [];',
  ])('catches %s', (source) => {
    expect(impurities(`// The first line.\n${source}`)).toEqual([expect.stringMatching(/^2: /)]);
  });

  it.each([
    'new Date(now).getTime()',
    'Date.UTC(2025, 0, 1)',
    'Date.parse(text)',
    'const day = (date: Date) => date;',
    'DateTime.utc(2025, 7, 14)',
    'DateTime.local(2025, 7, 14, { zone })',
    'DateTime.fromMillis(now, { zone })',
    'Math.max(1, 2)',
    "const names = new Set(['a']);",
    'const NOTHING: readonly string[] = [];',
    'function count() { let sum = 0; return sum; }',
    'options.process',
    'const options = { process: 1, fetch: 2 };',
  ])('lets %s be', (source) => {
    expect(impurities(source)).toEqual([]);
  });
});
