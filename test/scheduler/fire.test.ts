import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/domain/guild.js';
import { brokenReason, fireOf } from '../../src/scheduler/due-schedules.js';

const at = (iso: string) => Date.parse(iso);
const daily: Schedule = {
  id: 3,
  guild: '1',
  channel: '2',
  cron: '0 9 * * *',
  zone: 'America/New_York',
  scope: { kind: 'all' },
  author: '5',
  status: 'running',
  broken: null,
  next: at('2025-07-15T13:00:00Z'),
  last: null,
};

describe('a due countdown', () => {
  it('posts at its own instant and goes on to the next', () => {
    const { next, digest, missed } = fireOf(daily, daily.next);
    expect(missed).toBeNull();
    expect(next).toBe(at('2025-07-16T13:00:00Z'));
    expect(digest).toEqual({
      post: { kind: 'digest', schedule: 3, fire: daily.next },
      channel: '2',
      due: daily.next,
      expires: next,
    });
  });

  it('posts once for all missed fires, for the last of them', () => {
    const { next, digest, missed } = fireOf(daily, at('2025-07-20T15:00:00Z'));
    expect(digest?.due).toBe(at('2025-07-20T13:00:00Z'));
    expect(next).toBe(at('2025-07-21T13:00:00Z'));
    expect(missed).toMatchObject({
      due: daily.next,
      settled: at('2025-07-20T15:00:00Z'),
      reason: { kind: 'missed', count: 5, because: 'bot', replaced: true },
    });
  });

  it('posts nothing if the next fire is nearer than the last one', () => {
    const { next, digest, missed } = fireOf(
      { ...daily, next: at('2025-07-20T13:00:00Z') },
      at('2025-07-21T05:00:00Z'),
    );
    expect([next, digest]).toEqual([at('2025-07-21T13:00:00Z'), null]);
    expect(missed?.reason).toEqual({ kind: 'missed', count: 1, because: 'bot', replaced: false });
  });

  it('posts the fire whose own instant it is, and counts the one before as missed', () => {
    const now = at('2025-07-16T13:00:00Z');
    const { next, digest, missed } = fireOf(daily, now);
    expect([next, digest?.due]).toEqual([at('2025-07-17T13:00:00Z'), now]);
    expect(missed?.reason).toEqual({ kind: 'missed', count: 1, because: 'bot', replaced: true });
  });

  it('posts the last fire if the next one is just as near', () => {
    const { digest, missed } = fireOf(daily, at('2025-07-16T01:00:00Z'));
    expect([digest?.due, missed]).toEqual([daily.next, null]);
  });

  it('says if fires were missed because the channel was closed', () => {
    const { missed } = fireOf({ ...daily, status: 'broken' }, at('2025-07-16T15:00:00Z'));
    expect(missed?.reason).toEqual({ kind: 'missed', count: 1, because: 'channel', replaced: true });
  });
});

it('a countdown that can never fire as it is says why', () => {
  const unreadable = { kind: 'unreadable-scope' } as const;
  expect(brokenReason(daily)).toBeNull();
  expect(brokenReason({ ...daily, broken: { kind: 'mistake', error: null } })).toBeNull();
  expect(brokenReason({ ...daily, broken: unreadable, zone: 'Mars/Base' })).toEqual(unreadable);
  expect(brokenReason({ ...daily, zone: 'Mars/Base', cron: 'never' })).toEqual({
    kind: 'unknown-zone',
    zone: 'Mars/Base',
  });
  expect(brokenReason({ ...daily, cron: 'never' })).toEqual({ kind: 'unreadable-cron', cron: 'never' });
});
