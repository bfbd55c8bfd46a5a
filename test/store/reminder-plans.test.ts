import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReminderPlan } from '../../src/domain/guild.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, changing, day, GUILD, instant, make, recording, WASHINGTON } from './founding.js';
import { keyOf } from '../support/post-key.js';

const STATED = instant('2025-07-14T15:00:00Z');
/** 09:00 in Washington, one week before the deadline's day. */
const WEEK_BEFORE = instant('2025-08-26T13:00:00Z');
const CHANNEL = '200000000000000009';
const reminderPlan = (...days: readonly number[]): ReminderPlan => ({
  channel: CHANNEL,
  offsets: days.map((count) => ({ unit: 'days', count })),
  pingRole: null,
  zone: WASHINGTON,
});

describe('a reminder plan that is set while ultimatums run', () => {
  let store: Store;
  beforeEach(async () => {
    store = await storeOn(openSqlite(':memory:'));
  });
  afterEach(() => store.close());
  const reminders = async () => {
    const planned = await store.deliveries(GUILD, { channel: CHANNEL, limit: 1000 });
    return planned.map((row) => `${keyOf(row).subject} ${keyOf(row).slot} ${row.status}`);
  };

  it('plans reminders for every one of them, and lets other changes in between', async () => {
    const many = Array.from({ length: 60 }, (_, index) => index + 1);
    for (const _ of many) await make(store, null, recording(), STATED);
    const answered: string[] = [];
    const setting = store.saveReminderPlan(GUILD, reminderPlan(7), STATED).then(() => answered.push('plan'));
    const asking = store.change(GUILD, null, asked(recording(), STATED), changing(STATED));
    await Promise.all([setting, asking.then(() => answered.push('record'))]);
    expect(answered).toEqual(['record', 'plan']);
    expect((await reminders()).toSorted()).toEqual(
      [...many, 61].map((number) => `U-${number} days-7 pending`).toSorted(),
    );
  });

  it('never plans a reminder that was due before', async () => {
    await make(store, null, recording(), STATED);
    await store.saveReminderPlan(GUILD, reminderPlan(7, 1), WEEK_BEFORE + 60_000);
    expect(await reminders()).toEqual(['U-1 days-1 pending']);
  });

  it('keeps a reminder that is only late', async () => {
    await store.saveReminderPlan(GUILD, reminderPlan(7, 1), STATED);
    await make(store, null, recording(), STATED);
    await store.saveReminderPlan(GUILD, reminderPlan(7, 3), WEEK_BEFORE + 60_000);
    expect(await reminders()).toEqual(['U-1 days-7 pending', 'U-1 days-3 pending', 'U-1 days-1 cancelled']);
  });

  it('keeps a "passed" in another channel that waits for its undo', async () => {
    await store.saveReminderPlan(GUILD, reminderPlan(0), STATED);
    const past = recording({ deadline: day('2025-07-12') });
    const delayed = { ...changing(STATED), announceDelay: 60_000 };
    await store.change(GUILD, null, asked(past, STATED), delayed);
    await store.saveReminderPlan(GUILD, { ...reminderPlan(7), channel: '200000000000000008' }, STATED + 2000);
    expect(await reminders()).toEqual(['U-1 passed pending']);
    await store.saveReminderPlan(GUILD, reminderPlan(7), STATED + 3000);
    expect(await reminders()).toEqual(['U-1 passed cancelled']);
  });
});

it('a decision that appends nothing writes nothing', async () => {
  const store = await storeOn(openSqlite(':memory:'));
  const { after } = await make(store, null, recording(), STATED);
  const lapse = asked({ verb: 'lapse' }, STATED + 1);
  const changed = await store.change(GUILD, 1, lapse, changing(STATED + 1));
  expect(changed).toEqual({ ok: true, value: { number: 1, appended: [], before: after, after } });
  const unknown = await store.change(GUILD, 2, lapse, changing(STATED + 1));
  expect(unknown).toEqual({ ok: false, refusal: { why: 'not-found', what: 'ultimatum', given: 'U-2' } });
  await store.close();
});
