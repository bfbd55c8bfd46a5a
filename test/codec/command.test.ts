import { describe, expect, it } from 'vitest';
import { isProposable } from '../../src/domain/verbs.js';
import { parseCommand, parseProposed } from '../../src/codec/entry.js';
import type { Command } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';

const stated = { start: 1, end: 2 };
const said = {
  stated,
  statements: [
    {
      quote: 'or else',
      url: 'https://a.example',
      outlet: null,
      grade: 'secondary',
      archive: null,
      seenIn: null,
    },
  ],
} as const;
const deadline: Reading = {
  words: 'by Friday',
  earliest: 1,
  latest: 2,
  precision: 'day',
  bound: 'by',
  zone: 'UTC',
  zoneFrom: 'stated',
  edtf: '2025-08-08',
  orSooner: false,
  openBeginning: true,
  assumed: [],
};
const outcome = {
  compliance: 'full',
  followThrough: 'not-due',
  complied: stated,
  acted: null,
  note: null,
} as const;

/** One command of each verb: a new verb does not compile until it has one. */
const EVERY: { readonly [V in Command['verb']]: Extract<Command, { readonly verb: V }> } = {
  record: {
    verb: 'record',
    issuers: ['A'],
    targets: ['B'],
    demand: 'C',
    threat: null,
    zone: 'UTC',
    tags: [],
    deadline,
    ...said,
  },
  move: { verb: 'move', deadline, ...said },
  suspend: { verb: 'suspend', ...said },
  resume: { verb: 'resume', deadline, ...said },
  withdraw: { verb: 'withdraw', ...said },
  replace: { verb: 'replace', by: 2, self: 1, ...said },
  outcome: { verb: 'outcome', scope: ['E'], actor: 'F', outcome, ...said },
  reverse: {
    verb: 'reverse',
    what: 'measures-lifted',
    extent: 'partial',
    when: { start: 0, end: 0 },
    ...said,
  },
  'close-dispute': { verb: 'close-dispute', dispute: 3, upheld: false, reason: 'no' },
  link: { verb: 'link', self: 1, to: 2, as: 'reissue-of' },
  terms: { verb: 'terms', demand: 'D', threat: null, targets: ['E'], ...said },
  source: { verb: 'source', ...said },
  archive: { verb: 'archive', url: 'https://a.example', archive: 'https://b.example' },
  dispute: { verb: 'dispute', reason: 'wrong', ...said },
  correct: {
    verb: 'correct',
    entry: 1,
    fields: { deadline, issuers: ['F'] },
    removes: false,
    reason: 'typo',
  },
  hide: { verb: 'hide', reason: 'duplicate' },
  unhide: { verb: 'unhide', reason: 'no duplicate' },
  lapse: { verb: 'lapse' },
};

describe('a command as it is stored', () => {
  it.each(Object.values(EVERY))('"$verb" is read back as it was', (command) => {
    expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual(command);
  });

  it.each([
    ['nothing', null],
    ['an unknown verb', { verb: 'annex' }],
    ['the name of a method', { verb: 'toString' }],
    ['a verb without what belongs to it', { verb: 'move' }],
  ])('is null for %s', (_, value) => {
    expect(parseCommand(value)).toBeNull();
  });

  it('can be proposed unless it corrects, links, closes, hides or is the clock', () => {
    const refused = Object.values(EVERY).filter((command) => !isProposable(command));
    expect(refused.map(({ verb }) => verb)).toEqual([
      'close-dispute',
      'link',
      'correct',
      'hide',
      'unhide',
      'lapse',
    ]);
    expect(parseProposed(EVERY.hide)).toBeNull();
    expect(parseProposed(EVERY.dispute)).toEqual(EVERY.dispute);
  });
});
