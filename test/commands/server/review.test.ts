import { describe, expect, it } from 'vitest';
import { parseProposed } from '../../../src/codec/command.js';
import { isStale } from '../../../commands/review/decide.js';
import { pageOf } from '../../../commands/review/queue.js';
import { proposalText } from '../../../commands/review/words.js';
import type { Command } from '../../../src/domain/command.js';
import type { Reading } from '../../../src/domain/reading.js';
import { dayOf } from '../../../src/domain/when.js';
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

describe('the review queue', () => {
  it('a proposal comes out of the store as it went in', () => {
    expect(parseProposed(JSON.parse(JSON.stringify(move)))).toEqual(move);
  });

  it('a proposed copy of a source has no day of its own', () => {
    const command = parseProposed({
      verb: 'archive',
      url: 'https://a.example',
      archive: 'https://b.example',
    });
    expect(command).not.toBeNull();
    if (command === null) return;
    const text = proposalText(
      command,
      { number: 12, recorded: said, name: 'Ana', words: english },
      washington,
    );
    expect(text.split('\n')[0]).toBe('**U-12: A copy of a source**');
    expect(text).not.toContain('Stated');
  });

  it.each([
    { verb: 'hide', reason: 'spam' },
    { verb: 'correct', entry: 1, fields: {}, removes: true, reason: 'no' },
    { verb: 'move' },
    null,
  ])('what a member cannot propose is not accepted: %o', (command) => {
    expect(parseProposed(command)).toBeNull();
  });

  it('says what, of which ultimatum, when it was stated, and by whom it was proposed', () => {
    const command = parseProposed(move);
    expect(command).not.toBeNull();
    if (command === null) return;
    const lines = proposalText(
      command,
      { number: 12, recorded: said, name: 'Ana', words: english },
      washington,
    ).split('\n');
    expect(lines[0]).toBe('**U-12: Deadline moved**');
    expect(lines[1]).toBe(
      'Deadline: Fri 8 Aug 2025, end of day in Washington, <t:1754711940:R>, as stated: "10 days from today"',
    );
    expect(lines[2]).toMatch(/^"ten days from today"\. Stated on 29 Jul\. Source: \[BBC News\]/);
    expect(lines[3]).toBe('-# Proposed by Ana on 29 Jul');
  });

  it('three of the longest proposals fit the 4,000 characters of a screen', () => {
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
    const text = proposalText(
      command,
      { number: null, recorded: said, name: long, words: english },
      washington,
    );
    expect(text.length).toBeLessThan(1250);
  });

  it('a page past the end of a queue that shrank is the last one', () => {
    expect(pageOf([1, 2, 3, 4], 7, 3)).toEqual({ shown: [4], page: 1, pages: 2 });
    expect(pageOf([], 0, 3)).toEqual({ shown: [], page: 0, pages: 1 });
    expect(pageOf([1, 2], Number.NaN, 3)).toEqual({ shown: [1, 2], page: 0, pages: 1 });
  });

  it('what the present contradicts is stale; trouble of the moment is not', () => {
    expect(isStale({ why: 'same-deadline' })).toBe(true);
    expect(isStale({ why: 'busy' })).toBe(false);
    expect(isStale({ why: 'needs-reports', given: 1 })).toBe(false);
  });
});
