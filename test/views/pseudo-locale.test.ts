import { describe, expect, it } from 'vitest';
import type { View } from '../../src/discord/command.js';
import {
  boardView,
  cardView,
  digestView,
  entryLines,
  issuerView,
  leaderboardView,
  listView,
  logView,
  postView,
  previewView,
  savedView,
  showView,
} from '../../src/discord/views/index.js';
import { caseFacts } from '../../src/domain/figures/case.js';
import { figuresOf } from '../../src/domain/figures/record.js';
import { weekPost } from '../../src/posting/week.js';
import { fold } from '../../src/domain/fold.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { planView } from '../../commands/data/import.js';
import { flowButton } from '../../src/discord/views/buttons.js';
import type { ImportPlan } from '../../src/drafting/import/plan.js';
import { pseudoLocale } from '../support/pseudo-locale.js';
import { day, entriesOf, instant, posted, source, until, WASHINGTON, type Step } from './support.js';

const words = pseudoLocale();
const NOW = instant('2025-08-04T12:00:00Z');
const CHANNEL = '100000000000000002';

/** What people typed is Greek here, so that Latin letters outside of brackets are texts that stand outside the catalogue. */
const greek = (length: number) =>
  'αβγδε '
    .repeat(Math.ceil(length / 6))
    .slice(0, length)
    .trim();

function recorded(length: number, targets: number, moves: number, dated = true): Ultimatum {
  const names = Array.from({ length: targets }, (_, index) => `${greek(length)} ${index}`);
  const said = {
    stated: day('2025-07-14'),
    statements: [source('https://1.23/4', greek(length), greek(length))],
  };
  const terms = { issuers: [greek(length)], targets: names, demand: greek(length), threat: greek(length) };
  const deadline = dated ? until(greek(20), '2025-09-02') : null;
  const record: Step = [
    '2025-07-14T18:00:00Z',
    'ana',
    { verb: 'record', ...terms, zone: WASHINGTON, tags: [], deadline, ...said },
  ];
  const steps = Array.from({ length: moves }, (_, index): Step => {
    const next = String(3 + index).padStart(2, '0');
    return [
      `2025-07-${15 + index}T18:00:00Z`,
      'ana',
      {
        verb: 'move',
        deadline: until(greek(20), `2025-09-${next}`),
        ...said,
        stated: day(`2025-07-${15 + index}`),
      },
    ];
  });
  return fold(entriesOf([record, ...steps]));
}

const CASES: readonly (readonly [string, Ultimatum])[] = [
  ['ordinary', recorded(20, 1, 1)],
  ['57 targets', recorded(20, 57, 0)],
  ['12 moves', recorded(20, 2, 12)],
  ['texts of 300 characters', recorded(300, 3, 2)],
  ['no date', recorded(20, 1, 0, false)],
];

const question = {
  words: greek(40),
  reason: { kind: 'event', event: greek(40) } as const,
  candidates: [until(greek(20), '2025-09-02'), until(greek(20), '2025-09-01', '2025-09-05')],
};

