/** What the entries of an ultimatum add up to, beside its headline. */
import { describe, expect, test } from 'vitest';
import { fold, foldOrNull } from '../../src/domain/fold.js';
import type { Command } from '../../src/domain/entry.js';
import {
  day,
  founding,
  Ledger,
  ms,
  on,
  outcome,
  primary,
  recording,
  recordsOutcome,
  report,
  said,
  undated,
} from './support.js';

const one = (more: object = {}) =>
  new Ledger().add({ ...recording(day('2025-09-02')), ...more }, '2025-07-14T20:00');
const moved = (to: string, stated: string, more: object = {}): Command => ({
  verb: 'move',
  deadline: day(to),
  ...said(stated),
  ...more,
});
const pause = (stated: string, more: object = {}): Command => ({ verb: 'suspend', ...said(stated), ...more });
const resumed = (to: string, stated: string): Command => ({
  verb: 'resume',
  deadline: day(to),
  ...said(stated),
});

describe('a fold', () => {
  test('of entries without a record is none', () => {
    expect(foldOrNull([])).toBeNull();
    expect(() => fold([])).toThrow('There is no record among these entries');
  });

  test('says who recorded it, when it was stated, and its last entry', () => {
    const { recordedBy, recorded, stated, lastSeq, entries, issuers, tags, zone } = founding().now;
    expect({ recordedBy, recorded, stated, lastSeq, issuers, tags, zone }).toEqual({
      recordedBy: 'ana',
      recorded: ms('2025-07-14T20:00'),
      stated: on('2025-07-14'),
      lastSeq: 3,
      issuers: ['Donald Trump'],
      tags: [],
      zone: 'America/New_York',
    });
    expect(entries).toHaveLength(3);
  });

  test('has nothing where nothing happened', () => {
    const { outcomes, reversals, terms: changes, links, disputes, disputed, corrections } = one().now;
    expect({ outcomes, reversals, changes, links, disputes, corrections }).toEqual({
      outcomes: [],
      reversals: [],
      changes: [],
      links: [],
      disputes: [],
      corrections: [],
    });
    expect(disputed).toBe(false);
  });
});

describe('the sources', () => {
  test('keep the capture they came with, unless a better one was added', () => {
    const sources = [
      report('one.example', { archive: 'https://archive.example/1' }),
      report('two.example', { archive: 'https://archive.example/2' }),
      report('three.example', { quote: 'words alone', url: null }),
    ];
    const ledger = one(said('2025-07-14', ...sources)).add(
      { verb: 'archive', url: 'https://www.two.example/story', archive: 'https://archive.example/3' },
      '2025-07-15T12:00',
    );
    expect(ledger.now.statements.map(({ url, archive, entry }) => [url, archive, entry])).toEqual([
      ['https://www.one.example/story', 'https://archive.example/1', 1],
      ['https://www.two.example/story', 'https://archive.example/3', 1],
      [null, null, 1],
    ]);
    expect(
      ledger.try(
        { verb: 'archive', url: 'https://www.two.example/story', archive: 'https://archive.example/3' },
        '2025-07-16T12:00',
      ),
    ).toEqual({ why: 'nothing-to-change', of: { what: 'archive' } });
    expect(
      ledger.try(
        { verb: 'archive', url: 'https://www.four.example/', archive: 'https://archive.example/3' },
        '2025-07-16T12:00',
      ),
    ).toEqual({ why: 'not-found', what: 'entry', given: 'https://www.four.example/' });
  });

  test('of a record without any are its own words, unsourced', () => {
    const none = { quote: null, url: null, outlet: null, grade: 'unsourced', archive: null, seenIn: null };
    expect(one({ statements: [] }).now.statements).toMatchObject([{ ...none, quote: '2025-09-02' }]);
    expect(one({ statements: [], deadline: null }).now.statements).toMatchObject([none]);
  });
});

describe('a pause and a withdrawal', () => {
  test('say since when, as long as they last', () => {
    const paused = one().add(pause('2025-07-20'), '2025-07-20T12:00');
    expect(paused.now).toMatchObject({
      state: 'suspended',
      suspended: on('2025-07-20'),
      withdrawn: null,
      inForce: null,
    });
    expect(paused.now.chains).toMatchObject([{ suspended: on('2025-07-20'), withdrawn: null }]);
    const running = paused.add(resumed('2025-09-10', '2025-07-25'), '2025-07-25T12:00');
    expect(running.now).toMatchObject({ state: 'open', suspended: null, moves: 1, inForce: { number: 2 } });
    const gone = running.add({ verb: 'withdraw', ...said('2025-07-28') }, '2025-07-28T12:00');
    expect(gone.now).toMatchObject({
      state: 'withdrawn',
      suspended: null,
      withdrawn: on('2025-07-28'),
      inForce: null,
    });
  });

  test('after a deadline was over are told apart from one before it', () => {
    const unmet = (stated: string) =>
      one()
        .add({ verb: 'withdraw', ...said(stated) }, '2025-09-05T12:00')
        .add(recordsOutcome(outcome('none', 'not-due'), '2025-09-05'), '2025-09-05T13:00').now.outcomes[0];
    expect(unmet('2025-08-01')?.against).toBeNull();
    expect(unmet('2025-09-04')?.against).toMatchObject({ words: '2025-09-02' });
  });
});

