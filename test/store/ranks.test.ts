import { expect, it } from 'vitest';
import { URGENCY } from '../../src/domain/post.js';
import { fromPlanned } from '../../src/store/rows.js';

it('each kind of post has the urgency that rows of older releases were stored with', () => {
  expect(URGENCY).toEqual({
    passed: 0,
    announcement: 1,
    milestone: 2,
    edit: 3,
    digest: 4,
    nudge: 5,
    board: 6,
    correction: 7,
    publish: 8,
    event: 9,
  });
});

it('a row is stored with the urgency of its post', () => {
  const post = { kind: 'nudge', day: '2025-08-10' } as const;
  expect(fromPlanned('1', { post, channel: '2', due: 0, expires: null }).rank).toBe(5);
});
