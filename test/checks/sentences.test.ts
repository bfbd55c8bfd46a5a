/** Rooms that decide, store and send hold no words for people: those stand in the catalogue of `src/wording`. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.js';
import { parse, sourcesOf } from './sources.js';

const WORDLESS = ['commands', 'src/drafting', 'src/posting', 'src/scheduler', 'src/store'];

/** Files that still hold some. The list only shrinks. */
const OPEN: ReadonlySet<string> = new Set([
  'commands/menus/record.ts',
  'commands/shared/form-fields.ts',
  'commands/shared/notes.ts',
  'commands/shared/outcome.ts',
  'commands/shared/preview.ts',
  'commands/shared/save.ts',
  'commands/ultimatum/correct.ts',
  'commands/ultimatum/dates.ts',
  'commands/ultimatum/dispute.ts',
  'commands/ultimatum/flow.ts',
  'commands/ultimatum/hide.ts',
  'commands/ultimatum/list.ts',
  'commands/ultimatum/move.ts',
  'commands/ultimatum/options.ts',
  'commands/ultimatum/outcome.ts',
  'commands/ultimatum/record.ts',
  'commands/ultimatum/replace.ts',
  'commands/ultimatum/resume.ts',
  'commands/ultimatum/show.ts',
  'commands/ultimatum/source.ts',
  'commands/ultimatum/suspend.ts',
  'commands/ultimatum/terms.ts',
  'commands/ultimatum/update.ts',
  'commands/ultimatum/withdraw.ts',
  'src/scheduler/claim-loop.ts',
  'src/scheduler/due-changes.ts',
  'src/scheduler/due-schedules.ts',
  'src/scheduler/health.ts',
  'src/scheduler/in-flight.ts',
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