/** Every view by its name: the screen of another room is one line here. */
const VIEWS: Readonly<Record<string, (ultimatum: Ultimatum) => View | null>> = {
  card: (ultimatum) => cardView(words, posted(ultimatum, NOW)),
  week: (ultimatum) => {
    const numbered = { number: 12, ultimatum };
    const [before, after = before] = ultimatum.versions;
    const moved = before === undefined || after === undefined ? [] : [{ ...numbered, before, after }];
    const many = Array.from({ length: 20 }, () => numbered);
    const corrected = many.map((one) => ({ ...one, reason: greek(300) }));
    const week = {
      from: NOW,
      on: NOW,
      zone: WASHINGTON,
      changed: many,
      moved,
      passed: many,
      closed: many,
      corrected,
    };
    const post = weekPost(words, week);
    return post === null ? null : postView(words, { ...post, marker: 'm' });
  },
  issuer: (ultimatum) =>
    issuerView(
      words,
      {
        name: greek(80),
        record: figuresOf([{ ...caseFacts(ultimatum), joint: true }], NOW),
        inclusionRule: greek(1000),
      },
      [{ id: 'k:post', label: words.buttons.post }],
    ),
  leaderboard: ({ issuers: [name = ''] }) => {
    const share = { count: 12_345, n: 23_456 };
    const tally = { cases: 34_567, notReviewed: 0, met: share, moved: share, carriedOut: share };
    const issuers = Array.from({ length: 40 }, () => ({ name, ...tally }));
    const leftOut = { unsourced: 123, hidden: 123 };
    return leaderboardView(words, { issuers, all: tally, leftOut }, greek(1000), []);
  },
  show: (ultimatum) =>
    showView(words, posted(ultimatum, NOW), {
      buttons: ['log', 'post', 'picture', 'update'],
      asOf: { instant: NOW, recorded: null },
    }),
  log: (ultimatum) => logView(words, posted(ultimatum, NOW), 0),
  digest: (ultimatum) => digestView(words, { ...counts(ultimatum), on: NOW, zone: 'UTC' }, 'marker'),
  board: (ultimatum) =>
    boardView(words, { ...counts(ultimatum), waiting: [{ number: 7, ultimatum }] }, NOW, 'marker'),
  list: (ultimatum) =>
    listView(words, {
      key: 'k',
      items: eight(ultimatum),
      total: { count: 1000, more: true },
      page: 1,
      state: 'all',
      narrowed: [greek(60)],
      now: NOW,
    }),
  preview: (ultimatum) => preview(ultimatum),
  import: () => planView(words, importPlan, [flowButton('k', 'import', words.imports.door.importGood)]),
  saved: () =>
    savedView(words, {
      number: 12,
      sentence: words.verbs.done.record(12),
      channel: CHANNEL,
      blocked: null,
      undo: { key: 'k', seconds: 60 },
      links: ['https://1.23/4'],
    }),
};

const importPlan: ImportPlan = {
  kind: 'plan',
  id: 'i',
  fresh: [{ row: 1, number: null, entries: '[]' }],
  there: [{ row: 2, number: 3 }],
  near: [{ row: 1, number: 2 }],
  faults: [{ row: 4, column: null, given: greek(30), why: { kind: 'in-future' } }],
  // The names of fields are what people type, and stand outside of every language.
  columns: [],
  unused: Array.from({ length: 60 }, () => greek(60)),
  from: null,
  server: null,
};

const eight = (ultimatum: Ultimatum) =>
  Array.from({ length: 8 }, (_, index) => ({ number: index + 1, ultimatum }));
const counts = (ultimatum: Ultimatum) => ({
  first: eight(ultimatum),
  dated: 17,
  undated: 1,
  paused: 1,
  passed: 2,
});

function preview(ultimatum: Ultimatum): View {
  return previewView(words, {
    key: 'k',
    now: NOW,
    post: entryLines(words, posted(ultimatum, NOW), 1),
    reading: null,
    assumed: [],
    notes: [],
    channel: null,
    blocked: null,
    ask: null,
    offers: [],
    proposed: false,
    confirm: { action: 'save', label: words.buttons.details },
    question,
    others: [{ action: 'cancel', label: words.buttons.undo }],
  });
}

/** Every string under one of the keys, wherever it stands in a view. */
function stringsOf(view: View, ...keys: readonly string[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(view, (key, value: unknown) => {
    if (keys.includes(key) && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

/** Addresses, tags, numbers of ultimatums and names of people and places, which are no words of the catalogue. */
const DATA =
  /\]\([^)]*\)|<[^>]*>|https?:\S+|⟦[^⟦⟧]*(?:⟧|…)|\/(?:help|ultimatum \w+)|U-\d+|\bAna\b|Washington|Withdrawn|Open(?:, no date)?/g;
const outsideTheCatalogue = (text: string) => text.replace(DATA, '').match(/\p{Script=Latin}+/gu) ?? [];

/** Of components 4,000 characters, else 2,000; what is posted has half of that. */
function longest({ v2, file }: View): number {
  if (v2 === true) return 4000;
  // Beside it stand the columns, at most 400 characters.
  return file === undefined ? 1000 : 1200;
}

describe.each(Object.entries(VIEWS))('the %s in another language', (_name, draw) => {
  it.each(CASES)(
    'takes every text from the catalogue and keeps the limits of Discord: %s',
    (_case, ultimatum) => {
      const view = draw(ultimatum);
      if (view === null) return;
      const contents = stringsOf(view, 'content');
      const labels = stringsOf(view, 'label');
      expect([...contents, ...labels].flatMap(outsideTheCatalogue)).toEqual([]);
      expect(contents.join('').length).toBeLessThanOrEqual(longest(view));
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(80);
      for (const text of stringsOf(view, 'placeholder')) expect(text.length).toBeLessThanOrEqual(150);
    },
  );
});
