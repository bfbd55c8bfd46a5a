/** A bot in more servers than its shards may hold: Discord closes its connections with 4011, and it opens more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_GUILD, startLocalDiscord } from '../../src/playground/index.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { start } from './process.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A local Discord whose bot is in `servers` servers, of which 2,500 at most may be on one connection. */
async function discordOf(servers: number) {
  let count = servers;
  const discord = await startLocalDiscord({
    guilds: [DEMO_GUILD],
    gateway: { guildCount: () => count, identifies: { total: 1000, maxConcurrency: 16 } },
  });
  ends.push(() => discord.close());
  /** The bot is in so many servers from now on, and Discord ends every session. */
  const grow = (to: number) => {
    count = to;
    discord.faults.gateway.invalidate();
  };
  return { discord, grow };
}

function bot(discord: { token: string; apiUrl: string }, databaseUrl: string, shards: string) {
  const process = start({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: databaseUrl,
    SHARDS: shards,
  });
  ends.push(async () => {
    process.child.kill('SIGKILL');
    await process.ended;
  });
  return process;
}

function onFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'a.db')}`;
}

const answers = async (discord: Awaited<ReturnType<typeof discordOf>>['discord']) =>
  expect((await discord.as('Ana').type('/ultimatum list').done).text()).toContain('Nothing is running');

describe('10,000 servers', () => {
  it('are too many for three shards, and the bot stops with what to set', async () => {
    const { discord } = await discordOf(10_000);
    const process = bot(discord, onFile(), '3');
    expect(await process.ended).toBe(78);
    expect(process.output()).toMatch(/2,500 servers.*SHARDS/);
  });

  it('fit into four shards of one process', async () => {
    const { discord } = await discordOf(10_000);
    await bot(discord, onFile(), '4').said(/"ready"/);
    expect(discord.sessions).toBe(4);
    await answers(discord);
  });

  it('are met by a bot that grows into them, which opens more shards by itself', async () => {
    const { discord, grow } = await discordOf(2400);
    const process = bot(discord, onFile(), 'auto');
    await process.said(/"ready"/);
    expect(discord.sessions).toBe(3);
    grow(10_000);
    await process.said(/"shards":\[0,1,2,3,4,5,6,7,8,9\],"count":10/);
    await expect.poll(() => discord.sessions).toBe(10);
    await answers(discord);
    expect(process.child.exitCode).toBeNull();
  });
});

describe.skipIf(SERVER === undefined)(`10,000 servers on two processes ${onPostgres}`, () => {
  it('are shared out anew when Discord demands more shards', async () => {
    const { discord, grow } = await discordOf(2400);
    const { url, drop } = await newDatabase();
    ends.push(drop);
    const first = bot(discord, url, 'auto');
    await first.said(/"ready"/);
    const second = bot(discord, url, 'auto');
    await second.said(/"shards":\[\d\],"count":3/);
    await expect.poll(() => discord.sessions).toBe(3);
    grow(10_000);
    const five = /"shards":\[\d(,\d){4}\],"count":10/;
    await Promise.all([first.said(five), second.said(five)]);
    await expect.poll(() => discord.sessions).toBe(10);
    await answers(discord);
  });
});
