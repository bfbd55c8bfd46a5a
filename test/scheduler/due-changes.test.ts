/** Deadlines that have passed and countdowns that fire, with a store that answers what it is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, NewEntry } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import type { Schedule } from '../../src/domain/guild.js';
import { RefusedError, type Refusal } from '../../src/domain/refusal.js';
import { DueDeadlines, fire, replan } from '../../src/scheduler/due-changes.js';
import type { Notice } from '../../src/scheduler/set-aside.js';
import type { BeatStore, ChangeOptions, Poisoned } from '../../src/store/port/index.js';
import { asked, instant, recording } from '../store/founding.js';
import { valueOf } from '../support/result.js';
import { asideOf, claimedRow, scripted, standing } from './scripted.js';

const STATED = instant('2025-07-14T15:00:00Z');
const PASSING = instant('2025-09-03T04:00:00Z');
const AT = PASSING + 1000;
const OTHERS = new Map();
const numbered = (entries: readonly NewEntry[], from: number): readonly Entry[] =>
  entries.map((entry, index) => ({ ...entry, seq: from + index + 1 }));
const ENTRIES = numbered(valueOf(asked(recording(), STATED)([], OTHERS)), 0);
const ULTIMATUM = fold(ENTRIES);

let aside: Poisoned[];
let told: Notice[];
let stand: ReturnType<typeof standing>;
beforeEach(() => {
  [aside, told, stand] = [[], [], standing()];
});
const optionsWith = (more: Partial<BeatStore>) => ({
  store: scripted({
    setAside: (row) => {
      aside.push(row);
      return Promise.resolve(asideOf(row));
    },
    ...more,
  }),
  log: stand.log,
  tell: (notice: Notice) => Promise.resolve(told.push(notice) > 0),
});

describe('a deadline that has passed', () => {
  const row = { guild: 'g1', number: 3, passing: PASSING };
  const unchanged: BeatStore['expire'] = (_guild, number) =>
    Promise.resolve({ ok: true, value: { number, appended: [], before: ULTIMATUM, after: ULTIMATUM } });

  it('is recorded by the clock, and announced where the record was', async () => {
    const calls: unknown[] = [];
    const deadlines = new DueDeadlines(
      optionsWith({
        lapsing: (...given) => (calls.push(given), Promise.resolve([row])),
        deliveries: (...given) => (calls.push(given), Promise.resolve([claimedRow(1, { channel: 'home' })])),
        expire: (guild, number, decide, how: ChangeOptions) => {
          const appended = numbered(valueOf(decide(ENTRIES, OTHERS)), ENTRIES.length);
          calls.push([guild, number, appended.map(({ event, by }) => [event.kind, by]), how]);
          return Promise.resolve({
            ok: true,
            value: { number, appended, before: ULTIMATUM, after: ULTIMATUM },
          });
        },
      }),
    );
    expect(await deadlines.lapse(AT)).toBe(1);
    expect(calls).toEqual([
      [AT, 25],
      ['g1', { number: 3, kind: 'announcement', limit: 1 }],
      ['g1', 3, [['passed', null]], { now: AT, announceDelay: 0, channel: 'home' }],
    ]);
  });

  it('has no channel where the record was announced nowhere', async () => {
    const channels: (string | null)[] = [];
    const expireStore: Partial<BeatStore> = {
      lapsing: () => Promise.resolve([row]),
      expire: (guild, number, decide, how) => {
        channels.push(how.channel);
        return unchanged(guild, number, decide, how);
      },
    };
    await new DueDeadlines(optionsWith(expireStore)).lapse(AT);
    expect(channels).toEqual([null]);
  });

  it('is set aside the second time that nothing comes of it, and not where another process was faster', async () => {
    let due = [row];
    const deadlines = new DueDeadlines(
      optionsWith({ lapsing: () => Promise.resolve(due), expire: unchanged }),
    );
    expect(await deadlines.lapse(AT)).toBe(0);
    due = [];
    expect(await deadlines.lapse(AT)).toBe(0);
    due = [row];
    expect(await deadlines.lapse(AT)).toBe(0);
    due = [{ ...row, number: 4 }];
    expect(await deadlines.lapse(AT)).toBe(0);
    expect(aside).toEqual([]);
    expect(await deadlines.lapse(AT)).toBe(1);
    const reason = { kind: 'passing-refused', why: null };
    expect(aside).toEqual([{ stage: 'expire', guild: 'g1', item: 4, mark: PASSING, reason, now: AT }]);
    expect(told).toMatchObject([{ about: { kind: 'passing-failed', number: 4 } }]);
  });

  const refused = (refusal: Refusal) =>
    new DueDeadlines(
      optionsWith({
        lapsing: () => Promise.resolve([row]),
        expire: () => Promise.resolve({ ok: false, refusal }),
      }),
    ).lapse(AT);

  it.each(['busy', 'disk-full', 'database-away'] as const)('waits where the database is %s', async (why) => {
    await expect(refused({ why })).rejects.toEqual(new RefusedError({ why }));
    expect(aside).toEqual([]);
  });

  it('is set aside where its record refuses it', async () => {
    expect(await refused({ why: 'changed-since', entry: null })).toBe(1);
    expect(aside).toMatchObject([{ item: 3, reason: { kind: 'passing-refused', why: 'changed-since' } }]);
    expect(stand.logged).toMatchObject([
      [{ err: { message: 'passing-refused changed-since' } }, expect.any(String)],
    ]);
  });

  it('is set aside where its record can’t be read', async () => {
    const spoilt = {
      lapsing: () => Promise.resolve([row]),
      expire: () => Promise.reject(new Error('no JSON')),
    };
    expect(await new DueDeadlines(optionsWith(spoilt)).lapse(AT)).toBe(1);
    expect(aside).toMatchObject([{ reason: { kind: 'record-damaged', error: 'no JSON' } }]);
  });
});

const DAILY: Schedule = {
  id: 3,
  guild: 'g1',
  channel: 'c1',
  cron: '0 9 * * *',
  zone: 'UTC',
  scope: { kind: 'all' },
  author: '5',
  status: 'running',
  broken: null,
  next: instant('2025-09-03T09:00:00Z'),
  last: null,
};

describe('a countdown that is due', () => {
  it('plans its list and moves on', async () => {
    const calls: unknown[] = [];
    const options = optionsWith({
      firing: (...given) => (calls.push(given), Promise.resolve([DAILY])),
      fire: (schedule, next, digest, missed) => {
        calls.push([schedule.id, next, digest?.due, missed]);
        return Promise.resolve(true);
      },
    });
    expect(await fire(options, DAILY.next)).toBe(1);
    expect(calls).toEqual([
      [DAILY.next, 25],
      [3, instant('2025-09-04T09:00:00Z'), DAILY.next, null],
    ]);
  });

  it.each([
    ['that can’t be written', {}, { kind: 'mistake', error: 'odd' }, 'odd'],
    [
      'whose scope can’t be read',
      { broken: { kind: 'unreadable-scope' } as const },
      { kind: 'unreadable-scope' },
      'The scope of the countdown cannot be read',
    ],
  ])('%s is set aside, and whoever made it is told', async (_what, more, reason, message) => {
    const options = optionsWith({
      firing: () => Promise.resolve([{ ...DAILY, ...more }]),
      fire: () => Promise.reject(new Error('odd')),
    });
    expect(await fire(options, AT)).toBe(1);
    expect(aside).toEqual([{ stage: 'fire', guild: 'g1', item: 3, mark: DAILY.next, reason, now: AT }]);
    const about = { kind: 'countdown-stopped', channel: 'c1', id: 3, reason };
    expect(told).toMatchObject([{ author: '5', about }]);
    expect(stand.logged).toMatchObject([[{ err: { message } }, expect.any(String)]]);
  });

  it('of nobody who is known is told without a name', async () => {
    const firing = () => Promise.resolve([{ ...DAILY, author: '' }]);
    await fire(optionsWith({ firing, fire: () => Promise.reject(new Error('odd')) }), AT);
    expect(told).toMatchObject([{ author: null }]);
  });
});

it('planning anew moves back only what waits for longer than until its next time, page by page', async () => {
  const next = DAILY.next;
  const pages: Record<number, readonly Schedule[]> = {
    0: [
      { ...DAILY, id: 1, next: next + 1 },
      { ...DAILY, id: 2 },
      { ...DAILY, id: 5, next: next + 1, cron: 'never' },
    ],
    5: [{ ...DAILY, id: 9, next: next + 86_400_000 }],
  };
  const asks: unknown[] = [];
  const moved: unknown[] = [];
  const store = scripted({
    running: (after, limit) => (asks.push([after, limit]), Promise.resolve(pages[after] ?? [])),
    replan: (schedule, to) => (moved.push([schedule.id, to]), Promise.resolve(true)),
  });
  await replan({ store }, next - 1);
  expect(asks).toEqual([
    [0, 25],
    [5, 25],
    [9, 25],
  ]);
  expect(moved).toEqual([
    [1, next],
    [9, next],
  ]);
});
