import { describe, expect, it, onTestFinished } from 'vitest';
import { openBot } from '../../src/bot.js';
import { createLogger } from '../../src/logging.js';
import { createScrub, passwordsIn } from '../../src/logging/scrub.js';
import { routeOf } from '../../src/discord/route.js';
import { DEMO_GUILD, startLocalDiscord } from '../../src/playground/index.js';
import { manualClock } from '../../src/stage/manual-clock.js';
import { inFrontOf, type Front } from '../support/front.js';

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.GhIjKl.a-bot-token-that-must-not-be-written';
const SECRET = 'THE-MEMBERS-OWN-WORDS';

function kept(secrets: readonly string[] = [TOKEN]) {
  const lines: string[] = [];
  const log = createLogger({ level: 'trace', secrets, write: (line) => lines.push(line) });
  return { log, lines, text: () => lines.join('') };
}

/** A server with a long record, whose bot is answered by `front` first. */
async function refusedBot(front: Front) {
  const clock = manualClock(Date.parse('2025-07-14T15:30:00Z'));
  const now = () => clock.now();
  const discord = await startLocalDiscord({ guilds: [DEMO_GUILD], now, limits: 'off', token: TOKEN });
  let active: Front = () => null;
  const apiUrl = await inFrontOf(discord.apiUrl, (method, path) => active(method, path));
  const { log, text } = kept();
  const options = { token: TOKEN, apiUrl, databaseUrl: 'sqlite::memory:', announceDelay: 0 };
  const bot = await openBot({ ...options, requestsPerSecond: 0, clock, log, fatal: () => undefined });
  await bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await discord.close();
  });
  const mod = discord.as('Mod', 'ultimatums');
  await mod.type('/settings set', { curators: 'Curators', zone: 'Washington', announcements: 'ultimatums' })
    .done;
  const preview = await mod.type('/ultimatum record', {
    issuer: 'Donald Trump',
    target: 'Russia',
    demand: SECRET,
    deadline: '50 days',
    source: 'https://www.cnn.com/a',
  }).done;
  active = front;
  return { discord, mod, preview, bot, text };
}

const JSON_400 = {
  status: 400,
  type: 'application/json',
  body: '{"message":"Invalid Form Body","code":50035}',
};
const HTML_413 = { status: 413, type: 'text/html', body: `<html>Too large ${SECRET}</html>` };
const HTML_403 = { status: 403, type: 'text/html', body: '<html>Forbidden</html>' };
const REFUSALS = [
  ['400 JSON', JSON_400],
  ['413 HTML', HTML_413],
  ['403 HTML', HTML_403],
] as const;

describe('the log of a refused request', () => {
  it.each(REFUSALS)('holds no token, no file and no text of a member: export, %s', async (_what, answer) => {
    let token = '';
    let refusing = false;
    const { mod, preview, text } = await refusedBot((method, path) => {
      const found = /\/interactions\/\d+\/([^/]+)\/callback/.exec(path)?.[1];
      if (!refusing || method !== 'POST' || found === undefined) return null;
      token = found;
      return answer;
    });
    await mod.press(preview, 'Record').done;
    refusing = true;
    await mod.type('/data export', { format: 'JSON' }).done.catch(() => undefined);
    expect(token).not.toBe('');
    expect(text()).toContain('/interactions/:id/:token/callback');
    expect(text()).toContain(`"status":${answer.status}`);
    expect(text()).not.toContain(token);
    expect(text()).not.toContain(SECRET);
    expect(text()).not.toMatch(/\d+,\d+,\d+,\d+,\d+/);
  });

  it.each(REFUSALS)('holds no token and no text of a member: a post, %s', async (_what, answer) => {
    const { mod, preview, bot, text } = await refusedBot((method, path) =>
      method === 'POST' && /\/channels\/\d+\/messages/.test(path) ? answer : null,
    );
    await mod.press(preview, 'Record').done;
    await bot.beat();
    expect(text()).not.toContain(SECRET);
    expect(text()).not.toContain(TOKEN);
  });
});

