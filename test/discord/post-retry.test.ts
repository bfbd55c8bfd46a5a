import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { Outage } from '../../src/discord/outage.js';
import { NotFromDiscord } from '../../src/discord/response.js';
import { postFailureOf, TurnMissed } from '../../src/discord/post-retry.js';
import { wallInstant } from '../../src/domain/instant.js';
import { english } from '../../src/wording/index.js';
import { drawText } from '../../src/discord/draw.js';

const refused = (status: number, code: unknown, message = 'Some words') => {
  const raw = code === undefined ? { error: 'x' } : { code: Number(code), message };
  return new DiscordAPIError(raw, code as number, status, 'POST', '/x', { body: {}, files: [] });
};
const limited = (retryAfter: number, global = false) =>
  new RateLimitError({
    global,
    retryAfter,
    hash: '',
    limit: 5,
    majorParameter: '1',
    method: 'POST',
    route: '/x',
    scope: 'user',
    sublimitTimeout: 0,
    timeToReset: 0,
    url: '/x',
  });
const of = (error: unknown, attempts = 1) => postFailureOf(error, attempts, 0.5);

describe('a refusal that concerns the channel', () => {
  it.each([
    [404, 10003],
    [404, 10004],
    [400, 50008],
    [400, 50024],
  ])('closes the channel for good: %i with code %i', (status, code) => {
    expect(of(refused(status, code))).toMatchObject({ kind: 'closed', gone: true });
  });

  it.each([
    [403, 50001],
    [403, 50013],
    [400, 50083],
    [400, 160002],
    [400, 160005],
    [403, 20018],
    [403, 99999],
    [404, 99999],
    [403, 0],
  ])('closes the channel until it is mended: %i with code %i', (status, code) => {
    expect(of(refused(status, code))).toMatchObject({ kind: 'closed', gone: false });
  });

  it.each([20018, 50095, 99999])('names no permission if none is known to be missing: code %i', (code) => {
    const trouble = of(refused(403, code));
    expect(trouble).toMatchObject({
      why: { kind: 'discord-said', words: 'Some words' },
      remedy: { kind: 'check-settings' },
    });
  });

  it.each([20016, 20022, 20028, 20029])(
    'waits for a limit first, and reports it if it lasts: code %i',
    (code) => {
      expect(of(refused(403, code), 1)).toMatchObject({ kind: 'again' });
      expect(of(refused(403, code), 6)).toMatchObject({ kind: 'closed', gone: false });
    },
  );
});

describe('a refusal that concerns the post', () => {
  it.each([
    [400, 50035],
    [400, 50006],
    [400, 99999],
    [413, 40005],
    [405, 0],
    [400, 240_000],
    [403, 50005],
  ])('fails the post and is reported: %i with code %i', (status, code) => {
    expect(of(refused(status, code))).toMatchObject({
      kind: 'refused',
      tell: { kind: 'refused', code, words: 'Some words' },
    });
  });

  it.each([200_000, 200_001])('names AutoMod: code %i', (code) => {
    expect(of(refused(400, code))).toMatchObject({ tell: { kind: 'automod' } });
  });

  it('shows the words of Discord without their markdown', () => {
    const words = '**@everyone** <@1>';
    const text = drawText(english.notices.notice({ kind: 'refused', channel: '7', code: 99999, words }));
    expect(text).not.toMatch(/@everyone|<@1>|\*\*/);
  });
});

describe('an answer that is not Discord’s', () => {
  it.each([
    new NotFromDiscord(403),
    new NotFromDiscord(200),
    refused(403, undefined),
    refused(401, undefined),
    refused(413, 'text'),
  ])('pauses all requests, whatever its status: %o', (error) => {
    expect(of(error)).toMatchObject({ kind: 'outage' });
  });

  it('is not taken for a revoked token', () => {
    expect(of(refused(401, 0))).toMatchObject({ kind: 'fatal' });
  });
});

describe('what passes by itself', () => {
  it.each([
    new HTTPError(503, 'Service Unavailable', 'POST', '/x', { body: {}, files: [] }),
    new TurnMissed('later'),
    refused(429, 0),
    refused(408, 0),
    refused(400, 130_000),
    Object.assign(new Error('x'), { code: 'UND_ERR_SOCKET' }),
    Object.assign(new Error('x'), { code: 'ENOTFOUND' }),
    Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }),
    new DOMException('x', 'AbortError'),
    Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }),
    Object.assign(new Error('x'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
  ])('is retried: %o', (error) => {
    expect(of(error)).toMatchObject({ kind: 'again' });
  });

  it('is retried after the time that Discord asks for, and never at once', () => {
    expect(of(limited(21_600_000))).toMatchObject({ kind: 'again', pause: 21_600_000 });
    for (const nothing of [0, -1, Number.NaN]) {
      const trouble = of(limited(nothing));
      expect(trouble.kind === 'again' ? trouble.pause : 0).toBeGreaterThan(0);
    }
    expect(of(limited(5000, true))).toMatchObject({ everybody: true });
  });
});

describe('a mistake of the bot', () => {
  it.each([
    new TypeError("Cannot read properties of undefined (reading 'id')"),
    Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT' }),
    Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }),
    'a text',
    undefined,
  ])('is not taken for a failure of Discord: %o', (error) => {
    expect(of(error)).toMatchObject({ kind: 'mistake' });
  });
});

describe('a pause of the whole bot', () => {
  it('grows with each answer that is not Discord’s, until Discord answers again', () => {
    const outage = new Outage(() => 1);
    const pauses = [0, 1000, 3000].map((at) => outage.strike(wallInstant(at), 0));
    expect(pauses).toEqual([1000, 2000, 4000]);
    outage.clear();
    expect(outage.strike(wallInstant(7000), 0)).toBe(1000);
  });

  it('is no longer because the clock was a year ahead when it began', () => {
    const outage = new Outage(() => 1);
    outage.strike(wallInstant(31_536_000_000), 0);
    expect(outage.strike(wallInstant(0), 0)).toBeLessThanOrEqual(300_000);
    expect(outage.strike(wallInstant(1), 3_600_000)).toBe(3_600_000);
  });
});
