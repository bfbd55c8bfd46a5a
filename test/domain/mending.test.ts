import { expect, test } from 'vitest';
import type { CorrectedFields, Entry } from '../../src/domain/entry.js';
import { foldOrNull } from '../../src/domain/fold.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { at } from '../../src/domain/when.js';
import { inEnglish } from '../support/headline.js';
import { always } from './histories.js';
import {
  day,
  founding,
  Ledger,
  on,
  outcome,
  primary,
  recording,
  recordsOutcome,
  report,
  said,
} from './support.js';

/** What a reader sees, without the numbers of entries and of deliveries. */
function seen(ultimatum: Ultimatum | null): unknown {
  if (ultimatum === null) return null;
  const { state, headline, outcomes, demand, threat, targets, moves, slip, disputed } = ultimatum;
  const versions = ultimatum.versions.map(({ reading, revision, became }) => ({ reading, revision, became }));
  const outcomesSaid = outcomes.map(({ target, outcome: one, demand: asked }) => ({ target, one, asked }));
  return { state, headline, said: outcomesSaid, demand, threat, targets, moves, slip, disputed, versions };
}

function correction(entries: readonly Entry[], corrects: number, fields: CorrectedFields | null): Entry {
  const seq = entries.length + 1;
  const recorded = entries.at(-1)?.recorded ?? 0;
  const event = {
    kind: 'corrected',
    corrects,
    fields: fields ?? {},
    removes: fields === null,
    reason: 'wrong',
  } as const;
  return { seq, recorded, stated: at(recorded), by: 'ana', statements: [], event };
}

test('an entry that is taken out reads as if it had never been recorded', () => {
  always(({ after }) => {
    const corrected = after.some(({ event }) => event.kind === 'corrected');
    const last = after.at(-1);
    if (corrected || last === undefined || last.seq === 1) return;
    const without = foldOrNull(after.filter(({ seq }) => seq !== last.seq));
    expect(seen(foldOrNull([...after, correction(after, last.seq, null)]))).toEqual(seen(without));
  });
});

test('corrections of different fields give the same in either order', () => {
  const { entries } = founding();
  const [a, b] = [{ demand: 'leave' }, { deadline: day('2025-09-05') }];
  const one = [...entries, correction(entries, 1, a)];
  const other = [...entries, correction(entries, 1, b)];
  const both = foldOrNull([...one, correction(one, 1, b)]);
  expect(seen(both)).toEqual(seen(foldOrNull([...other, correction(other, 1, a)])));
});

test('the order in which deadlines were recorded does not matter', () => {
  const moves = [
    { verb: 'move', deadline: day('2025-08-20'), ...said('2025-07-20') },
    { verb: 'move', deadline: day('2025-08-12'), ...said('2025-07-25') },
    { verb: 'move', deadline: day('2025-08-30'), ...said('2025-07-28') },
  ] as const;
  const recorded = (order: readonly number[]) => {
    const ledger = new Ledger().add(recording(day('2025-09-02')), '2025-07-14T20:00');
    for (const index of order) {
      const command = moves[index];
      if (command !== undefined) ledger.add(command, '2025-07-29T20:00');
    }
    return seen(ledger.now);
  };
  for (const order of [
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])
    expect(recorded(order)).toEqual(recorded([0, 1, 2]));
});

test('a wrong withdrawal, and a wrong replacement, are taken out: it runs again', () => {
  const remove = (entry: number) =>
    ({ verb: 'correct', entry, fields: {}, removes: true, reason: 'another ultimatum was meant' }) as const;
  const ends = [
    { verb: 'withdraw', ...said('2025-07-30') },
    { verb: 'replace', by: 13, self: 12, ...said('2025-07-30') },
  ] as const;
  for (const end of ends) {
    const ledger = founding().add(end, '2025-07-30T20:00').add(remove(4), '2025-07-31');
    expect([ledger.now.state, ledger.now.inForce?.entry]).toEqual(['open', 3]);
  }
});

test('both sides of an outcome, their days and the note can be corrected at once', () => {
  const ledger = founding()
    .lapse('2025-08-09')
    .add(recordsOutcome(outcome('none', 'none'), '2025-08-09'), '2025-08-10')
    .add(
      {
        verb: 'correct',
        entry: 5,
        fields: {
          compliance: 'full',
          complied: on('2025-08-07'),
          followThrough: 'partial',
          acted: on('2025-08-06'),
        },
        removes: false,
        reason: 'we read another report',
      },
      '2025-08-11',
    );
  expect(inEnglish(ledger.now.headline)).toBe('Met under measures in part (after 1 move)');
});

test('what names a target goes on naming it when its name is corrected', () => {
  const ledger = new Ledger()
    .add({ ...recording(day('2025-08-08')), targets: ['Ruzzia', 'Belarus'] }, '2025-07-14T20:00')
    .lapse('2025-08-09')
    .add(recordsOutcome(outcome('none', 'none'), '2025-08-09', 'Ruzzia'), '2025-08-10')
    .add(
      {
        verb: 'correct',
        entry: 1,
        fields: { targets: ['Russia', 'Belarus'] },
        removes: false,
        reason: 'a slip',
      },
      '2025-08-11',
    );
  expect(ledger.now.outcomes.map(({ target }) => target)).toEqual(['Russia']);
});

test('an outcome prints the demand that was in force when it was met', () => {
  const ledger = new Ledger()
    .add(recording(day('2025-08-08')), '2025-07-14T20:00')
    .add(
      { verb: 'terms', demand: 'leave Crimea as well', threat: null, targets: null, ...said('2025-08-06') },
      '2025-08-06T20:00',
    )
    .add(
      {
        verb: 'outcome',
        outcome: outcome('full', 'not-due', { complied: '2025-08-03' }),
        ...said('2025-08-07', primary),
      },
      '2025-08-07T20:00',
    );
  expect(ledger.now.outcomes[0]?.demand).toBe('agree to a ceasefire in Ukraine');
});

test('terms can not be changed once every target has its outcome', () => {
  const ledger = founding()
    .lapse('2025-08-09')
    .add(recordsOutcome(outcome('none', 'none'), '2025-08-09'), '2025-08-10');
  const terms = {
    verb: 'terms',
    demand: 'more',
    threat: null,
    targets: null,
    ...said('2025-08-10', report()),
  } as const;
  expect(ledger.try(terms, '2025-08-11')).toMatchObject({ why: 'wrong-state', state: 'resolved' });
});

test('a dispute is closed by a curator, or settled by the correction of what it is about', () => {
  const disputed = () =>
    founding()
      .lapse('2025-08-09')
      .add(recordsOutcome(outcome('none', 'none'), '2025-08-09'), '2025-08-10')
      .add({ verb: 'dispute', reason: 'a tariff was imposed', ...said('2025-08-10') }, '2025-08-10T20:00');
  const closed = disputed().add(
    { verb: 'close-dispute', dispute: 6, upheld: false, reason: 'not on Russia' },
    '2025-08-11',
  );
  expect(closed.now.disputes).toMatchObject([{ closed: { how: 'not-upheld', reason: 'not on Russia' } }]);
  const settled = disputed().add(
    {
      verb: 'correct',
      entry: 5,
      fields: { followThrough: 'partial', acted: on('2025-08-06') },
      removes: false,
      reason: 'a tariff was imposed on India',
    },
    '2025-08-11',
  );
  expect(settled.now.disputes).toMatchObject([{ closed: { how: 'settled', entry: 7 } }]);
  expect([closed.now.disputed, settled.now.disputed, disputed().now.disputed]).toEqual([false, false, true]);
});
