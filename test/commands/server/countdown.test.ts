import { describe, expect, it } from 'vitest';
import { suggestEvery } from '../../../commands/countdown/every.js';
import { listTexts } from '../../../commands/countdown/list.js';
import { drawLine } from '../../../src/discord/draw.js';
import { plainText } from '../../../src/wording/plain-text.js';
import { parseSchedule } from '../../../src/domain/cron/index.js';
import type { Failure } from '../../../src/domain/failure.js';
import type { Board, Schedule, Scope } from '../../../src/domain/guild.js';
import type { CountdownList } from '../../../src/guild/countdown-list.js';
import { parseScope } from '../../../src/guild/scope.js';
import { countdownPreview, countdownSuggestion, scopeText } from '../../../src/wording/countdown.js';
import { english } from '../../../src/wording/index.js';

describe('what a countdown lists', () => {
  const scopes: readonly Scope[] = [
    { kind: 'all' },
    { kind: 'issuer', issuer: 'Donald Trump' },
    { kind: 'issuer', issuer: 'Everyone: a party' },
    { kind: 'tag', tag: 'tariffs' },
    { kind: 'ultimatum', number: 12 },
  ];

  it.each(scopes)('is read back from its label: $kind', (scope) => {
    expect(parseScope(english, plainText(scopeText(english, scope)))).toEqual(scope);
  });

  it.each([
    [undefined, { kind: 'all' }],
    ['everything', { kind: 'all' }],
    ['  ', { kind: 'all' }],
    ['ALL', { kind: 'all' }],
    ['U-12 Donald Trump to Russia', { kind: 'ultimatum', number: 12 }],
    ['u12', { kind: 'ultimatum', number: 12 }],
    ['12', { kind: 'ultimatum', number: 12 }],
    ['issuer:Hamas', { kind: 'issuer', issuer: 'Hamas' }],
    ['Donald Trump', { kind: 'issuer', issuer: 'Donald Trump' }],
    ['57th Street Tenants', { kind: 'issuer', issuer: '57th Street Tenants' }],
    ['tag:', null],
  ])('is read from what is typed: %s', (typed, scope) => {
    expect(parseScope(english, typed)).toEqual(scope);
  });
});

const textual = (text: string): Failure => ({ kind: 'text', text });
const CLOSED = textual('the channel is closed');
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
    'is read the same from the name and the value of what is suggested for "%s"',
    (typed) => {
      for (const { name, value } of suggestEvery(english, typed))
        expect(parseSchedule(name)).toEqual(parseSchedule(value));
    },
  );

  it('is not suggested for what cannot be read', () => {
    expect(suggestEvery(english, 'whenever')).toEqual([]);
  });

  it('is said in words, with the next five posts, before it is saved', () => {
    const now = Date.parse('2025-08-04T08:00:00Z');
    const lines = countdownPreview(english, { ...daily, id: null }, now).map(drawLine);
    expect(lines[1]).toBe('Everything that is running, in <#20>, every day at 09:00 in Berlin.');
    expect(lines[3]).toBe('1. Tue 5 Aug 2025, 09:00, <t:1754377200:R>');
    expect(lines[7]).toMatch(/^5\. Sat 9 Aug 2025, 09:00/);
  });
});

const NOW = Date.parse('2025-08-04T08:00:00Z');
const POSTED = Date.parse('2025-08-04T07:00:00Z');
const EMPTY: CountdownList = { countdowns: [], boards: [], stopped: [], heldUp: [] };

const textsOf = (list: Partial<CountdownList>) => listTexts(english, { ...EMPTY, ...list }, NOW);

