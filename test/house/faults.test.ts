import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { inFrontOf } from '../support/front.js';
import { CLI, MAIN, start } from './process.js';

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const note = join(folder, 'note.txt');
writeFileSync(
  note,
  'This is a note, and it is long enough to be no header of a database at all. '.repeat(20),
);
mkdirSync(join(folder, 'a-folder'));

let discord: LocalDiscord;
const running = new Set<ReturnType<typeof start>>();
beforeAll(async () => {
  discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
});
afterEach(async () => {
  for (const run of running) {
    run.child.kill('SIGKILL');
    await run.ended;
  }
  running.clear();
});
afterAll(() => discord.close());

function withToken(env: Record<string, string> = {}, args?: readonly string[]) {
  const base = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: 'sqlite::memory:',
  };
  const run = start({ ...base, ...env }, args);
  running.add(run);
  return run;
}

describe('a start that cannot succeed', () => {
  it.each([
    ['a folder', `sqlite:${join(folder, 'a-folder')}`, /DATABASE_URL names a folder/],
    ['a file that is no database', `sqlite:${note}`, /DATABASE_URL/],
    [
      'a folder that cannot be made',
      'sqlite:/nonexistent/../proc/x/y.db',
      /DATABASE_URL.*\/proc\/x.*cannot be created/,
    ],
    ['a folder in a file', `sqlite:${note}/x/y.db`, /DATABASE_URL/],
    ['no address', 'postgres://user:hunter2secret@[half/name', /DATABASE_URL/],
  ])('names DATABASE_URL where it is %s', async (_what, url, said) => {
    const run = withToken({ DATABASE_URL: url });
    expect(await run.ended).toBe(78);
    expect(run.output()).toMatch(said);
    expect(run.output()).not.toContain('hunter2secret');
  });

  it('names DATABASE_URL where PostgreSQL cannot be reached, and a restart may mend it', async () => {
    const run = withToken({ DATABASE_URL: 'postgres://user:hunter2secret@127.0.0.1:1/name' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/DATABASE_URL: the database at 127\.0\.0\.1:1\/name cannot be reached/);
    expect(run.output()).not.toContain('hunter2secret');
  });

  it('names HOST where it is no address of this machine', async () => {
    const run = withToken({ HOST: '192.0.2.1', PORT: '0' });
    expect(await run.ended).toBe(78);
    expect(run.output()).toMatch(/HOST is 192\.0\.2\.1/);
  });

  it('names the port that is taken, and a restart may mend it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const run = withToken({ PORT: port });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`Port ${port} is taken`);
    other.close();
  });

  it.each([
    ['is missing', join(folder, 'no-clock')],
    ['is a folder', join(folder, 'a-folder')],
    ['says no time', note],
  ])('names CLOCK where its file %s', async (_what, path) => {
    const run = withToken({ CLOCK: `file:${path}` });
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain(`CLOCK is file:${path}`);
  });
});

describe('a start that must wait', () => {
  it('takes settings in quotation marks, as docker passes them on', async () => {
    const run = withToken({ DISCORD_TOKEN: `"${discord.token}"`, LOG_LEVEL: "'info'" });
    await run.said(/"ready"/);
    expect(run.output()).not.toContain(discord.token);
  });

  it('keeps trying while a proxy answers instead of Discord, says so, and starts when Discord is back', async () => {
    let away = true;
    const page = { status: 503, type: 'text/html', body: '<html>Service Unavailable</html>' };
    const api = await inFrontOf(discord.apiUrl, () => (away ? page : null));
    const run = withToken({ DISCORD_API_URL: api });
    await run.said(/Discord cannot be reached at 127\.0\.0\.1:\d+ \(HTTP status 503\).*DISCORD_API_URL/);
    away = false;
    await run.said(/"ready"/);
    expect(run.output()).not.toContain('cannot start');
  });

  it('keeps trying while nothing answers, and stops when told to', async () => {
    const run = withToken({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    await run.said(/Discord cannot be reached at 127\.0\.0\.1:1 \(ECONNREFUSED\)/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('logs an uncaught error and goes on', async () => {
    const preload = join(folder, 'throw.mjs');
    writeFileSync(
      preload,
      "process.on('SIGUSR2', () => { void Promise.reject(new Error('lost')); throw new TypeError('stray'); });",
    );
    const run = withToken({}, ['--import', preload, MAIN]);
    await run.said(/"ready"/);
    run.child.kill('SIGUSR2');
    await run.said(/stray/);
    await run.said(/lost/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('exits with 78 where Discord closes the connection for good', async () => {
    const run = withToken();
    await run.said(/"ready"/);
    discord.faults.gateway.close(4011);
    expect(await run.ended).toBe(78);
    expect(run.output()).toMatch(/2,500 servers/);
  });
});

describe('ultimatum register', () => {
  const register = (env: Record<string, string> = {}) => withToken(env, [CLI, 'register']);

  it('registers the commands, and says so; where they are there already, it writes nothing', async () => {
    const own = await startLocalDiscord();
    const env = { DISCORD_API_URL: own.apiUrl, DISCORD_TOKEN: own.token };
    const first = register(env);
    expect(await first.ended).toBe(0);
    expect(first.output()).toMatch(/^Registered \d+ commands/);
    expect(own.commands().length).toBeGreaterThan(10);
    const second = register(env);
    expect(await second.ended).toBe(0);
    expect(second.output()).toMatch(/^Discord already has these \d+ commands.*Nothing was changed/);
    await own.close();
  });

  it('names the fault and the fix', async () => {
    const wrong = register({ DISCORD_TOKEN: 'wrong' });
    expect(await wrong.ended).toBe(78);
    expect(wrong.output()).toContain('Check DISCORD_TOKEN');
    const none = register({ DISCORD_TOKEN: '' });
    expect(await none.ended).toBe(78);
    expect(none.output()).toContain('DISCORD_TOKEN is not set');
    const away = register({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(await away.ended).toBe(1);
    expect(away.output()).toContain('ECONNREFUSED');
  });
});
