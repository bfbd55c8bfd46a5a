import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import type { PlannedDelivery } from '../../src/domain/delivery.js';
import { defaultSettings, DEFAULT_OFFSETS, type ReminderPlan } from '../../src/domain/guild.js';
import { foldOrNull } from '../../src/domain/fold.js';
import { numberOf, type PostKind } from '../../src/domain/post.js';
import { plan, type PlanInput } from '../../src/domain/posts/index.js';
import {
  day,
  founding,
  instant,
  Ledger,
  MINUTE,
  ms,
  outcome,
  recording,
  recordsOutcome,
  report,
  said,
  WASHINGTON,
} from './support.js';
import { keyOf } from '../support/post-key.js';

const guild = { ...defaultSettings('1'), zone: WASHINGTON, announcements: 'news', reviewChannel: 'desk' };
const reminderPlan: ReminderPlan = {
  channel: 'news',
  offsets: DEFAULT_OFFSETS,
  pingRole: null,
  zone: WASHINGTON,
};
const SERVER = { guild, reminderPlans: [reminderPlan], number: 12, announceDelay: MINUTE, channel: 'typed' };

type Wanted = readonly PlannedDelivery[];

/** Does one thing and answers what has to be posted after it. */
function after(ledger: Ledger, command: Command, iso: string, more: Partial<PlanInput> = {}): Wanted {
  const before = foldOrNull(ledger.entries);
  const known = ledger.entries.length;
  ledger.add(command, iso);
  const appended = ledger.entries.slice(known);
  return plan({ ...SERVER, before, after: ledger.now, appended, now: ms(iso), ...more }).wanted;
}

function local(at: number | null): string | null {
  return at === null ? null : DateTime.fromMillis(at, { zone: WASHINGTON }).toFormat('ccc d LLL HH:mm');
}

/** The lines of one kind: channel, slot, version, when. */
function lines(wanted: Wanted, ...kinds: readonly PostKind[]): readonly string[] {
  return wanted
    .filter(({ post }) => kinds.includes(post.kind))
    .map((planned) => {
      const { slot, version } = keyOf(planned);
      return `${planned.channel} ${slot} of ${version}, ${local(planned.due)}`;
    });
}

const lapse: Command = { verb: 'lapse' };
const source: Command = { verb: 'source', ...said('2025-07-30', report('reuters.com')) };

describe('the founding case', () => {
  test('a record is announced after the undo delay, and its reminders are planned', () => {
    const wanted = after(new Ledger(), recording(day('2025-09-02')), '2025-07-14T20:00');
    expect(lines(wanted, 'announcement')).toEqual(['news entry-1 of 1.0, Mon 14 Jul 20:01']);
    expect(lines(wanted, 'milestone')).toEqual([
      'news days-7 of 1.0, Tue 26 Aug 09:00',
      'news days-1 of 1.0, Mon 1 Sep 09:00',
    ]);
    expect(lines(wanted, 'edit', 'nudge', 'passed')).toEqual([]);
    expect(wanted.map(({ post }) => numberOf(post))).toEqual(wanted.map(() => 12));
  });

  test('a move plans reminders of the new deadline only, is announced, and edits the old posts', () => {
    const ledger = founding();
    const move: Command = { verb: 'move', deadline: day('2025-08-07'), ...said('2025-07-29') };
    const wanted = after(ledger, move, '2025-07-29T22:00', { countdowns: ['daily', 'news'] });
    expect(lines(wanted, 'announcement')).toEqual(['news entry-4 of 4.0, Tue 29 Jul 22:01']);
    expect(lines(wanted, 'milestone')).toEqual([
      'news days-7 of 4.0, Thu 31 Jul 09:00',
      'news days-1 of 4.0, Wed 6 Aug 09:00',
    ]);
    expect(lines(wanted, 'edit')).toEqual([
      'news card-4 of 4.0, Tue 29 Jul 22:01',
      'daily digest-4 of 4.0, Tue 29 Jul 22:01',
      'news digest-4 of 4.0, Tue 29 Jul 22:01',
    ]);
  });

  test('"7 days" goes out on Friday 1 August and "tomorrow" on Thursday 7 August, 09:00 in Washington', () => {
    const wanted = after(founding(), source, '2025-07-30T12:00');
    expect(lines(wanted, 'milestone')).toEqual([
      'news days-7 of 3.0, Fri 1 Aug 09:00',
      'news days-1 of 3.0, Thu 7 Aug 09:00',
    ]);
    const grace = wanted.filter(({ post }) => post.kind === 'milestone').map(({ expires }) => local(expires));
    expect(grace).toEqual(['Fri 1 Aug 15:00', 'Thu 7 Aug 15:00']);
  });

  test('a reminder in a channel with another zone goes out at 09:00 there', () => {
    const kyiv = { ...reminderPlan, channel: 'kyiv', zone: 'Europe/Kyiv' };
    const wanted = after(founding(), source, '2025-07-30T12:00', { reminderPlans: [kyiv] });
    expect(lines(wanted, 'milestone')).toEqual([
      'kyiv days-7 of 3.0, Fri 1 Aug 02:00',
      'kyiv days-1 of 3.0, Thu 7 Aug 02:00',
    ]);
  });

  test('the deadline passes at the end of Friday: one post in each channel, and nudges for curators', () => {
    const far = { ...reminderPlan, channel: 'far' };
    const quiet = { ...reminderPlan, channel: 'quiet', offsets: DEFAULT_OFFSETS.slice(0, 2) };
    const reminderPlans = [reminderPlan, far, quiet];
    const wanted = after(founding(), lapse, '2025-08-09T00:00:00.200', { reminderPlans, channel: null });
    expect(lines(wanted, 'passed')).toEqual([
      'news passed of 3.0, Sat 9 Aug 00:00',
      'far passed of 3.0, Sat 9 Aug 00:00',
    ]);
    expect(lines(wanted, 'nudge')).toEqual([
      'desk 2025-08-10 of 0, Sun 10 Aug 09:00',
      'desk 2025-08-16 of 0, Sat 16 Aug 09:00',
      'desk 2025-09-08 of 0, Mon 8 Sep 09:00',
    ]);
    expect(lines(wanted, 'milestone', 'announcement')).toEqual([]);
  });

  test('an outcome cancels everything that was planned', () => {
    const ledger = founding().lapse('2025-08-09T00:00');
    const one = outcome('none', 'partial', { acted: '2025-08-06' });
    const wanted = after(ledger, recordsOutcome(one, '2025-08-09'), '2025-08-09T12:00');
    expect(lines(wanted, 'announcement')).toEqual(['news entry-5 of 3.0, Sat 9 Aug 12:01']);
    expect(lines(wanted, 'milestone', 'passed', 'nudge')).toEqual([]);
  });
});

