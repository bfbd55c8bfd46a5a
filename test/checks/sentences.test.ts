/** Rooms that decide, store and send hold no words for people: those stand in the catalogue of `src/wording`. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.js';
import { parse, sourcesOf } from './sources.js';

const WORDLESS = ['commands', 'src/drafting', 'src/guild', 'src/posting', 'src/scheduler', 'src/store'];

/** Files that still hold some. The list only shrinks. */
const OPEN: ReadonlySet<string> = new Set([
  'commands/menus/record.ts',
  'src/guild/setup.ts',
  'src/scheduler/due-changes.ts',
  'src/scheduler/health.ts',
]);

describe('rooms without words', () => {
  it('hold no sentence for a person', () => {
    const sources = sourcesOf(...WORDLESS.filter((room) => existsSync(room)));
    const held = sources.filter(({ file }) => !OPEN.has(file));
    expect(held.flatMap(sentencesOf)).toEqual([]);
  });
});

describe('the search for sentences', () => {
  it.each([
    "const label = 'Show again';",
    'const text = `Saved as ${number} today`;',
    "throw new StartError('The disk is full.');",
  ])('finds %s', (text) => {
    expect(sentencesOf(parse('a.ts', text))).toHaveLength(1);
  });

  it.each([
    "import a from 'two words';",
    "log.warn({}, 'the database reported an error');",
    "throw new Error('no such row');",
    "class LostError extends Error { constructor() { super('no such row'); } }",
    "query.innerJoin('delivery as list', 'list.id', 'leader');",
    'sql`select one from two`',
    "type A = 'two words';",
    "const code = 'no-permission';",
    '// A comment of several words.',
  ])('lets %s be', (text) => {
    expect(sentencesOf(parse('a.ts', text))).toEqual([]);
  });
});
