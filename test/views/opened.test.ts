import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import {
  entryLines,
  logView,
  parseSubject,
  previewView,
  savedView,
  showView,
  type Preview,
} from '../../src/discord/views/index.js';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import { fold } from '../../src/domain/fold.js';
import { typed } from '../../src/wording/typed.js';
import {
  entriesOf,
  FOUNDING,
  founding,
  idsOf,
  instant,
  posted,
  textsOf,
  until,
  type Step,
} from './support.js';

const NOW = instant('2025-08-10T18:02:00Z');

describe('show', () => {
  const shown = showView(english, posted(founding(), NOW), {
    buttons: ['log', 'post', 'picture', 'update'],
    asOf: null,
  });

  test('shows the founding case', () => {
    expect(textsOf(shown)).toEqual([
      '### U-12: Donald Trump to Russia',
      '**Not met, partly carried out** (after 1 move). Disputed.',
      'Demand: agree to a ceasefire in Ukraine',
      'Otherwise: "severe tariffs"',
      '**Deadlines**',
      '1. Tue 2 Sep 2025, "50 days", stated 14 Jul. Moved 24 days earlier on 28 Jul.',
      '2. 7 to 9 Aug 2025, "10 or 12 days", stated 28 Jul. Narrowed on 29 Jul.',
      '3. Fri 8 Aug 2025, "10 days from today", stated 29 Jul. Passed <t:1754711940:R>.',
      'Overall: 25 days earlier than first stated.',
      '**Outcome, recorded 9 Aug**',
      'Russia: did not meet the demand (agree to a ceasefire in Ukraine) by Fri 8 Aug 2025',
      'Donald Trump: carried out the threat in part, on 6 Aug, before the deadline: a 25% tariff on India, nothing on Russia',
      'Disputed: nothing was done to Russia itself',
      '**Sources**',
      '1. [CNN](https://www.cnn.com/50-days), cnn.com, news report ([archive](https://web.archive.org/web/20250714180000/https://www.cnn.com/50-days))',
      '2. [BBC News](https://www.bbc.co.uk/news/1), bbc.co.uk, news report ([archive](https://web.archive.org/web/20250728150000/https://www.bbc.co.uk/news/1))',
      '3. [BBC News](https://www.bbc.co.uk/news/2), bbc.co.uk, news report ([archive](https://web.archive.org/web/20250729200000/https://www.bbc.co.uk/news/2))',
      '4. [White House](https://www.whitehouse.gov/order), whitehouse.gov, official page ([archive](https://web.archive.org/web/20250809150000/https://www.whitehouse.gov/order))',
      '5. [Reuters](https://www.reuters.com/india), reuters.com, news report ([archive](https://web.archive.org/web/20250809150000/https://www.reuters.com/india))',
      '-# Entry 6 of U-12. Cite: "U-12, entry 6, 10 Aug 2025 18:02 UTC". No corrections.',
    ]);
  });

  test('has the requested buttons and no others', () => {
    expect(idsOf(shown)).toEqual(['log', 'post', 'picture', 'update'].map((door) => `${door}:U-12:show`));
  });

  test('says where this server knew less than the world', () => {
    const late: readonly Step[] = FOUNDING.map((step, index) =>
      index === 1 ? ['2025-07-29T14:00:00Z', step[1], step[2]] : step,
    );
    const entries = entriesOf(late.slice(0, 3));
    const at = instant('2025-07-28T22:00:00Z');
    const known = asKnownInWorld(entries, at);
    if (known === null) throw new Error('It was stated by then');
    const asOf = { instant: at, recorded: asRecorded(entries, at) };
    const lines = textsOf(showView(english, posted(known, NOW), { buttons: [], asOf }));
    expect(lines).toContain('As known on Mon 28 Jul 2025, with later corrections.');
    expect(lines).toContain("This server's record at that time: Tue 2 Sep 2025, Open.");
    expect(lines).toContain('2. 7 to 9 Aug 2025, "10 or 12 days", stated 28 Jul. Ends <t:1754798340:R>.');
  });

  test('shows only the tombstone of a hidden one', () => {
    const hide: Step = ['2025-08-03T10:00:00Z', 'ana', { verb: 'hide', reason: 'duplicate of U-11' }];
    const hidden = fold(entriesOf([...FOUNDING.slice(0, 3), hide]));
    const view = showView(english, posted(hidden, NOW), { buttons: ['log'], asOf: null });
    expect(textsOf(view)).toEqual(['U-12: hidden on 3 Aug, duplicate of U-11']);
    expect(idsOf(view)).toEqual([]);
    expect(textsOf(logView(english, posted(hidden, NOW), 0))).toEqual([
      'U-12: hidden on 3 Aug, duplicate of U-11',
    ]);
  });
});

