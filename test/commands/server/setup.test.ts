import { describe, expect, it } from 'vitest';
import { DAILY, firstChoice, planSetup, type Choice } from '../../../commands/setup/plan.js';
import { testLine } from '../../../commands/setup/apply.js';
import { picked } from '../../../commands/setup/setup.js';
import {
  defaultSettings,
  DEFAULT_OFFSETS,
  type ReminderPlan,
  type Schedule,
} from '../../../src/domain/guild.js';

const settings = defaultSettings('1');
const nothing = { settings, schedules: [], ladders: [], boards: [] };
const all: Choice = {
  channel: '20',
  role: '30',
  zone: 'Europe/Berlin',
  offers: ['announcements', 'daily', 'reminders'],
};

const daily: Schedule = {
  id: 1,
  guild: '1',
  channel: '20',
  cron: DAILY,
  zone: 'Europe/Berlin',
  scope: { kind: 'all' },
  author: '9',
  status: 'running',
  broken: null,
  next: 0,
  last: null,
};
const ladder: ReminderPlan = {
  channel: '20',
  rungs: [{ unit: 'hours', count: 6 }],
  pingRole: '30',
  zone: 'UTC',
};

describe('/setup', () => {
  it('makes the rows of the commands: settings, a ladder and the daily list', () => {
    const zone = 'Europe/Berlin';
    expect(planSetup(all, '20', nothing)).toEqual({
      settings: { ...settings, zone, curatorRole: '30', announcements: '20' },
      ladder: { channel: '20', rungs: DEFAULT_OFFSETS, pingRole: null, zone },
      schedule: { channel: '20', cron: DAILY, zone, scope: { kind: 'all' } },
      board: false,
    });
  });

  it('done twice it adds nothing, and leaves a ladder as somebody set it', () => {
    const again = planSetup(all, '20', { ...nothing, schedules: [daily], ladders: [ladder] });
    expect(again.ladder).toBeNull();
    expect(again.schedule).toBeNull();
  });

  it('what is unticked is not made, and what was announced elsewhere stays', () => {
    const before = { ...settings, announcements: '77' };
    const rows = planSetup({ ...all, offers: [] }, '20', { ...nothing, settings: before });
    expect(rows).toEqual({
      settings: { ...before, zone: 'Europe/Berlin', curatorRole: '30' },
      ladder: null,
      schedule: null,
      board: false,
    });
  });

  it('a board is ticked by hand, and set where none stands', () => {
    expect(firstChoice(settings, '5').offers).toEqual(['announcements', 'daily', 'reminders']);
    const choice: Choice = { ...all, offers: ['board'] };
    const board = { channel: '20', version: 1, message: '9', previous: null, marker: 'm', shown: null };
    const stands = { ...board, edited: null, status: 'running' } as const;
    expect(planSetup(choice, '20', nothing).board).toBe(true);
    expect(planSetup(choice, '20', { ...nothing, boards: [stands] }).board).toBe(false);
    expect(planSetup(choice, '20', { ...nothing, boards: [{ ...stands, status: 'deleted' }] }).board).toBe(
      true,
    );
  });

  it('opens with what is set, and else with the channel where it was typed', () => {
    expect(firstChoice(settings, '5').channel).toBe('5');
    expect(firstChoice({ ...settings, announcements: '6' }, '5').channel).toBe('6');
  });

  it('keeps each pick, and a cleared one is nothing', () => {
    expect(picked(all, 'channel', ['21'])?.channel).toBe('21');
    expect(picked(all, 'role', [])?.role).toBeNull();
    expect(picked(all, 'offers', ['reminders', 'hats'])?.offers).toEqual(['reminders']);
    expect(picked(all, 'do', [])).toBeNull();
  });

  it('says in the test line what will be posted there', () => {
    expect(testLine(['daily', 'reminders'])).toBe(
      'A test: Ultimatum posts here from now on: a list of what is running every day at 09:00 and reminders before each deadline. It pings nobody.',
    );
  });
});
