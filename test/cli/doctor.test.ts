/** `doctor` as a host types it, on real files and a local Discord. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { CLI, start } from '../house/process.js';
import { daily } from '../scheduler/watching.js';
import { instant, make, recording } from '../store/founding.js';
import { openFile } from '../support/database-fault.js';
import { releasedFile } from '../support/released.js';
import { openStore } from '../../src/store/index.js';
import { inDatabase, newDatabase, onPostgres } from '../support/postgres.js';

interface Seen {
  readonly check: string;
  readonly level: string;
  readonly seen: string;
  readonly todo: string;
}

let folder: string;
let path: string;
let discord: LocalDiscord | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
});
afterEach(async () => {
  await discord?.close();
  discord = null;
  rmSync(folder, { recursive: true, force: true });
});

async function doctor(env: Record<string, string> = {}) {
  const run = start({ DATABASE_URL: `sqlite:${path}`, ...env }, [CLI, 'doctor', '--json']);
  const code = await run.ended;
  const all = JSON.parse(run.output()) as readonly Seen[];
  return { code, all, levels: Object.fromEntries(all.map(({ check, level }) => [check, level])) };
}

async function record(): Promise<void> {
  const store = await openFile(path);
  await make(store, null, recording(), instant('2025-07-14T15:00:00Z'));
  await store.close();
}
const alter = (statements: string) => {
  const database = new Sqlite(path);
  database.exec(statements);
  database.close();
};

describe('npx ultimatum doctor', () => {
  it('finds a record that a bot has open whole, and asks for a backup', async () => {
    const store = await openFile(path);
    const { code, levels } = await doctor();
    await store.close();
    const whole = { configuration: 'good', database: 'good', integrity: 'good', triggers: 'good' };
    expect(levels).toMatchObject({ ...whole, migrations: 'good', backup: 'look', token: 'look' });
    expect(code).toBe(1);
    await start({ DATABASE_URL: `sqlite:${path}` }, [CLI, 'backup']).ended;
    expect((await doctor()).levels).toMatchObject({ backup: 'good' });
  });

  it('names posts that wait, broken countdowns and closed channels', async () => {
    await record();
    alter(`update delivery set status = 'pending', due = 0;
      insert into closed (guild, channel, reason, until, tries, author, told) values ('1', '2', '{}', null, 1, null, 0);
      insert into schedule (guild, channel, cron, zone, scope, author, status, next)
        values ('1', '2', '0 9 * * *', 'UTC', '{}', '3', 'broken', 0)`);
    const { levels } = await doctor();
    expect(levels).toMatchObject({ backlog: 'look', schedules: 'look', channels: 'look' });
  });

  it('says for how long nothing may be asked of Discord', async () => {
    await record();
    const requests = async () => (await doctor()).all.find(({ check }) => check === 'requests');
    expect(await requests()).toMatchObject({ level: 'good' });
    alter(`update budget set free = ${(Date.now() + 3_600_000) * 1000} where name = 'send'`);
    expect(await requests()).toMatchObject({
      level: 'look',
      seen: expect.stringMatching(/^The bot asks nothing of Discord for another 3[456]\d\d s\.$/) as unknown,
    });
  });

  it('exits with 2 where the triggers that keep entries are gone', async () => {
    await record();
    alter('drop trigger entry_no_update');
    const { code, all } = await doctor();
    expect(all.find(({ check }) => check === 'triggers')).toMatchObject({
      level: 'bad',
      seen: expect.stringContaining('entry_no_update') as string,
      todo: expect.stringContaining('restore') as string,
    });
    expect(code).toBe(2);
  });

  it('says that the next start upgrades a record of an earlier release', async () => {
    releasedFile(path);
    expect((await doctor()).levels).toMatchObject({ database: 'good', triggers: 'good', migrations: 'look' });
  });

  it('ends the branch of the database where it can’t be opened', async () => {
    writeFileSync(path, 'This is not a database. '.repeat(100));
    const { code, levels } = await doctor();
    expect(levels).toEqual({ configuration: 'good', database: 'bad', token: 'look', zones: 'good' });
    expect(code).toBe(2);
  });

  it('says where there is no record yet', async () => {
    expect((await doctor()).levels).toMatchObject({ database: 'look' });
    writeFileSync(path, '');
    expect((await doctor()).levels).toMatchObject({ database: 'look' });
  });

  it('ends at settings that can’t be read', async () => {
    const { code, levels } = await doctor({ LOG_LEVEL: 'loud' });
    expect(levels).toEqual({ configuration: 'bad' });
    expect(code).toBe(2);
  });

  it.each([
    [{ flags: (1 << 15) | (1 << 18) }, 'look', 'are on: server members, message content.', 'Turn them off'],
    [
      { bot_require_code_grant: true },
      'bad',
      'so nobody can add the bot',
      'Turn "Requires OAuth2 Code Grant" off',
    ],
    [
      {},
      'good',
      'https://discord.com/oauth2/authorize?client_id=12&scope=bot+applications.commands&permissions=68608',
      '',
    ],
  ])('says what the developer portal has wrong: %o', async (more, level, seen, todo) => {
    await record();
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const body = JSON.stringify({ id: '12', name: 'Ultimatum', ...more });
    const answer = { kind: 'raw', status: 200, contentType: 'application/json', body } as const;
    discord.faults.next({ path: '/applications/@me' }, answer);
    const { all } = await doctor({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
    expect(all.find(({ check }) => check === 'application')).toMatchObject({
      level,
      seen: expect.stringContaining(seen) as unknown,
      todo: expect.stringContaining(todo) as unknown,
    });
  });

  it('asks Discord about token, commands and clock', async () => {
    discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }] });
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    expect((await doctor(env)).levels).toMatchObject({ token: 'good', commands: 'look' });
    await start(env, [CLI, 'register']).ended;
    expect((await doctor(env)).levels).toMatchObject({ token: 'good', commands: 'good', clock: 'good' });
    const wrong = await doctor({ ...env, DISCORD_TOKEN: 'not.the.token' });
    expect(wrong.levels).toMatchObject({ token: 'bad' });
    expect(wrong.levels).not.toHaveProperty('commands');
    expect(wrong.code).toBe(2);
  });
});

describe('npx ultimatum doctor on channels', () => {
  const NAMES = ['open', 'mute', 'hidden', 'closed-thread'] as const;

  /** A server whose bot posts in some channels, as the record in `path` has it; and what the doctor says of each. */
  async function posting(spoil: (discord: LocalDiscord) => void = () => undefined) {
    discord = await startLocalDiscord({
      guilds: [{ name: 'Newsroom', channels: NAMES.map((name) => ({ name })) }],
    });
    const { world, token, apiUrl } = discord;
    const idOf = (name: (typeof NAMES)[number]) => world.channel(name).id;
    const { guildId } = world.channel('open');
    if (guildId === undefined) throw new Error('no server');
    const store = await openFile(path);
    await store.saveSettings(
      {
        ...defaultSettings(guildId),
        announcements: idOf('open'),
        reviewChannel: idOf('hidden'),
        adminChannel: '404',
      },
      0,
    );
    const schedule = daily({ guild: guildId, channel: idOf('mute') });
    await store.addSchedule(schedule);
    await store.addSchedule({ ...schedule, channel: '405', status: 'paused' });
    await store.saveReminderPlan(
      guildId,
      { channel: idOf('closed-thread'), offsets: [], pingRole: null, zone: 'UTC' },
      0,
    );
    await store.close();
    world.overwrite('mute', { of: world.bot.id, deny: ['SendMessages', 'ReadMessageHistory'] });
    world.overwrite('hidden', { of: world.bot.id, deny: ['ViewChannel'] });
    spoil(discord);
    const { all, code } = await doctor({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
    const channels = all.filter(({ check }) => check === 'channel');
    return { code, idOf, guildId, channels: channels.map(({ level, seen }) => `${level}: ${seen}`) };
  }

  it('names each that something is posted in, and the permissions that are missing there', async () => {
    const { code, channels, idOf } = await posting();
    expect(channels).toEqual([
      'good: The bot can post in #open of Newsroom.',
      `bad: In #${idOf('hidden')} of Newsroom I lack View Channel, Send Messages and Read Message History. Allow it in the channel's settings, then try again.`,
      "bad: #404 of Newsroom: I can't find that channel in this server. Choose another one.",
      "bad: In #mute of Newsroom I lack Send Messages and Read Message History. Allow it in the channel's settings, then try again.",
    ]);
    expect(code).toBe(2);
  });

  it('ends the branch of a server that the bot is not on', async () => {
    const { channels, guildId } = await posting(({ faults }) =>
      faults.during({ path: /^\/guilds\/\d+$/ }, { kind: 'status', status: 404, code: 10004 }),
    );
    expect(channels).toEqual([
      `look: The bot is not on the server ${guildId}, on which something is posted.`,
    ]);
  });

  it('says for which channel Discord does not answer', async () => {
    const failing = { kind: 'status', status: 400, code: 0 } as const;
    const { channels } = await posting(({ faults, world }) =>
      faults.during({ path: `/channels/${world.channel('open').id}` }, failing),
    );
    expect(channels[0]).toMatch(/^look: Discord did not say what the bot may do in #\d+ of Newsroom \(/);
    expect(channels).toHaveLength(4);
  });

  it('asks nothing about channels with a token that Discord does not take', async () => {
    const { channels } = await posting(({ faults }) =>
      faults.during({ path: '/applications/@me' }, { kind: 'status', status: 401 }),
    );
    expect(channels).toEqual([]);
  });
});

describe.skipIf(onPostgres !== '')(`npx ultimatum doctor on PostgreSQL ${onPostgres}`, () => {
  it('looks at the rows and the append-only triggers there', async () => {
    const { url, drop } = await newDatabase();
    const env = { DATABASE_URL: url };
    expect((await doctor(env)).levels).toMatchObject({ database: 'look' });
    const store = await openStore(url, () => undefined);
    await make(store, null, recording(), instant('2025-07-14T15:00:00Z'));
    await store.noteServers([], 0);
    await store.close();
    const sound = { database: 'good', triggers: 'good', migrations: 'good', schedules: 'good' };
    expect((await doctor(env)).levels).toMatchObject({ ...sound, backlog: 'look', departed: 'look' });
    const shards = async () => (await doctor(env)).all.find(({ check }) => check === 'shards');
    expect(await shards()).toMatchObject({ level: 'look', seen: 'No process has a connection for events.' });
    const later = (Date.now() + 3_600_000).toString();
    await inDatabase(
      url,
      `insert into gateway_process (holder, wanted, joined, until) values ('a', 2, 1, ${later}), ('b', 2, 2, ${later}), ('c', 9, 0, 1);
      insert into shard_lease (shard, count, holder, until) values (0, 2, 'a', ${later}), (1, 2, 'b', 1)`,
    );
    expect(await shards()).toMatchObject({ level: 'look', seen: '2 processes hold 1 of 2 shards.' });
    await inDatabase(url, `update shard_lease set until = ${later}`);
    expect(await shards()).toMatchObject({ level: 'good', seen: '2 processes hold all 2 shards.' });
    await inDatabase(url, 'alter table entry disable trigger entry_no_delete');
    const { code, all } = await doctor(env);
    const seenOf = (name: string) => all.find(({ check }) => check === name);
    expect(seenOf('space')?.seen).toMatch(/^The database has .* [kM]B\.$/);
    const seen = expect.stringContaining('entry_no_delete') as string;
    expect(seenOf('triggers')).toMatchObject({ level: 'bad', seen });
    expect(code).toBe(2);
    await drop();
  });
});
