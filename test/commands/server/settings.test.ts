import { describe, expect, it } from 'vitest';
import { changedSettings, settingsLines, type SettingsGiven } from '../../../commands/settings/change.js';
import { parseReminders } from '../../../src/domain/reminders.js';
import { ladderLines, rungsInWords } from '../../../commands/milestones/words.js';
import { DEFAULT_OFFSETS, defaultSettings } from '../../../src/domain/guild.js';

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
  it('what is not given stays as it is', () => {
    const before = { ...settings, zone: 'Europe/Berlin', curatorRole: '7', review: false };
    expect(changedSettings(before, { ...none, announcements: '20' })).toEqual({
      ...before,
      announcements: '20',
    });
  });

  it('nothing given, or the same as before, changes nothing', () => {
    expect(changedSettings(settings, none)).toBeNull();
    expect(changedSettings(settings, { ...none, review: 'on', zone: 'UTC' })).toBeNull();
  });

  it('review is turned off and on', () => {
    expect(changedSettings(settings, { ...none, review: 'off' })?.review).toBe(false);
    expect(changedSettings({ ...settings, review: false }, { ...none, review: 'on' })?.review).toBe(true);
  });

  it.each([
    ['curators', { curatorRole: null }],
    ['announcements', { announcements: null }],
    ['review-channel', { reviewChannel: null }],
    ['admin-channel', { adminChannel: null }],
  ])('what was set is set back to nothing: %s', (clear, expected) => {
    const set = { curatorRole: '7', announcements: '8', reviewChannel: '9', adminChannel: '10' };
    const before = { ...settings, ...set };
    expect(changedSettings(before, { ...none, clear })).toEqual({ ...before, ...expected });
    expect(changedSettings(settings, { ...none, clear })).toBeNull();
  });

  it('what is given beside it stands', () => {
    const given = { ...none, clear: 'announcements', announcements: '20' };
    expect(changedSettings({ ...settings, announcements: '8' }, given)?.announcements).toBe('20');
  });

  it('are shown one a line, and the role of everybody as one that keeps no record', () => {
    const lines = settingsLines({ ...settings, curatorRole: '1', announcements: '20' });
    expect(lines).toContain('Announcements: <#20>');
    expect(lines).toContain(
      'Curators: only members who may manage the server. The role of everyone cannot keep the record: choose another one with /settings set.',
    );
  });
});

describe('the reminders of a channel', () => {
  it('are said in words', () => {
    expect(rungsInWords(DEFAULT_OFFSETS)).toBe('7 days before, 1 day before and when it has passed');
    expect(rungsInWords([{ unit: 'hours', count: 6 }])).toBe('6 hours before');
  });

  it('are none where the ladder is empty', () => {
    expect(ladderLines({ channel: '20', rungs: [], pingRole: null, zone: 'UTC' }, '1')).toEqual([
      'No reminders in <#20> any more. What was posted stays.',
    ]);
  });

  it('say who is pinged', () => {
    const ladder = { channel: '20', rungs: DEFAULT_OFFSETS, pingRole: null, zone: 'UTC' };
    expect(ladderLines(ladder, '1')[1]).toMatch(/^Nobody is pinged\./);
    const days = 'Of a deadline that is a day, the steps of days go out at 09:00, UTC.';
    const hours = 'Steps of hours are only for deadlines with a time of day.';
    const rungs = (given: string) => {
      const read = parseReminders(given);
      return ladderLines({ ...ladder, rungs: read.ok ? read.value : [] }, '1')[1];
    };
    expect(rungs('7d 1d 0')).toBe(`Nobody is pinged. ${days}`);
    expect(rungs('6h 1h 0')).toBe(`Nobody is pinged. ${hours}`);
    expect(rungs('1d 6h')).toBe(`Nobody is pinged. ${days} ${hours}`);
    expect(rungs('0')).toBe('Nobody is pinged.');
    expect(ladderLines({ ...ladder, pingRole: '30' }, '1')[1]).toMatch(/^Pings <@&30>, once a day at most\./);
  });
});
