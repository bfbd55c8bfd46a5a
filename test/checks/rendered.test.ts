/** No drawn text is split, compared or matched: whoever needs what it says reads the facts. */
import { describe, expect, it } from 'vitest';
import { parsedTexts } from './rendered.js';
import { parse, sourcesOf } from './sources.js';

/** Rooms that read what people or posts wrote, or what Discord draws; they never see a text of the catalogue. */
const READERS = /^src\/(?:language|playground)\//;

/** Files that still do. The list only shrinks. */
const OPEN: ReadonlySet<string> = new Set([]);

/** discord.js has no other sign of a token that it has forgotten. */
const FOREIGN: ReadonlySet<string> = new Set(['src/opening.ts']);

describe('texts that the bot wrote', () => {
  it('are never taken apart', () => {
    const sources = sourcesOf('src', 'commands').filter(
      ({ file }) => !READERS.test(file) && !OPEN.has(file) && !FOREIGN.has(file),
    );
    expect(sources.flatMap(parsedTexts)).toEqual([]);
  });
});

describe('the search for texts taken apart', () => {
  it.each([
    "text.split(' → ')",
    "text.startsWith('**Deadline')",
    "headline.replace(/^Met/, 'Complied')",
    '/^(?:Deadline: |Now: )/.test(line)',
  ])('finds %s', (text) => {
    expect(parsedTexts(parse('a.ts', text))).toHaveLength(1);
  });

  it.each(["id.split(':')", '/^[A-Z]{2}$/.test(code)', "key.startsWith('entry-')", 'text.trim()'])(
    'lets %s be',
    (text) => {
      expect(parsedTexts(parse('a.ts', text))).toEqual([]);
    },
  );
});