describe('what is planned anew', () => {
  test('the reminder for one day before is posted again after an extension by ten days', () => {
    const extend: Command = { verb: 'move', deadline: day('2025-08-18'), ...said('2025-08-07') };
    const wanted = after(founding(), extend, '2025-08-07T12:00');
    expect(lines(wanted, 'milestone')).toEqual([
      'news days-7 of 4.0, Mon 11 Aug 09:00',
      'news days-1 of 4.0, Sun 17 Aug 09:00',
    ]);
  });

  test('reminders that lie before a move are not planned', () => {
    const sooner: Command = { verb: 'move', deadline: day('2025-08-04'), ...said('2025-07-30') };
    const wanted = after(founding(), sooner, '2025-07-30T12:00');
    expect(lines(wanted, 'milestone')).toEqual(['news days-1 of 4.0, Sun 3 Aug 09:00']);
  });

  test('a corrected deadline is a new delivery version and no announcement', () => {
    const fields = { deadline: day('2025-08-15') };
    const correct: Command = { verb: 'correct', entry: 3, fields, removes: false, reason: 'misheard' };
    const wanted = after(founding(), correct, '2025-07-30T12:00');
    expect(lines(wanted, 'milestone')).toEqual([
      'news days-7 of 3.4, Fri 8 Aug 09:00',
      'news days-1 of 3.4, Thu 14 Aug 09:00',
    ]);
    expect(lines(wanted, 'announcement')).toEqual([]);
    expect(lines(wanted, 'edit')).toEqual(['news card-4 of 3.4, Wed 30 Jul 12:01']);
  });

  test('a change keeps a due reminder and adds none that was never planned', () => {
    const late = after(founding(), source, '2025-08-01T09:00:05');
    expect(lines(late, 'milestone')[0]).toBe('news days-7 of 3.0, Fri 1 Aug 09:00');
    const much = after(founding(), source, '2025-08-01T10:00');
    expect(lines(much, 'milestone')).toEqual(['news days-1 of 3.0, Thu 7 Aug 09:00']);
    const { now, entries } = founding();
    const same = { before: now, after: now, appended: [], now: ms('2025-08-01T09:00:05') };
    expect(entries).toHaveLength(3);
    const settings = plan({ ...SERVER, ...same }).wanted;
    expect(lines(settings, 'milestone')).toEqual(['news days-1 of 3.0, Thu 7 Aug 09:00']);
  });

  test('a change keeps a waiting "passed", and none is planned a day later', () => {
    const passed = founding().lapse('2025-08-09T00:00');
    expect(lines(after(passed, source, '2025-08-09T00:00:30'), 'passed')).toHaveLength(1);
    expect(lines(after(passed, source, '2025-08-10T00:00:30'), 'passed')).toEqual([]);
  });

  test('reopening an outcome plans the posts to come and no earlier ones', () => {
    const ledger = founding();
    const settled = outcome('negotiated', 'not-due', { complied: '2025-07-30' });
    const closed = after(ledger, recordsOutcome(settled, '2025-07-30'), '2025-07-31T12:00');
    expect(lines(closed, 'milestone')).toEqual([]);
    const reopen: Command = { verb: 'correct', entry: 4, fields: {}, removes: true, reason: 'wrong one' };
    const opened = after(ledger, reopen, '2025-08-01T09:05');
    expect(lines(opened, 'milestone')).toEqual(['news days-1 of 3.0, Thu 7 Aug 09:00']);
  });
});

