import { expect, it } from 'vitest';
import { derivedFrom } from '../../src/codec/record/derived.js';
import { day, days, founding, Ledger, recording, said } from '../domain/support.js';

it('says what follows from the entries of the founding case', () => {
  expect(derivedFrom(founding().entries, () => 'in words')).toMatchObject({
    method: 2,
    state: 'open',
    headline: { kind: 'open', dated: true },
    moves: 1,
    slip: -25,
    deadlines: [
      { entry: 1, revision: 'set' },
      { entry: 2, revision: 'shortened' },
      { entry: 3, revision: 'clarified' },
    ],
    chains: [{ targets: ['Russia'], inForce: 3 }],
  });
});

it('applies corrections: a move is what it is after the deadline before it was corrected', () => {
  const ledger = new Ledger()
    .add(recording(day('2025-09-02')), '2025-07-14T20:00')
    .add(
      { verb: 'move', deadline: days('2025-08-07', '2025-08-07'), ...said('2025-07-28') },
      '2025-07-28T20:00',
    )
    .add(
      {
        verb: 'correct',
        entry: 1,
        fields: { deadline: day('2025-08-01') },
        removes: false,
        reason: 'misread',
      },
      '2025-07-29',
    );
  const deadlines = derivedFrom(ledger.entries, () => '')?.deadlines.map(({ entry, revision }) => [
    entry,
    revision,
  ]);
  expect(deadlines).toEqual([
    [1, 'set'],
    [2, 'extended'],
  ]);
});
