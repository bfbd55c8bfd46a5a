import { describe, expect, it } from 'vitest';
import { parseProposed } from '../../../src/codec/entry.js';
import { pageOf, shortLines } from '../../../commands/review/layout.js';
import type { Command } from '../../../src/domain/entry.js';
import type { Reading } from '../../../src/domain/reading.js';
import { dayOf } from '../../../src/domain/when.js';
import { drawLine } from '../../../src/discord/draw.js';
import { isStale } from '../../../src/drafting/review/decide.js';
import type { Proposable } from '../../../src/domain/verbs.js';
import type { ProposalAbout } from '../../../src/wording/proposal.js';
import { english } from '../../../src/wording/index.js';

const washington = 'America/New_York';
const said = Date.parse('2025-07-29T16:00:00Z');

const friday: Reading = {
  words: '10 days from today',
  earliest: Date.parse('2025-08-08T04:00:00Z'),
  latest: Date.parse('2025-08-09T04:00:00Z'),
  precision: 'day',
  bound: 'by',
  zone: washington,
  zoneFrom: 'issuer',
  edtf: '2025-08-08',
  orSooner: false,
  openBeginning: false,
  assumed: [],
};

const move: Command = {
  verb: 'move',
  deadline: friday,
  stated: dayOf(said, washington),
  statements: [
    {
      quote: 'ten days from today',
      url: 'https://www.bbc.co.uk/news/1',
      outlet: 'BBC News',
      grade: 'secondary',
      archive: null,
      seenIn: null,
    },
  ],
};

/** The short lines of a proposal, as Discord draws them. */
function linesOf(command: Proposable, about: Partial<ProposalAbout> = {}): readonly string[] {
  const base = { number: 12, recorded: said, name: 'Ana', about: null, zone: washington };
  return shortLines(english, { command, proposal: { ...base, ...about } }).map(drawLine);
}

describe('the review queue', () => {
  it('reads a proposal back as it was stored', () => {
    expect(parseProposed(JSON.parse(JSON.stringify(move)))).toEqual(move);
  });

  it('shows no day for a proposed copy of a source', () => {
    const command = parseProposed({
      verb: 'archive',
      url: 'https://a.example',
      archive: 'https://b.example',
    });
    expect(command).not.toBeNull();
    if (command === null) return;
    const text = linesOf(command).join('\n');
    expect(text.split('\n')[0]).toBe('**U-12: Copy of a source**');
    expect(text).not.toContain('Stated');
  });

  it.each([
    { verb: 'hide', reason: 'spam' },
    { verb: 'correct', entry: 1, fields: {}, removes: true, reason: 'no' },
    { verb: 'move' },
    null,
  ])('does not accept what a member cannot propose: %o', (command) => {
    expect(parseProposed(command)).toBeNull();
  });

  it('says what, of which ultimatum, when it was stated, and by whom it was proposed', () => {
    const command = parseProposed(move);
    expect(command).not.toBeNull();
    if (command === null) return;
    const lines = linesOf(command);
    expect(lines[0]).toBe('**U-12: Deadline moved**');
    expect(lines[1]).toBe(
      'Deadline: Fri 8 Aug 2025, end of day in Washington, <t:1754711940:R>, as stated: "10 days from today"',
    );
    expect(lines[2]).toMatch(/^"ten days from today"\. Stated on 29 Jul\. Source: \[BBC News\]/);
    expect(lines[3]).toBe('-# Proposed by Ana on 29 Jul');
  });

  it('fits three of the longest proposals into the 4,000 characters of a screen', () => {
    const long = 'ü'.repeat(2000);
    const command = parseProposed({
      verb: 'record',
      issuer: long,
      targets: Array.from({ length: 9 }, () => long),
      demand: long,
      threat: long,
      zone: washington,
      tags: [],
      deadline: { ...friday, words: long },
      stated: dayOf(said, washington),
      statements: [
        {
          quote: long,
          url: `https://a.example/${'x'.repeat(900)}`,
          outlet: long,
          grade: 'primary',
          archive: null,
          seenIn: null,
        },
      ],
    });
    expect(command).not.toBeNull();
    if (command === null) return;
    const text = linesOf(command, { number: null, name: long }).join('\n');
    expect(text.length).toBeLessThan(1250);
  });

  it('says that a person who was forgotten has no name', () => {
    const command = parseProposed(move);
    if (command === null) throw new Error('not a command');
    expect(linesOf(command, { name: null }).at(-1)).toBe('-# Proposed by a former member on 29 Jul');
  });

  it('shows the last page past the end of a queue that shrank', () => {
    expect(pageOf([1, 2, 3, 4], 7, 3)).toEqual({ shown: [4], page: 1, pages: 2 });
    expect(pageOf([], 0, 3)).toEqual({ shown: [], page: 0, pages: 1 });
    expect(pageOf([1, 2], Number.NaN, 3)).toEqual({ shown: [1, 2], page: 0, pages: 1 });
  });

  it('ends a proposal as stale if the present contradicts it, but not for trouble of the moment', () => {
    expect(isStale({ why: 'same-deadline' })).toBe(true);
    expect(isStale({ why: 'busy' })).toBe(false);
    expect(isStale({ why: 'needs-reports', given: 1 })).toBe(false);
  });
});