describe('the logger', () => {
  it('writes no secret at any depth, in any text', () => {
    const { log, text } = kept([TOKEN, ...passwordsIn('postgres://bot:hunter%40two@db/ultimatum')]);
    const deep = {
      a: { b: [{ c: new Error(`at ${TOKEN}`, { cause: new Error(encodeURIComponent(TOKEN)) }) }] },
    };
    log.error({ ...deep, token: 'short1', headers: { authorization: 'Bot short2' } }, `said ${TOKEN}`);
    log.error(new AggregateError([new Error(TOKEN)], 'several'));
    log.warn({ err: new Error('no route to postgres://bot:hunter%40two@db/ultimatum') }, 'away');
    log.warn({ requestBody: { json: 'short3' }, files: [Buffer.from('short4')] }, 'body');
    log.info({ url: 'https://discord.com/api/v10/webhooks/1/abcSHORTdef/messages/@original' }, 'url');
    for (const secret of [TOKEN, 'hunter', 'short1', 'short2', 'short3', 'short4', 'abcSHORTdef'])
      expect(text()).not.toContain(secret);
    expect(text()).toContain('said [redacted]');
    expect(text()).toContain('"several"');
  });

  it('writes what is known of an error of Discord: status, code, method and route', () => {
    const { log, text } = kept();
    const error = Object.assign(
      new Error('Invalid Form Body\ndata.content[BASE_TYPE_MAX_LENGTH]: "secret"'),
      {
        name: 'DiscordAPIError[50035]',
        status: 400,
        code: 50035,
        method: 'PATCH',
        url: 'https://discord.com/api/v10/channels/123/messages/456?x=1',
        requestBody: { json: { content: SECRET } },
        rawError: { message: SECRET },
      },
    );
    log.error({ err: error }, 'refused');
    expect(JSON.parse(text())).toMatchObject({
      msg: 'refused',
      err: {
        type: 'DiscordAPIError',
        message: 'Invalid Form Body\ndata.content[BASE_TYPE_MAX_LENGTH]',
        status: 400,
        code: 50035,
        method: 'PATCH',
        route: '/channels/:id/messages/:id',
      },
    });
    expect(text()).not.toContain(SECRET);
  });

  it('survives circles, getters that throw and values that JSON cannot hold', () => {
    const { log, lines } = kept();
    const circle: Record<string, unknown> = { big: 5n, when: new Date(NaN), map: new Map(), say: () => 1 };
    circle['again'] = circle;
    Object.defineProperty(circle, 'bad', { enumerable: true, get: () => expect.fail() });
    log.info(circle, 'odd');
    log.info({ err: null, error: undefined }, 'none');
    expect(lines).toHaveLength(2);
  });

  it('quotes nothing of what JSON.parse could not read', () => {
    const { log, text } = kept();
    try {
      JSON.parse(`${SECRET} and more`);
    } catch (error) {
      log.error({ err: error }, 'unreadable');
    }
    expect(text()).toContain('is not valid JSON');
    expect(text()).not.toContain('MEMBERS');
  });
});

describe('routes and texts', () => {
  it.each([
    [
      'https://discord.com/api/v10/interactions/12/to.k-en/callback?with_response=false',
      '/interactions/:id/:token/callback',
    ],
    ['/webhooks/12/token/messages/@original', '/webhooks/:id/:token/messages/@original'],
    ['http://127.0.0.1:1/api/v10/channels/1/messages', '/channels/:id/messages'],
  ])('keep only the template of %s', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });

  it('leave ordinary words alone', () => {
    const scrub = createScrub(['bot']);
    const said = 'The bot could not post in /channels/123/messages at 12:30. See https://a.example/x@y.';
    expect(scrub(said)).toBe(said);
  });
});
