import { describe, expect, it } from 'vitest';
import { chosenIn, setupForm } from '../../../commands/setup/form.js';
import { drawText } from '../../../src/discord/draw.js';
import { DAILY, firstChoice, planSetup, type SetupChoice } from '../../../src/guild/setup-plan.js';
import { english } from '../../../src/wording/index.js';
import { testMessage } from '../../../src/wording/setup.js';
import {
  defaultSettings,
  DEFAULT_OFFSETS,
  type ReminderPlan,
  type Schedule,
} from '../../../src/domain/guild.js';

const settings = defaultSettings('1');
const nothing = { settings, schedules: [], reminderPlans: [], boards: [] };
const all: SetupChoice = {
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
const reminderPlan: ReminderPlan = {
  channel: '20',
  offsets: [{ unit: 'hours', count: 6 }],
  pingRole: '30',
  zone: 'UTC',
};

describe('/setup', () => {
  it('makes the rows of the commands: settings, reminders and the daily list', () => {
    const zone = 'Europe/Berlin';
    expect(planSetup(all, '20', nothing)).toEqual({
      settings: { ...settings, zone, curatorRole: '30', announcements: '20' },
      reminderPlan: { channel: '20', offsets: DEFAULT_OFFSETS, pingRole: null, zone },
      schedule: { channel: '20', cron: DAILY, zone, scope: { kind: 'all' } },
      board: false,
    });
  });

  it('adds nothing the second time, and leaves reminders as someone set them', () => {
    const again = planSetup(all, '20', { ...nothing, schedules: [daily], reminderPlans: [reminderPlan] });
    expect(again.reminderPlan).toBeNull();
    expect(again.schedule).toBeNull();
  });

  it('does not make what is unticked, and keeps announcements in another channel', () => {
    const before = { ...settings, announcements: '77' };
    const rows = planSetup({ ...all, offers: [] }, '20', { ...nothing, settings: before });
    expect(rows).toEqual({
      settings: { ...before, zone: 'Europe/Berlin', curatorRole: '30' },
      reminderPlan: null,
      schedule: null,
      board: false,
    });
  });

  it('puts up a board only where it is ticked and there is none', () => {
    expect(firstChoice(settings, '5').offers).toEqual(['announcements', 'daily', 'reminders']);
    const choice: SetupChoice = { ...all, offers: ['board'] };
    const board = { channel: '20', version: 1, message: '9', previous: null, marker: 'm', shown: null };
    const stands = { ...board, edited: null, status: 'running' } as const;
    expect(planSetup(choice, '20', nothing).board).toBe(true);
    expect(planSetup(choice, '20', { ...nothing, boards: [stands] }).board).toBe(false);
    expect(planSetup(choice, '20', { ...nothing, boards: [{ ...stands, status: 'deleted' }] }).board).toBe(
      true,
    );
  });

  it('opens with what is set, else with the channel where it was typed', () => {
    expect(firstChoice(settings, '5').channel).toBe('5');
    expect(firstChoice({ ...settings, announcements: '6' }, '5').channel).toBe('6');
  });

  it('reads the form: what was cleared is none, and what was never offered is left out', () => {
    const fields = { channel: '21', role: '', offers: 'reminders; hats', zone: ' Berlin ' };
    expect(chosenIn(fields)).toEqual({ channel: '21', role: null, offers: ['reminders'], zone: 'Berlin' });
    expect(chosenIn({})).toEqual({ channel: null, role: null, offers: [], zone: '' });
  });

  it('keeps its form within the limits of Discord', () => {
    const { title, fields } = setupForm(english, all, 'key');
    expect(title.length).toBeLessThanOrEqual(45);
    for (const { label, description = '', choices = [] } of fields) {
      expect(label.length).toBeLessThanOrEqual(45);
      expect(description.length).toBeLessThanOrEqual(100);
      for (const choice of choices) expect((choice.description ?? '').length).toBeLessThanOrEqual(100);
    }
  });

  it('says in the test message what will be posted there', () => {
    expect(drawText(testMessage(english, ['daily', 'reminders']))).toBe(
      'Test: Ultimatum will post here from now on: a list of what is running every day at 09:00 and reminders before each deadline. It pings nobody.',
    );
    expect(drawText(testMessage(english, []))).toContain('Nothing was chosen');
  });
});
