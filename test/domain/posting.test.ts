import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedDelivery } from '../../src/domain/delivery.js';
import { DEFAULT_OFFSETS, defaultSettings, type ReminderPlan } from '../../src/domain/guild.js';
import { foldOrNull } from '../../src/domain/fold.js';
import { plan } from '../../src/domain/posts/index.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { each, histories, RUNS, type Step, type Tried } from './histories.js';
import { MINUTE, WASHINGTON } from './support.js';
import { keyOf } from '../support/post-key.js';

const guild = { ...defaultSettings('1'), zone: WASHINGTON, announcements: 'news', reviewChannel: 'desk' };
const reminderPlans: readonly ReminderPlan[] = [
  { channel: 'news', offsets: DEFAULT_OFFSETS, pingRole: null, zone: WASHINGTON },
  {
    channel: 'far',
    offsets: [...DEFAULT_OFFSETS, { unit: 'hours', count: 6 }],
    pingRole: null,
    zone: 'Asia/Tokyo',
  },
];

interface Row extends PlannedDelivery {
  status: 'pending' | 'sent' | 'cancelled';
}

interface Sent {
  readonly row: PlannedDelivery;
  /** The record as it was when the post went out. */
  readonly state: Ultimatum;
}

const nameOf = (planned: PlannedDelivery): string => {
  const { kind, subject, version, slot } = keyOf(planned);
  return [planned.channel, kind, subject, version, slot].join(' ');
};

const STANDING = new Set(['passed', 'milestone']);

/** The store's contract, in memory: unique keys, cancelled becomes pending again, what is unwanted dies. */
class Outbox {
  readonly rows = new Map<string, Row>();
  readonly sent: Sent[] = [];

  /** Sends what has become due since, then takes in a plan. */
  take({ before, after, now }: Tried): void {
    const [was, is] = [foldOrNull(before), foldOrNull(after)];
    if (was !== null) this.send(was, now);
    if (is === null) return;
    const appended = after.slice(before.length);
    const planning = { guild, reminderPlans, number: 12, announceDelay: MINUTE, channel: null };
    this.replan(plan({ ...planning, before: was, after: is, appended, now }).wanted);
  }

  send(state: Ultimatum, now: number): void {
    for (const row of this.rows.values()) {
      if (row.status !== 'pending' || row.due > now) continue;
      row.status = 'sent';
      this.sent.push({ row, state });
    }
  }

  private replan(wanted: readonly PlannedDelivery[]): void {
    const keys = new Set(wanted.map(nameOf));
    for (const [key, row] of this.rows) {
      if (row.status === 'pending' && STANDING.has(row.post.kind) && !keys.has(key)) row.status = 'cancelled';
    }
    for (const one of wanted) {
      if (this.rows.get(nameOf(one))?.status !== 'sent')
        this.rows.set(nameOf(one), { ...one, status: 'pending' });
    }
  }
}

/** What was posted in many histories in which somebody, or the clock, did one thing after the other. */
function posted(look: (outbox: Outbox, last: Ultimatum, pending: readonly Row[]) => void): void {
  fc.assert(
    fc.property(histories, (steps: readonly Step[]) => {
      const outbox = new Outbox();
      const entries = each(steps, (tried) => outbox.take(tried));
      const last = foldOrNull(entries);
      if (last === null) return;
      const pending = [...outbox.rows.values()].filter(({ status }) => status === 'pending');
      outbox.send(last, Number.MAX_SAFE_INTEGER);
      look(outbox, last, pending);
    }),
    RUNS,
  );
}

test('a channel gets one pinging post at an instant', () => {
  posted(({ sent }) => {
    const pushes = sent.filter(({ row }) => row.post.kind === 'passed' || row.post.kind === 'milestone');
    const moments = pushes.map(({ row }) => `${row.channel} ${row.due}`);
    expect(new Set(moments).size).toBe(moments.length);
  });
});

test('a reminder is posted only while the ultimatum runs and before its deadline', () => {
  posted(({ sent }) => {
    for (const { row, state } of sent.filter((one) => one.row.post.kind === 'milestone')) {
      expect(state.state).toBe('open');
      expect(state.hidden).toBeNull();
      expect(row.due).toBeLessThan(state.inForce?.reading.latest ?? 0);
    }
  });
});

test('"passed" is posted once for each channel and deadline version, after the deadline', () => {
  posted(({ sent }) => {
    const passed = sent.filter(({ row }) => row.post.kind === 'passed');
    for (const { state } of passed) expect(state.state).toBe('passed');
    const once = new Set(passed.map(({ row }) => `${row.channel} ${keyOf(row).version}`));
    expect(once.size).toBe(passed.length);
  });
});

test('only reminders of the deadline in force are pending', () => {
  posted((_outbox, last, pending) => {
    const { inForce } = last;
    const runs = last.state === 'open' && last.hidden === null && inForce !== null;
    const reminders = pending
      .filter(({ post }) => post.kind === 'milestone')
      .map((row) => keyOf(row).version);
    const expected = runs ? [`${inForce.number}.${inForce.delivery}`] : [];
    expect(expected).toEqual(expect.arrayContaining(reminders));
  });
});

test('of a hidden ultimatum only edits of its old posts are made', () => {
  posted(({ sent }) => {
    const hidden = sent.filter(({ state, row }) => state.hidden !== null && row.post.kind !== 'announcement');
    for (const { row } of hidden) expect(['edit', 'nudge']).toContain(row.post.kind);
  });
});
