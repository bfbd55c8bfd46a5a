/** The delivery generation of a line: whatever was planned for the line as it was before is planned again. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { correct, remove } from './correcting.js';
import { day, founding, said, type Ledger } from './support.js';

const NOW = '2025-07-30T12:00';
const generations = ({ now }: Ledger) => now.versions.map(({ entry, delivery }) => [entry, delivery]);

describe('the generation of a line is 0 until it is changed', () => {
  test('and a correction of something else changes none', () => {
    const ledger = founding().add(correct(1, { demand: 'leave' }), NOW);
    expect(generations(ledger)).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });

  test('then it is the correction of its deadline, or what took that back', () => {
    const ledger = founding().add(correct(2, { deadline: day('2025-08-20') }), NOW);
    expect(ledger.now.versions.map(({ correctedFrom }) => correctedFrom?.words)).toEqual([
      undefined,
      '10 or 12 days',
      undefined,
    ]);
    expect(generations(ledger)).toEqual([
      [1, 0],
      [2, 4],
      [3, 0],
    ]);
    expect(generations(ledger.add(remove(4), NOW))).toEqual([
      [1, 0],
      [2, 5],
      [3, 0],
    ]);
  });

  test('or what took back a line before it', () => {
    const ledger = founding().add(remove(2), NOW);
    expect(generations(ledger)).toEqual([
      [1, 0],
      [3, 4],
    ]);
  });

  test('and what took back an entry that set no deadline changes none', () => {
    const ledger = founding()
      .add({ verb: 'source', ...said('2025-07-30') }, NOW)
      .add({ verb: 'move', deadline: day('2025-08-20'), ...said('2025-07-30') }, NOW)
      .add(remove(4), NOW);
    expect(generations(ledger)).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [5, 0],
    ]);
  });
});

describe('a line that takes its place between others', () => {
  const late: Command = { verb: 'move', deadline: day('2025-09-15'), ...said('2025-07-20') };

  test('counts itself and those that it shifts anew', () => {
    expect(generations(founding().add(late, NOW))).toEqual([
      [1, 0],
      [4, 4],
      [2, 4],
      [3, 4],
    ]);
  });

  test('by a correction of when it was stated, counts from that', () => {
    const ledger = founding().add(correct(3, { stated: said('2025-07-20').stated }), NOW);
    const shifted = [
      [1, 0],
      [3, 4],
      [2, 4],
    ];
    expect(generations(ledger)).toEqual(shifted);
    // What is corrected besides places no line anew.
    const others = founding()
      .add(correct(3, { stated: said('2025-07-20').stated }), NOW)
      .add(correct(3, { quote: 'ten days' }), NOW)
      .add(correct(1, { demand: 'leave' }), NOW);
    expect(generations(others)).toEqual(shifted);
    expect(generations(ledger.add(remove(4), NOW))).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });

  test('leaves the others alone where the order stays, whatever stood between them', () => {
    const ledger = founding()
      .add({ verb: 'source', ...said('2025-07-20') }, NOW)
      .add(correct(3, { stated: said('2025-07-29T12:00').stated }), NOW);
    expect(generations(ledger)).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });
});
