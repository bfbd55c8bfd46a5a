import { describe, expect, it } from 'vitest';
import { suggestEvery } from '../../../commands/countdown/every.js';
import { listLines } from '../../../commands/countdown/list.js';
import { parseScope, scopeName } from '../../../commands/countdown/scope.js';
import { previewLines, scheduleName } from '../../../commands/countdown/words.js';
import { parseSchedule } from '../../../src/domain/cron/index.js';
import type { Board, Schedule, Scope } from '../../../src/domain/guild.js';

describe('what a countdown lists', () => {
  const scopes: readonly Scope[] = [
    { kind: 'all' },
    { kind: 'issuer', issuer: 'Donald Trump' },
    { kind: 'issuer', issuer: 'Everyone: a party' },
    { kind: 'tag', tag: 'tariffs' },
    { kind: 'ultimatum', number: 12 },
  ];

  it.each(scopes)('its visible text leads back to it: $kind', (scope) => {
    expect(parseScope(scopeName(scope))).toEqual(scope);
  });

  it.each([
    [undefined, { kind: 'all' }],
    ['  ', { kind: 'all' }],
    ['ALL', { kind: 'all' }],
    ['U-12 Donald Trump to Russia', { kind: 'ultimatum', number: 12 }],
    ['u12', { kind: 'ultimatum', number: 12 }],
    ['12', { kind: 'ultimatum', number: 12 }],
    ['issuer:Hamas', { kind: 'issuer', issuer: 'Hamas' }],
    ['Donald Trump', { kind: 'issuer', issuer: 'Donald Trump' }],
    ['57th Street Tenants', { kind: 'issuer', issuer: '57th Street Tenants' }],
    ['tag:', null],
  ])('%s', (typed, scope) => {
    expect(parseScope(typed)).toEqual(scope);
  });
});

const daily: Schedule = {
  id: 3,
  guild: '1',
  channel: '20',
  cron: '0 9 * * *',
  zone: 'Europe/Berlin',
  scope: { kind: 'all' },
  author: '9',
  status: 'running',
  broken: null,
  next: Date.parse('2025-08-05T07:00:00Z'),
  last: Date.parse('2025-08-04T07:00:00Z'),
};

describe('when a countdown posts', () => {
  it.each(['', 'e', 'weekdays 18:00', '0 9 * * 1', '*/30 * * * *', 'Mondays 09:00', '7 3 1,15 * *'])(
    'what is suggested for "%s" is read the same by its words and by its value',
    (typed) => {
      for (const { name, value } of suggestEvery(typed))
        expect(parseSchedule(name)).toEqual(parseSchedule(value));
    },
  );

  it('nothing is suggested for what cannot be read', () => {
    expect(suggestEvery('whenever')).toEqual([]);
  });

  it('says so in words, with the next five fires, before it is saved', () => {
    const lines = previewLines({ ...daily, id: null }, Date.parse('2025-08-04T08:00:00Z'));
    expect(lines[1]).toBe('Everything that is running, in <#20>, every day at 09:00 in Berlin.');
    expect(lines[3]).toBe('1. Tue 5 Aug 2025, 09:00, <t:1754377200:R>');
    expect(lines[7]).toMatch(/^5\. Sat 9 Aug 2025, 09:00/);
  });
});

describe('the list of countdowns', () => {
  it('has last and next, and why one stopped', () => {
    const broken: Schedule = {
      ...daily,
      id: 4,
      status: 'broken',
      broken: 'the channel is closed',
    };
    const posted = Date.parse('2025-08-04T07:00:00Z');
    const stopped = { schedule: broken, posted: null };
    expect(
      listLines([
        { schedule: daily, posted, retried: false },
        { ...stopped, retried: true },
        { ...stopped, retried: false },
      ]),
    ).toEqual([
      '### Countdowns',
      '**3**: Everything that is running, in <#20>, every day at 09:00 in Berlin.\n-# Last <t:1754290800:R>. Next <t:1754377200:R>.',
      '**4**: Everything that is running, in <#20>, every day at 09:00 in Berlin.\n-# **Stopped.** Last: none yet. The channel is closed. It is tried again by itself within an hour; /countdown resume tries at once.',
      '**4**: Everything that is running, in <#20>, every day at 09:00 in Berlin.\n-# **Stopped.** Last: none yet. The channel is closed. It is not tried again: choose another channel with /countdown edit, or use /countdown remove.',
    ]);
  });

  it('has the boards as well, and what to do about one that is gone', () => {
    const board = { channel: '30', version: 1, message: '9', previous: null, marker: 'm', shown: null };
    const edited = Date.parse('2025-08-04T07:00:00Z');
    const of = (status: Board['status'], at: number | null = edited) => ({ ...board, status, edited: at });
    const all = [of('running'), of('running', null), of('deleted'), of('broken'), of('removed')];
    expect(listLines([], all)).toEqual([
      '### Countdowns',
      '**Board** in <#30>.\n-# Last posted or edited <t:1754290800:R>.',
      '**Board** in <#30>.\n-# Not posted yet.',
      '**Board** in <#30>.\n-# **Stopped.** Deleted by somebody. /board set puts up a new one.',
      '**Board** in <#30>.\n-# **Stopped.** It can no longer be posted there. Choose another channel with /board set.',
    ]);
    expect(listLines([], [of('removed')])[0]).toMatch(/^No countdown/);
  });

  it('fits one screen, the rest counted', () => {
    const text = listLines(
      Array.from({ length: 90 }, (_, id) => ({ schedule: { ...daily, id }, posted: id, retried: false })),
    ).join('\n');
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/and \d+ more$/);
  });

  it('names one by the number that it stands for', () => {
    expect(scheduleName(daily)).toBe('3: Everything that is running, every day at 09:00 in Berlin');
  });
});
