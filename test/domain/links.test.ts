import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide/index.js';
import { checkLink, shownHost, withoutCredentials } from '../../src/domain/links.js';
import { entriesOf, FOUNDING, source } from '../views/support.js';

describe('what can be a source', () => {
  it.each([
    'https://www.cnn.com/a',
    'http://кремль.рф/news',
    'https://example.com:8443/a',
    'https://discord.com/blog/a',
    'https://8.8.8.8/a',
    'https://web.archive.org/web/2025/https://localhost/',
    'https://localhost.example/',
  ])('takes %s', (url) => {
    expect(checkLink(url)).toBeNull();
  });

  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['ftp://a.example/x', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['cnn.com/a', 'unreadable'],
    ['http://localhost/a', 'private'],
    ['http://LOCALHOST.:3000/', 'private'],
    ['http://app.localhost/', 'private'],
    ['http://127.0.0.1/', 'private'],
    ['http://127.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.0.0.1/', 'private'],
    ['http://0.0.0.0/', 'private'],
    ['http://10.1.2.3/', 'private'],
    ['http://172.16.0.1/', 'private'],
    ['http://172.31.255.255/', 'private'],
    ['http://192.168.178.1/', 'private'],
    ['http://169.254.169.254/latest/meta-data', 'private'],
    ['http://100.64.0.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::]/', 'private'],
    ['http://[::ffff:127.0.0.1]/', 'private'],
    ['http://[fd12:3456::1]/', 'private'],
    ['http://[fe80::1]/', 'private'],
    ['http://printer.local/', 'private'],
    ['http://wiki.internal/', 'private'],
    ['http://fritz.box.home.arpa/', 'private'],
    ['http://intranet/', 'private'],
    ['https://cdn.discordapp.com/attachments/1/2/a.png', 'discord-cdn'],
    ['https://media.discordapp.net/a.png', 'discord-cdn'],
    ['https://images-ext-1.discordapp.net/external/a/https/b', 'discord-cdn'],
    ['https://discord.com/channels/1/2/3', 'discord-message'],
    ['https://ptb.discord.com/channels/1/2/3', 'discord-message'],
    ['https://discord.gg/abc', 'discord-invite'],
    ['https://discord.com/invite/abc', 'discord-invite'],
  ])('refuses %s (%s)', (url, reason) => {
    expect(checkLink(url)).toEqual({ why: 'bad-link', given: url, reason });
  });

  it('takes 172.32 and 100.128, which are outside the private ranges', () => {
    expect([checkLink('http://172.32.0.1/'), checkLink('http://100.128.0.1/')]).toEqual([null, null]);
  });
});

describe('a link as it is shown', () => {
  it.each([
    ['https://www.cnn.com/a', 'cnn.com'],
    ['https://cnn.com@evil.example/a', 'evil.example'],
    ['https://evil.example:8443/a', 'evil.example:8443'],
    ['https://evil.example:443/a', 'evil.example'],
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['https://cnn.com./a', 'cnn.com'],
  ])('%s leads to %s', (url, host) => {
    expect(shownHost(url)).toBe(host);
  });

  it('has no user name and no password', () => {
    expect(withoutCredentials('https://cnn.com:secret@evil.example/a')).toBe('https://evil.example/a');
    expect(withoutCredentials('https://cnn.com/a@b')).toBe('https://cnn.com/a@b');
  });
});

describe('links in a decision', () => {
  const entries = entriesOf(FOUNDING.slice(0, 1));
  const deciding = { now: Date.parse('2025-07-20T12:00:00Z'), by: 'ana' };
  const stated = { start: deciding.now, end: deciding.now };
  const sourced = (archive: string) =>
    decide(
      entries,
      { verb: 'source', stated, statements: [{ ...source('https://a.example/', null, null), archive }] },
      deciding,
    );

  it.each(['javascript:alert(1)', 'http://localhost/copy', 'https://cdn.discordapp.com/x'])(
    'an archive link is refused for the same reasons as a source: %s',
    (archive) => {
      expect(sourced(archive)).toMatchObject({ ok: false, refusal: { why: 'bad-link', given: archive } });
    },
  );

  it('an archive is kept without credentials', () => {
    const decided = sourced('https://archive.ph:x@evil.example/a');
    expect(decided.ok && decided.value[0]?.statements[0]?.archive).toBe('https://evil.example/a');
  });

  it('a record with a link that an older release took can still be corrected', () => {
    const [first] = entries;
    if (first === undefined) throw new Error('No entry');
    const old = [{ ...first, statements: [source('http://localhost/old', null, 'in 50 days')] }];
    const correct = (fields: { demand?: string; url?: string }) =>
      decide(old, { verb: 'correct', entry: 1, fields, removes: false, reason: 'a slip' }, deciding);
    expect(correct({ demand: 'agree to a truce' }).ok).toBe(true);
    expect(correct({ url: 'http://localhost/new' })).toMatchObject({
      ok: false,
      refusal: { why: 'bad-link', reason: 'private' },
    });
    expect(correct({ demand: '\u200B' })).toMatchObject({ ok: false, refusal: { why: 'missing' } });
  });
});
