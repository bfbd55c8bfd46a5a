import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RestClient } from '../../src/discord/rest-client.js';
import { newsroom, posts, recorded, type Newsroom } from '../e2e/newsroom.js';

let room: Newsroom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});

interface Line {
  readonly message: string;
  readonly about: object;
}

/** A log that can be waited on. */
function keptLog() {
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  const keep = (about: object, message: string) => {
    lines.push({ about, message });
    for (const look of waiting) look();
  };
  const until = (pattern: RegExp, times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (lines.filter(({ message }) => pattern.test(message)).length < times) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { log: { info: keep, warn: keep, error: keep }, lines, until };
}

const open = async (options: Parameters<typeof newsroom>[0] = {}) => {
  room = await newsroom(options);
  return room;
};

describe('a connection that Discord closes for good', () => {
  it.each([
    [4004, /DISCORD_TOKEN/],
    [4010, /shard/],
    [4011, /2,500 servers.*SHARDS/],
    [4012, /Update Ultimatum/],
    [4013, /intents/],
    [4014, /intents/],
  ])('with %i stops the bot and says why', async (code, reason) => {
    let fatal: (reason: string) => void = () => undefined;
    const said = new Promise<string>((resolve) => (fatal = resolve));
    const { discord, bot } = await open({ fatal });
    discord.faults.gateway.close(code);
    expect(await said).toMatch(reason);
    expect(await bot.problems()).toEqual([expect.stringContaining(`(${code})`)]);
  });
});

describe('a connection that is lost', () => {
  it('is resumed, counted and logged, and missed interactions are answered', async () => {
    const { log, until } = keptLog();
    const here = await open({ log });
    const { discord, bot } = here;
    await until(/connected to the gateway/);
    discord.faults.gateway.cut();
    await until(/closed the connection/);
    expect(await bot.problems()).toEqual(['Not connected to Discord.']);
    const answer = here.as('Ana').type('/ultimatum list');
    await until(/resumed/);
    expect((await answer.done).text()).toContain('Nothing is running');
    expect(await bot.problems()).toEqual([]);
    expect([bot.counts.reconnects(), bot.counts.identifiesToday()]).toEqual([1, 1]);
  });

  it('is reopened ever more slowly if Discord closes every one, and the bot keeps running', async () => {
    const { log, until } = keptLog();
    const { discord, bot } = await open({ log });
    discord.faults.gateway.refuse(4000);
    discord.faults.gateway.close(4000);
    await until(/waits before it connects again/, 2);
    expect(await bot.problems()).toEqual([expect.stringContaining('it closes every connection')]);
    discord.faults.gateway.refuse(undefined);
    await until(/resumed/);
    expect(await bot.problems()).toEqual([]);
  });
});

/** The wire with another answer to GET /gateway/bot. */
const withLimit =
  (limit: () => object) =>
  (wire: RestClient): RestClient => ({
    get: async (route, options) => {
      const answer: unknown = await wire.get(route, options);
      return route === '/gateway/bot' ? { ...Object(answer), session_start_limit: limit() } : answer;
    },
    post: (route, options) => wire.post(route, options),
    put: (route, options) => wire.put(route, options),
    patch: (route, options) => wire.patch(route, options),
    delete: (route, options) => wire.delete(route, options),
  });

describe('the daily limit of Discord', () => {
  it('is never used up: the bot waits, says so, and keeps posting', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    const { log, until } = keptLog();
    let limit = { total: 1000, remaining: 1000, reset_after: 60_000, max_concurrency: 1 };
    const wire = withLimit(() => limit);
    const here = await open({ databaseUrl: `sqlite:${path}`, announceDelay: 60_000, log, wrap: { wire } });
    await recorded(here);
    const before = posts(here).length;
    limit = { ...limit, remaining: 3 };
    const restarted = here.restart();
    await until(/waits before it identifies again/);
    expect(here.discord.sessions).toBe(0);
    here.clock.set(here.clock.now() + 60_000);
    const posted = await here.discord.untilMessage('ultimatums', ({ content }) =>
      content.includes('Donald Trump'),
    );
    expect([before, posted.content]).toEqual([0, expect.stringContaining('Russia')]);
    await here.bot.stop();
    await restarted;
  });

  it('is counted over restarts', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    const here = await open({ databaseUrl: `sqlite:${path}` });
    expect(here.bot.counts.identifiesToday()).toBe(1);
    await here.restart();
    expect(here.bot.counts.identifiesToday()).toBe(2);
  });
});