describe('log', () => {
  test('shows every entry as it was made, with the original link', () => {
    const lines = textsOf(logView(english, posted(founding(), NOW), 0));
    const log = lines.join('\n');
    expect(log).toMatch(/Deadline moved earlier: .*"10 or 12 days"/);
    expect(log).toMatch(/Deadline narrowed: .*"10 days from today"/);
    expect(log).toContain(
      'Outcome: did not meet the demand; carried out the threat in part, on Wed 6 Aug 2025',
    );
    expect(log).toMatch(/Reuters, <[^>]*>, news report/);
    expect(log).not.toMatch(/secondary|shortened|clarified/);
    expect(lines.slice(0, 7)).toEqual([
      '### Log of U-12: 6 entries',
      '**1.** Recorded: Donald Trump to Russia',
      'Demand: agree to a ceasefire in Ukraine',
      'Otherwise: "severe tariffs"',
      'Deadline: Tue 2 Sep 2025, end of day in Washington',
      '- "if we don\'t have a deal in 50 days", CNN, <https://www.cnn.com/50-days?utm_source=x>, news report',
      '-# Stated Mon 14 Jul 2025. Recorded 14 Jul 2025 18:00 UTC by Ana, curator.',
    ]);
    expect(lines).toContain('**4.** The deadline passed');
    expect(lines).toContain('-# Stated 9 Aug 2025 04:00 UTC. Recorded 9 Aug 2025 04:00 UTC by the clock.');
  });

  test('shows a correction beside what it corrects', () => {
    const fix: Step = [
      '2025-08-01T10:00:00Z',
      'jonas',
      {
        verb: 'correct',
        entry: 1,
        fields: { deadline: until('50 days', '2025-09-03') },
        removes: false,
        reason: 'miscounted',
      },
    ];
    const corrected = fold(entriesOf([...FOUNDING.slice(0, 3), fix]));
    const log = textsOf(logView(english, posted(corrected, NOW), 0));
    expect(log).toContain('**4.** Correction of entry 1');
    expect(log).toContain(
      'Deadline: Wed 3 Sep 2025, end of day in Washington (was: Tue 2 Sep 2025, end of day in Washington)',
    );
    const show = textsOf(showView(english, posted(corrected, NOW), { buttons: [], asOf: null }));
    expect(show).toContain(
      '1. Wed 3 Sep 2025, "50 days", stated 14 Jul. Corrected from Tue 2 Sep 2025, end of day in Washington. Moved 25 days earlier on 28 Jul.',
    );
  });

  test('is read in pages', () => {
    const dispute = (day: number): Step => [
      `2025-08-${day}T12:00:00Z`,
      'jonas',
      {
        verb: 'dispute',
        reason: 'x'.repeat(1200),
        stated: { start: NOW - 1e9, end: NOW - 1e9 },
        statements: [],
      },
    ];
    const long = fold(entriesOf([...FOUNDING, dispute(11), dispute(12), dispute(13), dispute(14)]));
    const first = logView(english, posted(long, NOW), 0);
    expect(idsOf(first)).toEqual(['log:U-12.2:log']);
    expect(parseSubject('U-12.2')).toEqual({ number: 12, page: 1 });
    for (const outside of [
      'U-1234567890',
      'U-1.12345',
      'U-',
      'U--1',
      'U-1e9',
      'U-1.',
      'U-1\n',
      `U-${'9'.repeat(400)}`,
    ])
      expect(parseSubject(outside)).toBeNull();
    const seen = [0, 1, 2].flatMap((page) => textsOf(logView(english, posted(long, NOW), page)));
    for (let seq = 1; seq <= 10; seq += 1) {
      expect(seen.filter((line) => line.startsWith(`**${seq}.**`)).length).toBeGreaterThan(0);
    }
  });
});

describe('preview', () => {
  const about = posted(founding(1), NOW);
  const preview: Preview = {
    key: 'k'.repeat(22),
    now: instant('2025-08-06T12:00:00Z'),
    post: entryLines(english, about, 1),
    reading: until('50 days', '2025-09-02'),
    assumed: ['said on Mon 14 Jul 2025 (today)', "the issuer's time zone, Washington"].map((assumption) => [
      typed(assumption, 100),
    ]),
    notes: [],
    proposed: false,
    channel: '100000000000000002',
    blocked: null,
    ask: null,
    offers: [],
    confirm: { action: 'save', label: 'Record' },
    question: null,
    others: [{ action: 'cancel', label: 'Cancel' }],
  };

  test('says that nothing is saved yet, what was assumed and where it will be posted', () => {
    const lines = textsOf(previewView(english, preview));
    expect(lines[0]).toBe('### Not saved yet');
    expect(lines).toContain('**New ultimatum U-12: Donald Trump to Russia**');
    expect(lines).toContain('In your time zone: <t:1756871940:F>, <t:1756871940:R>');
    expect(lines).toContain("Assumed: said on Mon 14 Jul 2025 (today); the issuer's time zone, Washington");
    expect(lines.at(-1)).toBe('-# Will be posted in <#100000000000000002>');
    expect(idsOf(previewView(english, preview))).toEqual([`${preview.key}:save`, `${preview.key}:cancel`]);
  });

  test('asks with whole dates instead of the first button', () => {
    const friday = until('midnight Friday', '2025-08-08');
    const candidates = [{ ...friday, bound: 'before' as const, latest: friday.earliest }, friday];
    const view = previewView(english, {
      ...preview,
      reading: null,
      question: { words: 'midnight Friday', reason: { kind: 'midnight' }, candidates },
    });
    expect(JSON.stringify(view)).toContain('"label":"before Fri 8 Aug 2025 in Washington, in 2 days"');
    expect(JSON.stringify(view)).toContain('"label":"Fri 8 Aug 2025, end of day in Washington, in 3 days"');
    expect(textsOf(view)).toContain('2. <t:1754711940:F>, <t:1754711940:R>');
    expect(idsOf(view)).toEqual(['pick.0', 'pick.1', 'cancel'].map((action) => `${preview.key}:${action}`));
  });
});

test('what was saved can be undone while it waits, and its source saved as a copy', () => {
  const view = savedView(english, {
    number: 12,
    sentence: english.verbs.done.record(12),
    channel: '100000000000000002',
    blocked: null,
    undo: { key: 'key', seconds: 60 },
    links: ['https://www.cnn.com/50-days?utm_source=x'],
  });
  expect(textsOf(view)).toEqual([
    'Saved as U-12.',
    '-# It will be announced in <#100000000000000002> in 60 seconds, unless you undo it.',
  ]);
  expect(idsOf(view)).toEqual(['details:U-12:saved', 'key:undo']);
  expect(JSON.stringify(view)).toContain('https://web.archive.org/save/https://www.cnn.com/50-days"');
});
