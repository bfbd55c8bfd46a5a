import { describe, expect, it } from 'vitest';
import { changedSettings, type SettingsGiven } from '../../../src/guild/settings.js';
import { drawLine, drawText } from '../../../src/discord/draw.js';
import { parseReminders } from '../../../src/domain/reminders.js';
import {
  DEFAULT_OFFSETS,
  defaultSettings,
  type GuildSettings,
  type ReminderPlan,
} from '../../../src/domain/guild.js';
import { slugOf } from '../../../src/domain/public-page.js';
import { english } from '../../../src/wording/index.js';
import { offsetsText, reminderLines } from '../../../src/wording/milestones.js';
import { settingsLines, withdrawnLines } from '../../../src/wording/settings.js';
import { valueOf } from '../../support/result.js';

const settings = defaultSettings('1');
const key = () => 'abcdefghijklmnopqrstuv';
const changed = (before: GuildSettings, given: SettingsGiven) => changedSettings(before, given, key);
const kept = (before: GuildSettings, given: SettingsGiven) => valueOf(changed(before, given));
const none: SettingsGiven = {
  zone: undefined,
  language: undefined,
  curators: undefined,
  announcements: undefined,
  'review-channel': undefined,
  'admin-channel': undefined,
  review: undefined,
  publish: undefined,
  events: undefined,
  public: undefined,
  'public-name': undefined,
  'inclusion-rule': undefined,
  licence: undefined,
  contact: undefined,
  clear: undefined,
};

describe('the settings of a server', () => {
  it('keep what is not given', () => {
    const before = { ...settings, zone: 'Europe/Berlin', curatorRole: '7', review: false };
    expect(kept(before, { ...none, announcements: '20' })).toEqual({
      ...before,
      announcements: '20',
    });
  });

  it('change nothing where nothing is given, or the same as before', () => {
    const unchanged = (given: boolean) => ({
      ok: false,
      refusal: { why: 'nothing-to-change', of: { what: 'settings', given } },
    });
    expect(changed(settings, none)).toEqual(unchanged(false));
    expect(changed(settings, { ...none, review: 'on', zone: 'UTC' })).toEqual(unchanged(true));
  });

  it('turn review off and on', () => {
    expect(kept(settings, { ...none, review: 'off' }).review).toBe(false);
    expect(kept({ ...settings, review: false }, { ...none, review: 'on' }).review).toBe(true);
  });

  it.each([
    ['curators', { curatorRole: null }],
    ['announcements', { announcements: null }],
    ['review-channel', { reviewChannel: null }],
    ['admin-channel', { adminChannel: null }],
    ['public-name', { publicName: null }],
    ['inclusion-rule', { inclusionRule: null }],
    ['licence', { licence: null }],
    ['contact', { contact: null }],
  ])('reset what was set: %s', (clear, expected) => {
    const set = { curatorRole: '7', announcements: '8', reviewChannel: '9', adminChannel: '10' };
    const page = { publicName: 'Newsroom', inclusionRule: 'all', licence: 'CC0', contact: 'a@example.com' };
    const before = { ...settings, ...set, ...page };
    expect(kept(before, { ...none, clear })).toEqual({ ...before, ...expected });
    expect(changed(settings, { ...none, clear }).ok).toBe(false);
  });

  it('keep what is given beside a reset', () => {
    const given = { ...none, clear: 'announcements', announcements: '20' };
    expect(kept({ ...settings, announcements: '8' }, given).announcements).toBe('20');
  });

  it('show one setting a line, and that the role everyone has keeps no record', () => {
    const lines = settingsLines(english, { ...settings, curatorRole: '1', announcements: '20' }, null).map(
      drawLine,
    );
    expect(lines).toContain('Announcements: <#20>');
    expect(lines).toContain(
      "Curators: only members who can manage this server. The role that everyone has can't keep the record: choose another one with /settings set.",
    );
  });
});

describe('the public page of a server', () => {
  const byLink = { ...settings, visibility: 'link', publicKey: 'abcdefghijklmnop' } as const;
  const listed = { ...settings, visibility: 'listed', publicName: 'Newsroom Kyiv' } as const;

  it('is public by link under a random key of 16 characters, which stays', () => {
    expect(kept(settings, { ...none, public: 'link' })).toEqual(byLink);
    const other = { ...byLink, publicKey: 'qrstuvwxyz012345' };
    expect(kept(other, { ...none, public: 'link', contact: 'a@example.com' }).publicKey).toBe(
      other.publicKey,
    );
    expect(kept(other, { ...none, public: 'new-link' })).toEqual(byLink);
  });

  it('loses its key where it is switched off', () => {
    expect(kept(byLink, { ...none, public: 'off' })).toEqual(settings);
  });

  it('is listed under a name only', () => {
    expect(changed(settings, { ...none, public: 'listed' })).toEqual({
      ok: false,
      refusal: { why: 'missing', field: 'public-name' },
    });
    const given = { ...none, public: 'listed', 'public-name': 'Newsroom Kyiv' };
    expect(kept(settings, given)).toEqual(listed);
    expect(changed(settings, { ...given, 'public-name': '!!' })).toMatchObject({
      refusal: { why: 'no-address' },
    });
    expect(changed(listed, { ...none, clear: 'public-name' }).ok).toBe(false);
  });

  it.each([
    ['Newsroom Kyiv', 'newsroom-kyiv'],
    ['  Café ÉLYSÉE! ', 'cafe-elysee'],
    ['Новини Києва', 'новини-києва'],
    ['../../etc', 'etc'],
    ['!?', null],
  ])('named %s has the address %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is shown with its address, where one is served', () => {
    const shown = (of: GuildSettings, base: string | null) => settingsLines(english, of, base).map(drawLine);
    expect(shown(settings, null)).toContain('Public page: off; only this server sees the record');
    expect(shown(byLink, null).join()).toContain('this bot serves no pages');
    expect(shown(listed, 'https://record.example').join()).toContain(
      'Public page: listed, <https://record.example/s/newsroom-kyiv>',
    );
  });

  it('leads nowhere any more under its old address', () => {
    expect(withdrawnLines(english, byLink, settings)).toHaveLength(1);
    expect(withdrawnLines(english, byLink, listed)).toHaveLength(1);
    expect(withdrawnLines(english, settings, byLink)).toEqual([]);
    expect(withdrawnLines(english, byLink, { ...byLink, zone: 'Europe/Kyiv' })).toEqual([]);
  });
});

const inWords = (plan: ReminderPlan) => reminderLines(english, plan, '1').map(drawLine);

describe('the reminders of a channel', () => {
  const plan = { channel: '20', offsets: DEFAULT_OFFSETS, pingRole: null, zone: 'UTC' };

  it('name their offsets in words', () => {
    const text = drawText(offsetsText(english, DEFAULT_OFFSETS));
    expect(text).toBe('7 days before, 1 day before and when it passes');
    expect(drawText(offsetsText(english, [{ unit: 'hours', count: 6 }]))).toBe('6 hours before');
  });

  it('are off where the plan is empty', () => {
    expect(inWords({ ...plan, offsets: [] })).toEqual([
      'Reminders in <#20> are off. Those already posted stay.',
    ]);
  });

  it('say who is pinged, and when they go out', () => {
    const days = 'Day reminders go out at 09:00 (UTC).';
    const hours = 'Hour reminders apply only to deadlines with a time of day.';
    const second = (given: string) => {
      const read = parseReminders(given);
      return inWords({ ...plan, offsets: read.ok ? read.value : [] })[1];
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
