import { describe, expect, it } from 'vitest';
import { noticeFromRow, noticeToRow } from '../../src/codec/admin-notice.js';
import { failureFromRow, failureToRow, optionalFailure } from '../../src/codec/failure.js';
import type { Failure, UntoldNotice } from '../../src/domain/failure.js';

const FAILURES: readonly Failure[] = [
  {
    kind: 'closed',
    why: { kind: 'cannot-post' },
    remedy: { kind: 'give-permissions', permissions: ['view'] },
  },
  { kind: 'closed', why: { kind: 'discord-said', words: 'No' }, remedy: null },
  { kind: 'listed' },
  { kind: 'expired', earlier: { kind: 'overtaken', earlier: null } },
  { kind: 'missed', count: 5, because: 'channel', replaced: false },
  { kind: 'wait-until', until: 7 },
  { kind: 'discord-said', words: 'Invalid Form Body' },
  { kind: 'discord-status', status: 502 },
  { kind: 'mistake', error: null },
  { kind: 'row-damaged', error: 'x' },
  { kind: 'passing-refused', why: 'wrong-state' },
  { kind: 'passing-refused', why: null },
  { kind: 'unknown-zone', zone: 'America/Nowhere' },
  { kind: 'unreadable-cron', cron: 'x' },
  { kind: 'text', text: 'the channel is gone' },
];

describe('a failure', () => {
  it.each(FAILURES)('is read as it was stored: %j', (failure) => {
    expect(failureFromRow(failureToRow(failure))).toEqual(failure);
  });

  it.each(['the channel is gone', '502', '{"kind":"new"}', '{"kind":"closed"}', '', 'null'])(
    'of an older or later release stays the text it was: %j',
    (row) => {
      expect(failureFromRow(row)).toEqual({ kind: 'text', text: row });
    },
  );

  it('is null where the column is empty', () => {
    expect(optionalFailure(null)).toBeNull();
  });
});

describe('a notice that nobody could be told yet', () => {
  const notices: readonly UntoldNotice[] = [
    { kind: 'automod', channel: '1' },
    { kind: 'refused', channel: '1', code: 50035, words: 'Invalid Form Body' },
    { kind: 'wait', channel: '1', until: 7 },
    { kind: 'text', channel: '1', text: 'AutoMod blocked a post.' },
  ];
  it.each(notices)('is read as it was stored: %j', (notice) => {
    expect(noticeFromRow(noticeToRow(notice))).toEqual(notice);
  });

  it('is text where release 0.1.0 kept it as prose', () => {
    const text = 'AutoMod blocked a post of this bot there.\nExempt the bot.';
    expect(noticeFromRow(`<#1>: ${text}`)).toEqual({ kind: 'text', channel: '1', text });
  });

  it('is none where the fact is empty or holds something else', () => {
    expect([noticeFromRow(''), noticeFromRow('{"kind":"other"}')]).toEqual([null, null]);
  });
});
