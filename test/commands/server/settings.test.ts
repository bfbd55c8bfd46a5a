import { describe, expect, it } from 'vitest';
import { changedSettings, type SettingsGiven } from '../../../src/guild/settings.js';
import { drawLine, drawText } from '../../../src/discord/draw.js';
import { parseReminders } from '../../../src/domain/reminders.js';
import { DEFAULT_OFFSETS, defaultSettings, type ReminderPlan } from '../../../src/domain/guild.js';
import { english } from '../../../src/wording/index.js';
import { offsetsText, reminderLines } from '../../../src/wording/milestones.js';
import { settingsLines } from '../../../src/wording/settings.js';

const settings = defaultSettings('1');
const none: SettingsGiven = {
  zone: undefined,
  language: undefined,
  curators: undefined,
  announcements: undefined,
  'review-channel': undefined,
  'admin-channel': undefined,
  review: undefined,
  clear: undefined,
};

describe('the settings of a server', () => {
  it('keep what is not given', () => {
    const before = { ...settings, zone: 'Europe/Berlin', curatorRole: '7', review: false };
    expect(changedSettings(before, { ...none, announcements: '20' })).toEqual({
      ...before,
      announcements: '20',
    });
  });

  it('change nothing where nothing is given, or the same as before', () => {
    expect(changedSettings(settings, none)).toBeNull();
    expect(changedSettings(settings, { ...none, review: 'on', zone: 'UTC' })).toBeNull();
  });

  it('turn review off and on', () => {
    expect(changedSettings(settings, { ...none, review: 'off' })?.review).toBe(false);
    expect(changedSettings({ ...settings, review: false }, { ...none, review: 'on' })?.review).toBe(true);
  });

  it.each([
    ['curators', { curatorRole: null }],
    ['announcements', { announcements: null }],
    ['review-channel', { reviewChannel: null }],
    ['admin-channel', { adminChannel: null }],
  ])('reset what was set: %s', (clear, expected) => {
    const set = { curatorRole: '7', announcements: '8', reviewChannel: '9', adminChannel: '10' };
    const before = { ...settings, ...set };
    expect(changedSettings(before, { ...none, clear })).toEqual({ ...before, ...expected });
    expect(changedSettings(settings, { ...none, clear })).toBeNull();
  });

  it('keep what is given beside a reset', () => {
    const given = { ...none, clear: 'announcements', announcements: '20' };
    expect(changedSettings({ ...settings, announcements: '8' }, given)?.announcements).toBe('20');
  });

  it('show one setting a line, and that the role everyone has keeps no record', () => {
    const lines = settingsLines(english, { ...settings, curatorRole: '1', announcements: '20' }).map(
      drawLine,
    );
    expect(lines).toContain('Announcements: <#20>');
    expect(lines).toContain(
      "Curators: only members who can manage this server. The role that everyone has can't keep the record: choose another one with /settings set.",
    );
  });
});

const inWords = (plan: ReminderPlan) => reminderLines(english, plan, '1').map(drawLine);

describe('the reminders of a channel', () => {
  const plan = { channel: '20', rungs: DEFAULT_OFFSETS, pingRole: null, zone: 'UTC' };

  it('name their offsets in words', () => {
    const text = drawText(offsetsText(english, DEFAULT_OFFSETS));
    expect(text).toBe('7 days before, 1 day before and when it passes');
    expect(drawText(offsetsText(english, [{ unit: 'hours', count: 6 }]))).toBe('6 hours before');
  });

  it('are off where the plan is empty', () => {
    expect(inWords({ ...plan, rungs: [] })).toEqual([
      'Reminders in <#20> are off. Those already posted stay.',
    ]);
  });

  it('say who is pinged, and when they go out', () => {
    const days = 'Day reminders go out at 09:00 (UTC).';
    const hours = 'Hour reminders apply only to deadlines with a time of day.';
    const second = (given: string) => {
      const read = parseReminders(given);
      return inWords({ ...plan, rungs: read.ok ? read.value : [] })[1];
    };
    expect(second('7d 1d 0')).toBe(`Nobody is pinged. ${days}`);
    expect(second('6h 1h 0')).toBe(`Nobody is pinged. ${hours}`);
    expect(second('1d 6h')).toBe(`Nobody is pinged. ${days} ${hours}`);
    expect(second('0')).toBe('Nobody is pinged.');
    expect(inWords({ ...plan, pingRole: '30' })[1]).toMatch(/^Pings <@&30>, at most once a day\./);
  });

  it('name a time zone that is not known here', () => {
    expect(inWords({ ...plan, zone: 'America/Nowhere' })[1]).toContain(
      'at 09:00 UTC, because the time zone America/Nowhere is not known here.',
    );
  });
});