describe('the list of countdowns', () => {
  const summary = 'Everything that is running, in <#20>, every day at 09:00 in Berlin.';

  it('has the last and the next post, and why a countdown stopped', () => {
    const broken: Schedule = {
      ...daily,
      id: 4,
      status: 'broken',
      broken: CLOSED,
    };
    const stopped = { schedule: broken, posted: null, held: null };
    const running = { schedule: daily, posted: POSTED, retried: false, held: null };
    const countdowns = [running, { ...stopped, retried: true }, { ...stopped, retried: false }];
    expect(textsOf({ countdowns })).toEqual([
      '### Countdowns',
      `**3**: ${summary}\n-# Last post <t:1754290800:R>. Next post <t:1754377200:R>.`,
      `**4**: ${summary}\n-# **Stopped.** No post yet. The channel is closed. Ultimatum retries within an hour. To retry now, use /countdown resume.`,
      `**4**: ${summary}\n-# **Stopped.** No post yet. The channel is closed. It is not retried. Choose another channel with /countdown edit, or remove it with /countdown remove.`,
    ]);
  });

  it.each<readonly [string, Failure, string]>([
    [
      'a channel that is gone',
      { kind: 'closed', why: { kind: 'channel-gone' }, remedy: { kind: 'choose-channel' } },
      'The channel is gone. It is not retried. Choose another channel with /countdown edit, or remove it with /countdown remove.',
    ],
    [
      'a server that the bot was removed from',
      { kind: 'closed', why: { kind: 'bot-removed' }, remedy: { kind: 'invite' } },
      'The bot is no longer in the server. Invite it again. It is not retried. Choose another channel with /countdown edit, or remove it with /countdown remove.',
    ],
    [
      'a zone that this computer does not know',
      { kind: 'unknown-zone', zone: 'Mars/Olympus' },
      'This computer does not know the time zone Mars/Olympus. Choose another with /countdown edit, or update Node.',
    ],
    [
      'an error in the bot',
      { kind: 'mistake', error: null },
      'An error in the bot. Ultimatum keeps trying. To retry now, use /countdown resume. If this keeps happening, please tell whoever hosts this bot.',
    ],
  ])('gives each remedy once for a countdown stopped by %s', (_, broken, told) => {
    const schedule: Schedule = { ...daily, id: 4, status: 'broken', broken };
    const [, text] = textsOf({ countdowns: [{ schedule, posted: null, retried: false, held: null }] });
    expect(text).toBe(`**4**: ${summary}\n-# **Stopped.** No post yet. ${told}`);
  });

  it('says why the newest list of a countdown was not posted', () => {
    const held = { status: 'waiting', why: textual('Discord is not answering.') } as const;
    const [, text] = textsOf({ countdowns: [{ schedule: daily, posted: null, retried: false, held }] });
    expect(text).toMatch(/The newest list is waiting: Discord is not answering\.$/);
  });

  it('has the boards as well, and what to do about one that is gone', () => {
    const board = { channel: '30', version: 1, message: '9', previous: null, marker: 'm', shown: null };
    const of = (status: Board['status'], edited: number | null = POSTED) => ({ ...board, status, edited });
    const boards = [of('running'), of('running', null), of('deleted'), of('broken'), of('removed')];
    expect(textsOf({ boards })).toEqual([
      '### Countdowns',
      '**Board** in <#30>.\n-# Last updated <t:1754290800:R>.',
      '**Board** in <#30>.\n-# Not posted yet.',
      '**Board** in <#30>.\n-# **Stopped.** Someone deleted it. To post a new one, use /board set.',
      '**Board** in <#30>.\n-# **Stopped.** It can no longer be posted there. Choose another channel with /board set.',
    ]);
    expect(textsOf({ boards: [of('removed')] })).toEqual([
      'There are no countdowns yet. Add one with /countdown add.',
    ]);
  });

  it('has channels in which nothing can be posted, and work that an error holds up', () => {
    const stopped = [{ channel: '40', reason: CLOSED, until: null }];
    const item = { reason: textual('It failed.'), until: POSTED };
    const heldUp = [
      { stage: 'expire', item: 7, ...item } as const,
      { stage: 'fire', item: 3, ...item } as const,
    ];
    expect(textsOf({ stopped, heldUp })).toEqual([
      '### Countdowns',
      '**Stopped** in <#40>.\n-# The channel is closed.',
      '**U-7**: its deadline is over, but that could not be recorded.\n-# It failed. The next attempt is <t:1754290800:R>. If this keeps happening, please tell whoever hosts this bot.',
    ]);
  });

  it('fits one screen, the rest counted', () => {
    const countdowns = Array.from({ length: 90 }, (_, id) => ({
      schedule: { ...daily, id },
      posted: id,
      retried: false,
      held: null,
    }));
    const text = textsOf({ countdowns }).join('\n');
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/and \d+ more$/);
  });

  it('suggests a countdown by a text that begins with its number', () => {
    expect(plainText(countdownSuggestion(english, daily))).toBe(
      '3: Everything that is running, every day at 09:00 in Berlin',
    );
  });
});
