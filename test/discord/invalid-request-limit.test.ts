import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createInvalidRequestLimit,
  TooManyInvalidRequests,
} from '../../src/discord/invalid-request-limit.js';
import { failFastRest } from '../../src/discord/rest-client.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { later, wallInstant, type WallInstant } from '../../src/domain/instant.js';

const MINUTE = 60_000;
const quiet = { info: () => undefined, warn: () => undefined };

/** No other process is refused anything. */
const alone = { noteRefused: () => Promise.resolve(wallInstant(0)) };

let discord: LocalDiscord;
let now = 0;
let said: object[];
beforeEach(async () => {
  [now, said] = [0, []];
  discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }], limits: 'off' });
});
afterEach(() => discord.close());

describe('what Discord refuses', () => {
  it.each([401, 403, 429])(
    'is counted, and requests stop before Discord bans the address: %i',
    async (status) => {
      const guard = createInvalidRequestLimit({
        wallNow: () => wallInstant(now),
        most: 3,
        store: alone,
        log: { ...quiet, error: (about) => said.push(about) },
      });
      const { answered } = guard;
      // discord.js forgets its token after a 401.
      const ask = () =>
        guard.hold(failFastRest({ api: discord.apiUrl, token: discord.token, answered })).get('/users/@me');
      let asked = 0;
      discord.onRequest(() => (asked += 1));
      discord.faults.next({}, { kind: 'status', status, retryAfter: 0 }, 3);
      for (const at of [0, MINUTE, 2 * MINUTE]) {
        now = at;
        await expect(ask()).rejects.not.toBeInstanceOf(TooManyInvalidRequests);
      }
      await expect(ask()).rejects.toThrow(TooManyInvalidRequests);
      await expect(ask()).rejects.toMatchObject({ pause: 8 * MINUTE });
      expect(asked).toBe(3);
      now = 10 * MINUTE;
      expect(await ask()).toMatchObject({ bot: true });
      expect(asked).toBe(4);
    },
  );

  it('does not include successful answers or lost connections', async () => {
    const guard = createInvalidRequestLimit({
      wallNow: () => wallInstant(now),
      store: alone,
      most: 1,
      log: { ...quiet, error: (about) => said.push(about) },
    });
    const { answered } = guard;
    const wire = guard.hold(failFastRest({ api: discord.apiUrl, token: discord.token, answered }));
    await wire.get('/users/@me');
    discord.faults.next({}, { kind: 'status', status: 503 });
    await expect(wire.get('/users/@me')).rejects.toThrow('Service Unavailable');
    await expect(wire.get('/users/@me')).resolves.toBeDefined();
    expect(said).toEqual([]);
  });

  it('holds this process back as well where other processes were refused as often', async () => {
    let noted: () => void = () => undefined;
    const counted = new Promise<void>((resolve) => (noted = resolve));
    const store = {
      noteRefused(everyMs: number, at: WallInstant) {
        noted();
        // The three of another process, and this one.
        return Promise.resolve(later(at, 4 * everyMs));
      },
    };
    const log = { ...quiet, error: (about: object) => said.push(about) };
    const guard = createInvalidRequestLimit({ wallNow: () => wallInstant(now), most: 3, log, store });
    const { answered } = guard;
    const wire = guard.hold(failFastRest({ api: discord.apiUrl, token: discord.token, answered }));
    discord.faults.next({}, { kind: 'status', status: 403 });
    await expect(wire.get('/users/@me')).rejects.not.toBeInstanceOf(TooManyInvalidRequests);
    await counted;
    await expect(wire.get('/users/@me')).rejects.toMatchObject({ pause: (10 * MINUTE) / 3 });
    now = 4 * MINUTE;
    expect(await wire.get('/users/@me')).toMatchObject({ bot: true });
  });

  it('holds nothing back once a clock that was a year ahead is right again', async () => {
    now = 365 * 24 * 60 * MINUTE;
    const store = {
      noteRefused: (everyMs: number, at: WallInstant) => Promise.resolve(later(at, 4 * everyMs)),
    };
    const log = { ...quiet, error: (about: object) => said.push(about) };
    for (const where of [store, alone]) {
      const guard = createInvalidRequestLimit({
        wallNow: () => wallInstant(now),
        most: 3,
        log,
        store: where,
      });
      const { answered } = guard;
      const wire = guard.hold(failFastRest({ api: discord.apiUrl, token: discord.token, answered }));
      for (let times = 0; times < 3; times += 1) answered(403);
      await expect(wire.get('/users/@me')).rejects.toThrow(TooManyInvalidRequests);
      now = 0;
      expect(await wire.get('/users/@me')).toMatchObject({ bot: true });
      now = 365 * 24 * 60 * MINUTE;
    }
  });
});
