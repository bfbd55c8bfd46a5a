import { expect, it } from 'vitest';
import { DELIVERY_KINDS } from '../../src/domain/delivery.js';
import { fromPlanned } from '../../src/store/rows.js';

it('the rank that a kind of post is stored with never changes: rows of older releases have it too', () => {
  const planned = {
    channel: '1',
    subject: 'U-1',
    number: 1,
    version: '0',
    slot: 'x',
    due: 0,
    expires: null,
  };
  const ranks = DELIVERY_KINDS.map((kind) => [kind, fromPlanned('1', { ...planned, kind }).rank]);
  expect(ranks).toEqual([
    ['passed', 0],
    ['announcement', 1],
    ['milestone', 2],
    ['edit', 3],
    ['digest', 4],
    ['nudge', 5],
    ['board', 6],
  ]);
});