describe('several targets', () => {
  const both = () => one({ targets: ['Russia', 'Belarus'] });

  test('have the deadline in force that ends first, of those that are still open', () => {
    const ledger = both()
      .add(moved('2025-08-10', '2025-07-20', { scope: ['Belarus'] }), '2025-07-20T12:00')
      .add(moved('2025-10-01', '2025-07-21', { scope: ['Russia'] }), '2025-07-21T12:00');
    expect(ledger.now.inForce?.reading.words).toBe('2025-08-10');
    expect(ledger.now.slip).toBe(29);
    ledger.lapse('2025-08-11T00:00');
    expect(ledger.now.inForce?.reading.words).toBe('2025-10-01');
    ledger.lapse('2025-10-02T00:00');
    expect(ledger.now.inForce?.reading.words).toBe('2025-08-10');
  });

  test('are shown in their order, whichever was moved', () => {
    const ledger = both().add(moved('2025-10-01', '2025-07-20', { scope: ['Russia'] }), '2025-07-20T12:00');
    expect(ledger.now.chains.map(({ targets }) => targets)).toEqual([['Russia'], ['Belarus']]);
  });

  test('end with the last outcome, and each says for whom it is, by whom and when', () => {
    const met = outcome('full', 'full', { complied: '2025-07-18', acted: '2025-07-18' });
    const ledger = both().add(
      { ...recordsOutcome(met, '2025-07-18', 'Belarus'), actor: 'NATO' },
      '2025-07-18T12:00',
    );
    expect(ledger.now.state).toBe('open');
    expect(ledger.now.outcomes).toMatchObject([
      { target: 'Belarus', entry: 2, by: 'ana', actor: 'NATO', stated: on('2025-07-18') },
    ]);
    ledger.add(recordsOutcome(met, '2025-07-19'), '2025-07-19T12:00');
    expect(ledger.now.state).toBe('resolved');
    expect(ledger.now.outcomes.map(({ target, actor }) => [target, actor])).toEqual([
      ['Belarus', 'NATO'],
      ['Russia', undefined],
    ]);
    expect(ledger.now.versions[0]?.became.map(({ kind }) => kind)).toEqual(['resolved']);
  });
});

describe('a reversal', () => {
  test('is of every target, or of those it names, with who did it', () => {
    const reversed = (more: object): Command => ({
      verb: 'reverse',
      what: 'measures-lifted',
      extent: 'full',
      when: on('2025-09-10'),
      ...said('2025-09-10', primary),
      ...more,
    });
    const acted = () =>
      one({ targets: ['Russia', 'Belarus'] }).add(
        recordsOutcome(outcome('none', 'full', { acted: '2025-09-04' }), '2025-09-04'),
        '2025-09-04T12:00',
      );
    const of = (more: object) => acted().add(reversed(more), '2025-09-11T12:00').now.reversals;
    expect(of({}).map(({ target, actor, entry }) => [target, actor, entry])).toEqual([
      ['Russia', undefined, 4],
      ['Belarus', undefined, 4],
    ]);
    expect(of({ scope: ['Belarus'], actor: 'NATO' })).toMatchObject([{ target: 'Belarus', actor: 'NATO' }]);
    expect(acted().try(reversed({ what: 'compliance-undone' }), '2025-09-11T12:00')).toEqual({
      why: 'nothing-to-reverse',
      what: 'compliance-undone',
    });
    expect(acted().try(reversed({ when: on('2025-09-03') }), '2025-09-11T12:00')).toMatchObject({
      why: 'before-reversed',
    });
    expect(acted().try(reversed({ when: on('2025-09-12') }), '2025-09-11T12:00')).toMatchObject({
      why: 'stated-in-future',
      field: 'when',
    });
  });
});

describe('a deadline without a date', () => {
  test('is kept with its words until a date is set, and goes on after one', () => {
    const ledger = one({ deadline: undated('soon') });
    expect(ledger.now).toMatchObject({ undated: { words: 'soon' }, versions: [], inForce: null, slip: null });
    ledger.add(moved('2025-09-02', '2025-07-20'), '2025-07-20T12:00');
    expect(ledger.now).toMatchObject({ undated: null, moves: 0, versions: [{ number: 1, revision: 'set' }] });
  });
});
