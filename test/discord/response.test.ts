import { DiscordAPIError, HTTPError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageIdIn, NotFromDiscord } from '../../src/discord/response.js';
import { retryingRest, failFastRest } from '../../src/discord/rest-client.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { HTML, JSON_TYPE, PAGE, startFront, type Front, type Instead } from '../support/proxy.js';

let discord: LocalDiscord;
let front: Front;
beforeEach(async () => {
  discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }], limits: 'off' });
  front = await startFront(discord.apiUrl);
});
afterEach(async () => {
  await front.close();
  await discord.close();
});

const json = (status: number, body: unknown): Instead => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});
const page = (status: number, headers: object = {}): Instead => ({
  status,
  headers: { ...HTML, ...headers },
  body: PAGE,
});
const error = async (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown);
const prompt = () => failFastRest({ api: front.apiUrl, token: discord.token });

describe('an answer that is not Discord’s', () => {
  it.each<[string, Instead]>([
    ['a page with status 200', page(200)],
    ['a page with status 400', page(400)],
    ['a page with status 401', page(401)],
    ['a page with status 403', page(403)],
    ['a page with status 404', page(404)],
    ['a page with status 413', page(413)],
    ['a page with status 429', page(429)],
    ['a page with status 502', page(502)],
    ['a redirect', { status: 302, headers: { location: 'https://example.org' } }],
    ['JSON without a code', json(403, { message: 'Forbidden' })],
    ['a code that is a text', json(403, { message: 'Forbidden', code: 'forbidden' })],
    ['JSON that is no object', json(403, 'Forbidden')],
    ['JSON that is null', json(400, null)],
    ['JSON that was cut off', { status: 403, headers: JSON_TYPE, body: '{"code": 500' }],
    ['a success that was cut off', { status: 200, headers: JSON_TYPE, body: '{"id": "1' }],
    ['a text without a type', { status: 403, body: 'error code: 1020' }],
  ])('is recognized: %s', async (_, answer) => {
    front.instead = { match: /./, answer };
    expect(await error(prompt().get('/users/@me'))).toBeInstanceOf(NotFromDiscord);
  });

  it('gives the time to wait', async () => {
    front.instead = { match: /./, answer: page(429, { 'retry-after': '17' }) };
    expect(await error(prompt().get('/users/@me'))).toMatchObject({ status: 429, retryAfter: 17_000 });
  });

  it('does not clear the token', async () => {
    const wire = prompt();
    front.instead = { match: /./, answer: page(401) };
    await error(wire.get('/users/@me'));
    front.instead = null;
    await expect(wire.get('/users/@me')).resolves.toMatchObject({ bot: true });
  });

  it.each([page(403), page(200)])('is counted by its status: %o', async (answer) => {
    const counted: number[] = [];
    const wire = failFastRest({ api: front.apiUrl, token: 'x', answered: (status) => counted.push(status) });
    front.instead = { match: /./, answer };
    await error(wire.get('/users/@me'));
    expect(counted).toEqual([answer.status]);
  });
});

describe('an answer of Discord', () => {
  it('is a refusal if it has a code', async () => {
    front.instead = { match: /./, answer: json(403, { message: 'Missing Permissions', code: 50013 }) };
    const thrown = await error(prompt().get('/users/@me'));
    expect(thrown).toBeInstanceOf(DiscordAPIError);
    expect(thrown).toMatchObject({ code: 50013, message: 'Missing Permissions' });
  });

  it('may have no content', async () => {
    front.instead = { match: /./, answer: { status: 204 } };
    await expect(prompt().delete('/channels/1/messages/2')).resolves.toBeDefined();
  });

  it('is asked for again by the retrying client after a page with status 502', async () => {
    front.instead = { match: /./, answer: page(502) };
    const patient = retryingRest({ api: front.apiUrl, token: discord.token });
    expect(await error(patient.get('/users/@me'))).toBeInstanceOf(HTTPError);
    expect(front.asked).toHaveLength(4);
  });
});

describe('the message that was sent', () => {
  it.each([undefined, null, {}, { id: '' }, { id: 5 }, [], new ArrayBuffer(0), 'ok'])(
    'is unknown without an id: %o',
    (answer) => {
      expect(() => messageIdIn(answer)).toThrow(NotFromDiscord);
    },
  );
});
