import { describe, expect, test } from 'vitest';
import { runningReminder } from '../../src/posting/facts.js';
import type { ListedReminder } from '../../src/wording/reminder-list.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { ReminderOffset } from '../../src/domain/guild.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { CLAIMED, drawnPost, founding, instant, WASHINGTON } from './support.js';

const DUE = instant('2025-08-07T13:00:00Z');
const TOMORROW: ReminderOffset = { unit: 'days', count: 1 };
const WEEK: ReminderOffset = { unit: 'days', count: 7 };

function milestone(offset: ReminderOffset, version = 3, number = 12) {
  return { kind: 'milestone', number, version: { number: version, generation: 0 }, offset } as const;
}

const delivery: Delivery = {
  guild: '1',
  channel: '2',
  post: milestone(TOMORROW),
  due: DUE,
  expires: null,
  ...CLAIMED,
};

function coming(offset: ReminderOffset, number = 12, ultimatum: Ultimatum = founding(3)): ListedReminder {
  const reminder = runningReminder(ultimatum, milestone(offset, 3, number));
  if (reminder === null) throw new Error('The reminder does not hold');
  return reminder;
}

function rendered(reminders: readonly ListedReminder[], now = DUE) {
  return drawnPost(delivery, { kind: 'reminders', reminders, zone: WASHINGTON, pingRole: null }, now);
}

describe('a list of reminders', () => {
  test('has one line each, the nearest first, and one button with the marker', () => {
    const view = rendered([coming(WEEK, 7), coming({ unit: 'hours', count: 6 }, 8), coming(TOMORROW, 9)]);
    const rest = ', Fri 8 Aug, <t:1754711940:R>: Donald Trump to Russia. Agree to a ceasefire in Ukraine.';
    expect(view?.content?.split('\n')).toEqual([
      '**Reminders of Thu 7 Aug 2025: 3 deadlines**',
      `**In 6 hours**${rest} U-8`,
      `**Tomorrow**${rest} U-9`,
      `**In 7 days**${rest} U-7`,
      "-# Dates are in the issuer's time zone.",
    ]);
    expect(JSON.stringify(view?.components)).toContain('"all:reminders:marker"');
    expect(view?.silent).toBeUndefined();
  });

  test('is silent where all are beyond one day, and says that it is late', () => {
    const view = rendered([coming(WEEK, 7), coming({ unit: 'hours', count: 48 }, 8)], DUE + 3_600_000);
    expect(view?.silent).toBe(true);
    expect(view?.content).toContain('Was due 09:00, posted 10:00 in Washington.');
  });

  test('fits a post however many and however long they are', () => {
    const long = { ...founding(3), issuer: 'x'.repeat(300), demand: 'y'.repeat(900) };
    const many = Array.from({ length: 50 }, (_, number) => coming(TOMORROW, number, long));
    const content = rendered(many)?.content ?? '';
    expect(content.length).toBeLessThanOrEqual(1000);
    expect(content).toMatch(/\nand \d+ more\n/);
  });

  test('is not posted if none of them still holds', () => {
    expect(rendered([])).toBeNull();
    expect(runningReminder(founding(4), milestone(TOMORROW))).toBeNull();
    expect(runningReminder(founding(3), milestone(TOMORROW, 1))).toBeNull();
  });
});
