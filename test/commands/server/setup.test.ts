import { describe, expect, it } from 'vitest';
import { setupScreen } from '../../../commands/setup/screen.js';
import { withPick } from '../../../commands/setup/setup.js';
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

  it('keeps each pick, and nothing where one was cleared', () => {
    expect(withPick(all, 'channel', ['21'])?.channel).toBe('21');
    expect(withPick(all, 'role', [])?.role).toBeNull();
    expect(withPick(all, 'offers', ['reminders', 'hats'])?.offers).toEqual(['reminders']);
    expect(withPick(all, 'do', [])).toBeNull();
  });

  it('says in the test message what will be posted there', () => {
    expect(drawText(testMessage(english, ['daily', 'reminders']))).toBe(
      'Test: Ultimatum will post here from now on: a list of what is running every day at 09:00 and reminders before each deadline. It pings nobody.',
    );
    expect(drawText(testMessage(english, []))).toContain('Nothing was chosen');
  });

  it('names the time zone once where its place is called the same', () => {
    const zoneText = (zone: string) => JSON.stringify(setupScreen(english, { ...all, zone }, 'key'));
    expect(zoneText('UTC')).toContain('**Time zone**: UTC. The daily list goes out at 09:00');
    expect(zoneText('Europe/Berlin')).toContain('**Time zone**: Berlin (Europe/Berlin). The daily');
  });
});
