import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { start } from './process.js';

let discord: LocalDiscord | null = null;
afterEach(async () => {
  await discord?.close();
  discord = null;
});

describe('starting', () => {
  it('names every wrong setting at once, with its fix, and exits with 78', async () => {
    const run = start({ DATABASE_URL: 'nope', LOG_LEVEL: 'loud', ANNOUNCE_DELAY_SECONDS: '-1' });
    expect(await run.ended).toBe(78);
    for (const name of ['DATABASE_URL', 'LOG_LEVEL', 'ANNOUNCE_DELAY_SECONDS'])
      expect(run.output()).toContain(name);
  });

  it('runs with a token, registers once, and stops on SIGTERM with nothing lost', async () => {
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const puts: string[] = [];
    discord.onRequest(({ method, path }) => {
      if (method === 'PUT') puts.push(path);
    });
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite:${path}`,
    };
    for (const _ of [1, 2]) {
      const run = start(env);
      await run.said(/"ready"/);
      run.child.kill('SIGTERM');
      expect(await run.ended).toBe(0);
    }
    expect(puts).toHaveLength(1);
  });

  it('loads nothing of the local Discord when there is a token', async () => {
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    // V8 writes down every file it ran.
    const folder = await mkdtemp(join(tmpdir(), 'ultimatum-'));
    const run = start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: 'sqlite::memory:',
      NODE_V8_COVERAGE: folder,
    });
    await run.said(/"ready"/);
    run.child.kill('SIGTERM');
    await run.ended;
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(files.join('')).toContain('/dist/src/bot.js');
    expect(files.join('')).not.toMatch(/\/dist\/src\/(playground|stage|played)/);
  });

  it('stops on a SIGTERM that comes while it starts', async () => {
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const run = start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: 'sqlite::memory:',
    });
    discord.onRequest(({ method }) => {
      if (method === 'PUT') run.child.kill('SIGTERM');
    });
    expect(await run.ended).toBe(0);
  });

  it('stops with a sentence when the token is wrong', async () => {
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const env = { DISCORD_TOKEN: 'wrong', DISCORD_API_URL: discord.apiUrl, DATABASE_URL: 'sqlite::memory:' };
    const run = start(env);
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('Check DISCORD_TOKEN');
  });

  it('says what to do when the port of the page is taken', async () => {
    discord = await startLocalDiscord();
    const { port } = new URL(discord.address);
    const run = start({ PORT: port });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`Port ${port} is taken`);
  });

  it('plays the founding case on a local Discord without a token, and says how to drive it', async () => {
    const run = start({ PORT: '0' });
    await run.said(/in a browser/);
    expect(run.output()).toContain('Deadline narrowed');
    expect(run.output()).toContain('No DISCORD_TOKEN is set');
    expect(run.output()).toMatch(/Open http:\/\/127\.0\.0\.1:\d+ in a browser/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });
});