describe('what is posted to nobody', () => {
  const suspend: Command = { verb: 'suspend', ...said('2025-07-30') };
  const withdraw: Command = { verb: 'withdraw', ...said('2025-07-30') };
  const replace: Command = { verb: 'replace', by: 13, self: 12, ...said('2025-07-30') };
  test.each([suspend, withdraw, replace])('no reminder is planned after $verb', (command) => {
    const wanted = after(founding(), command, '2025-07-30T12:00');
    expect(lines(wanted, 'milestone', 'passed', 'nudge')).toEqual([]);
    expect(lines(wanted, 'announcement')).toEqual(['news entry-4 of 3.0, Wed 30 Jul 12:01']);
    expect(lines(wanted, 'edit')).toEqual(['news card-4 of 3.0, Wed 30 Jul 12:01']);
  });

  test('after hiding only the old posts are edited, without delay; the passing is not posted', () => {
    const ledger = founding();
    const hidden = after(ledger, { verb: 'hide', reason: 'duplicate' }, '2025-07-30T12:00');
    expect(lines(hidden, 'edit')).toEqual(['news card-4 of 3.0, Wed 30 Jul 12:00']);
    expect(hidden).toHaveLength(1);
    expect(after(ledger, lapse, '2025-08-09T00:00')).toEqual([]);
    const shown = after(ledger, { verb: 'unhide', reason: 'it was none' }, '2025-08-09T08:00');
    expect(lines(shown, 'passed', 'announcement', 'milestone')).toEqual([]);
    expect(lines(shown, 'nudge')[0]).toBe('desk 2025-08-10 of 0, Sun 10 Aug 09:00');
  });

  test('a deadline that ended more than seven days before the record is only queued for review', () => {
    const old = recording(day('2025-07-20'), '2025-07-14');
    const wanted = after(new Ledger(), old, '2025-07-29T12:00');
    expect(lines(wanted, 'announcement', 'passed', 'milestone')).toEqual([]);
    expect(lines(wanted, 'nudge')).toEqual(['desk 2025-08-20 of 0, Wed 20 Aug 09:00']);
  });

  test('a deadline that ended less than seven days before is announced, and other channels say that it passed', () => {
    const far = { ...reminderPlan, channel: 'far' };
    const recent = recording(day('2025-07-20'), '2025-07-14');
    const wanted = after(new Ledger(), recent, '2025-07-22T12:00', { reminderPlans: [reminderPlan, far] });
    expect(lines(wanted, 'announcement', 'passed')).toEqual([
      'far passed of 1.0, Tue 22 Jul 12:01',
      'news entry-1 of 1.0, Tue 22 Jul 12:01',
    ]);
  });

  test('an ultimatum without a date has no reminders', () => {
    const wanted = after(new Ledger(), recording(null), '2025-07-14T20:00');
    expect(wanted.map((planned) => `${planned.post.kind} ${keyOf(planned).version}`)).toEqual([
      'announcement 0',
    ]);
  });

  test('a passing that a late record lifts is not announced', () => {
    const ledger = founding();
    const extend: Command = { verb: 'move', deadline: day('2025-08-20'), ...said('2025-08-08') };
    const wanted = after(ledger, extend, '2025-08-09T10:00');
    expect(lines(wanted, 'passed')).toEqual([]);
    expect(lines(wanted, 'announcement')).toEqual(['news entry-5 of 4.0, Sat 9 Aug 10:01']);
  });
});

describe('where it is posted', () => {
  const nowhere = { ...guild, announcements: null, reviewChannel: null };
  test('without an announcements channel the card goes where it was typed', () => {
    const wanted = after(new Ledger(), recording(day('2025-09-02')), '2025-07-14T20:00', {
      guild: nowhere,
      reminderPlans: [],
    });
    expect(lines(wanted, 'announcement')).toEqual(['typed entry-1 of 1.0, Mon 14 Jul 20:01']);
  });

  test('without any channel nothing is posted, except "passed" where a reminder plan includes it', () => {
    const bare = { guild: nowhere, channel: null };
    const wanted = after(founding(), lapse, '2025-08-09T00:00', bare);
    expect(lines(wanted, 'passed', 'nudge', 'edit')).toEqual(['news passed of 3.0, Sat 9 Aug 00:00']);
    expect(after(founding(), lapse, '2025-08-09T00:00', { ...bare, reminderPlans: [] })).toEqual([]);
  });

  test('two reminders at one instant become one post', () => {
    const offsets = [
      { unit: 'hours', count: 24 },
      { unit: 'days', count: 1 },
    ] as const;
    const ledger = new Ledger();
    const wanted = after(ledger, recording(instant('2025-08-08T18:00')), '2025-07-14T20:00', {
      reminderPlans: [{ ...reminderPlan, offsets }, { ...reminderPlan }],
    });
    expect(lines(wanted, 'milestone')).toEqual([
      'news hours-24 of 1.0, Thu 7 Aug 18:00',
      'news days-7 of 1.0, Fri 1 Aug 18:00',
    ]);
  });
});
