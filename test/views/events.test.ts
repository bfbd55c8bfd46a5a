import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import { drawLines } from '../../src/discord/draw.js';
import { cardView, entryLines } from '../../src/discord/views/index.js';
import type { PostFacts } from '../../src/posting/facts.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import type { Command } from '../../src/domain/entry.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { fold } from '../../src/domain/fold.js';
import {
  CLAIMED,
  day,
  drawnPost,
  entriesOf,
  FOUNDING,
  instant,
  PEOPLE,
  posted,
  source,
  until,
  type Step,
} from './support.js';

const NOW = instant('2025-08-05T12:00:00Z');
const said = {
  stated: day('2025-08-01'),
  statements: [source('https://www.bbc.co.uk/news/3', 'BBC News', 'we will see')],
};
const SOURCE =
  'Source: [BBC News](https://www.bbc.co.uk/news/3), bbc.co.uk, news report ([archive](https://web.archive.org/web/20250801200000/https://www.bbc.co.uk/news/3))';

/** The founding case in July, and then what is said on 1 August. */
function after(command: Command, ...more: readonly Step[]) {
  return fold(entriesOf([...FOUNDING.slice(0, 3), ['2025-08-01T20:00:00Z', 'ana', command], ...more]));
}

function linesAfter(command: Command): readonly string[] {
  return drawLines(entryLines(english, posted(after(command), NOW), 4)).split('\n');
}

describe('what else happens to a deadline', () => {
  test('is posted when it moves later', () => {
    const lines = linesAfter({ verb: 'move', deadline: until('two more weeks', '2025-08-15'), ...said });
    expect(lines[0]).toBe('**Deadline moved later: Donald Trump to Russia (U-12)**');
    expect(lines[2]).toBe('Now: Fri 15 Aug 2025 ("two more weeks", stated 1 Aug), 7 days later');
    expect(lines.at(-1)).toBe('-# Second move. The earlier deadline stays in the log.');
  });

  test('is posted when it is paused', () => {
    expect(linesAfter({ verb: 'suspend', ...said })).toEqual([
      '**Deadline paused: Donald Trump to Russia (U-12)**',
      'Deadline was: Fri 8 Aug 2025 ("10 days from today", stated 29 Jul)',
      'As stated on 1 Aug: "we will see"',
      SOURCE,
      '-# The countdown is stopped until it resumes. Recorded by Ana, curator.',
    ]);
  });

  test('is not called a move when it resumes with the same deadline', () => {
    const suspended: Step = ['2025-08-01T20:00:00Z', 'ana', { verb: 'suspend', ...said }];
    const deadline = until('Friday', '2025-08-08');
    const resume: Step = [
      '2025-08-04T20:00:00Z',
      'ana',
      { verb: 'resume', deadline, stated: day('2025-08-04'), statements: said.statements },
    ];
    const resumed = fold(entriesOf([...FOUNDING.slice(0, 3), suspended, resume]));
    const lines = drawLines(entryLines(english, posted(resumed, NOW), 5)).split('\n');
    expect(lines[0]).toBe('**Resumed: Donald Trump to Russia (U-12)**');
    expect(lines.at(-1)).toContain('The same deadline, so not counted as a move.');
  });

  test('is posted when it is withdrawn, and the card stops counting down', () => {
    const withdrawn = after({ verb: 'withdraw', ...said });
    expect(drawLines(entryLines(english, posted(withdrawn, NOW), 4)).split('\n')[0]).toBe(
      '**Withdrawn: Donald Trump to Russia (U-12)**',
    );
    const card = cardView(english, posted(withdrawn, NOW)).content;
    expect(card).toContain('**Ultimatum U-12: Donald Trump to Russia**\nNow: Withdrawn (after 1 move)\n');
    expect(card).toContain('Deadline: Fri 8 Aug 2025, end of day in Washington\n');
    expect(card).not.toContain('<t:');
  });

  test('is posted when it is replaced', () => {
    expect(linesAfter({ verb: 'replace', by: 13, self: 12, ...said })[0]).toBe(
      '**Replaced by U-13: Donald Trump to Russia (U-12)**',
    );
  });

  test('is posted when its terms change, the old beside the new', () => {
    const lines = linesAfter({
      verb: 'terms',
      demand: null,
      threat: '"100% tariffs"',
      targets: null,
      ...said,
    });
    expect(lines.slice(0, 4)).toEqual([
      '**Terms changed: Donald Trump to Russia (U-12)**',
      'Was: Otherwise: "severe tariffs"',
      'Now: Otherwise: "100% tariffs"',
      'As stated on 1 Aug: "we will see"',
    ]);
  });
});

describe('edits and what is hidden', () => {
  const edit: Delivery = {
    guild: '100000000000000001',
    channel: '100000000000000002',
    post: { kind: 'edit', of: 'card', number: 12, version: null, entry: 4 },
    due: NOW,
    expires: null,
    ...CLAIMED,
  };
  const loaded = (ultimatum: Ultimatum): PostFacts => ({
    kind: 'ultimatum',
    ultimatum,
    people: PEOPLE,
    incoming: [],
    zone: 'UTC',
    pingRole: null,
  });

  test('keep the card current', () => {
    const moved = after({ verb: 'move', deadline: until('two more weeks', '2025-08-15'), ...said });
    const content = drawnPost(edit, loaded(moved), NOW)?.content;
    expect(content).toContain('**Ultimatum U-12: Donald Trump to Russia**');
    expect(content).toContain('Deadline: Fri 15 Aug 2025, end of day in Washington, <t:1755316740:R>');
    expect(content).toContain('Moved twice.');
  });

  test('turn a hidden one into its tombstone, and post nothing more of it', () => {
    const hidden = after({ verb: 'hide', reason: 'duplicate of U-11' });
    const version = { number: 3, generation: 0 };
    const post = { kind: 'announcement', number: 12, version, entry: 3 } as const;
    const announcement: Delivery = { ...edit, post };
    expect(drawnPost(edit, loaded(hidden), NOW)).toEqual({
      content: '**U-12: hidden on 1 Aug, duplicate of U-11**',
      components: [],
    });
    expect(drawnPost(announcement, loaded(hidden), NOW)).toBeNull();
  });

  test('leave out an entry that was taken back', () => {
    const source4: Command = { verb: 'dispute', reason: 'no', ...said };
    const back: Command = { verb: 'correct', entry: 4, fields: {}, removes: true, reason: 'undone' };
    const undone = after(source4, ['2025-08-01T20:00:30Z', 'ana', back]);
    const post = { kind: 'announcement', number: 12, version: null, entry: 4 } as const;
    const announcement: Delivery = { ...edit, post };
    expect(drawnPost(announcement, loaded(undone), NOW)).toBeNull();
  });
});
