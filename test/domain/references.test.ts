/** What names another ultimatum of the server: a replacement and a link (rules 30, 34). */
import { describe, expect, test } from 'vitest';
import type { OtherUltimatums } from '../../src/domain/decision.js';
import { namedBy } from '../../src/domain/decide/reference.js';
import { day, Ledger, recording, said } from './support.js';

const NOW = '2025-07-20T12:00';
const others = (...list: readonly (readonly [number, boolean, number | null])[]): OtherUltimatums =>
  new Map(list.map(([number, hidden, supersededBy]) => [number, { hidden, supersededBy }]));
const one = () => new Ledger().add(recording(day('2025-09-02')), '2025-07-14T20:00');
const replaced = (by: number) => ({ verb: 'replace', by, self: 1, ...said('2025-07-20') }) as const;
const linked = (to: number, as: 'stage-of' | 'same-as' = 'stage-of') =>
  ({ verb: 'link', to, as, self: 1 }) as const;
const bad = (number: number, reason: string) => ({ why: 'bad-reference', number, reason });

test('a decision sees the ultimatum that its command names', () => {
  expect(namedBy(replaced(2))).toEqual([2]);
  expect(namedBy(linked(3))).toEqual([3]);
  expect(namedBy({ verb: 'lapse' })).toEqual([]);
});

describe.each([
  ['a replacement', replaced],
  ['a link', linked],
])('%s', (_what, command) => {
  test('names one that is there, can be seen, and is not itself', () => {
    const seen = others([2, false, null], [3, true, null]);
    expect(one().try(command(1), NOW, { others: seen })).toEqual(bad(1, 'itself'));
    expect(one().try(command(4), NOW, { others: seen })).toEqual(bad(4, 'missing'));
    expect(one().try(command(3), NOW, { others: seen })).toEqual(bad(3, 'hidden'));
    expect(one().try(command(2), NOW, { others: seen })).toBeNull();
    expect(one().try(command(4), NOW)).toBeNull();
  });
});

describe('a replacement', () => {
  test('does not lead back to the ultimatum that it replaces, however long the way', () => {
    const chain = others([2, false, 3], [3, false, 4], [4, false, 1]);
    for (const by of [2, 3, 4])
      expect(one().try(replaced(by), NOW, { others: chain })).toEqual(bad(by, 'circle'));
    expect(one().try(replaced(2), NOW, { others: others([2, false, 3], [3, false, null]) })).toBeNull();
  });

  test('is taken where others go round in a circle of their own', () => {
    expect(one().try(replaced(2), NOW, { others: others([2, false, 3], [3, false, 2]) })).toBeNull();
  });

  test('ends the ultimatum and says by which it was replaced', () => {
    const { state, supersededBy, inForce } = one().add(replaced(2), NOW).now;
    expect({ state, supersededBy, inForce }).toEqual({ state: 'superseded', supersededBy: 2, inForce: null });
  });
});

describe('a link', () => {
  test('is kept with its kind, and once', () => {
    const ledger = one().add(linked(2), NOW);
    expect(ledger.now.links).toEqual([{ entry: 2, to: 2, as: 'stage-of' }]);
    expect(ledger.try(linked(2), NOW)).toEqual(bad(2, 'linked-already'));
    expect(ledger.add(linked(3), NOW).add(linked(2, 'same-as'), NOW).now.links).toHaveLength(3);
  });
});
