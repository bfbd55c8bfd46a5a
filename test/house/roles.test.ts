import { afterEach, describe, expect, it } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import { readConfig, settingFault } from '../../src/config.js';
import { DEMO_GUILD, startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { english } from '../../src/wording/index.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { RECORD } from '../e2e/newsroom.js';
import { start } from './process.js';

const rolesOf = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  return read.ok ? [...read.config.roles] : read.wrong;
};

const ON_POSTGRES = { DATABASE_URL: 'postgres://bot@127.0.0.1/record' };

describe('ROLES', () => {
  it('is everything unless set, and takes names in any order', () => {
    expect(rolesOf({})).toEqual(['gateway', 'worker', 'web']);
    expect(rolesOf({ ROLES: 'all' })).toEqual(['gateway', 'worker', 'web']);
    expect(rolesOf({ ...ON_POSTGRES, ROLES: 'web, gateway' })).toEqual(['web', 'gateway']);
  });

  it.each([
    ['names no role that there is', { ...ON_POSTGRES, ROLES: 'gateway,leader' }],
    ['is empty between two commas', { ...ON_POSTGRES, ROLES: 'gateway,,worker' }],
    ['leaves nobody to post on a file', { ROLES: 'gateway' }],
    ['serves pages at no port', { ...ON_POSTGRES, ROLES: 'web' }],
  ])('is refused where it %s', (_why, environment) => {
    expect(rolesOf(environment)).toEqual(['ROLES']);
    expect(drawText(settingFault('ROLES', english.operator))).toContain('gateway, worker and web');
  });
});

describe.skipIf(SERVER === undefined)(`processes with one role each ${onPostgres}`, () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  async function surroundings(servers = 1) {
    const discord: LocalDiscord = await startLocalDiscord({
      guilds: [DEMO_GUILD],
      gateway: { guildCount: servers, identifies: { total: 1000, maxConcurrency: 16 } },
      // No answer is late because the machine is busy.
      firstAnswerMs: 60_000,
    });
    ends.push(() => discord.close());
    const { url, drop } = await newDatabase();
    ends.push(drop);
    const common = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: url,
      ANNOUNCE_DELAY_SECONDS: '0',
    };
    const run = async (roles: string, more: Record<string, string> = {}) => {
      const process = start({ ...common, ROLES: roles, ...more });
      ends.push(async () => {
        process.child.kill('SIGKILL');
        await process.ended;
      });
      await process.said(/"ready"/);
      return process;
    };
    return { discord, run };
  }

  it('answer, post and serve the same record together, and each stops alone', async () => {
    const { discord, run } = await surroundings();
    const gateway = await run('gateway');
    expect(discord.sessions).toBe(1);
    await discord.as('Mod').type('/settings set', {
      curators: 'Curators',
      zone: 'Washington',
      announcements: 'ultimatums',
    }).done;
    const preview = await discord.as('Ana').type('/ultimatum record', RECORD).done;
    await discord.as('Ana').press(preview, 'Record').done;
    expect(discord.messages('ultimatums')).toEqual([]);
    const worker = await run('worker');
    await discord.untilMessage('ultimatums', (post) => post.text().includes('Russia'));
    expect(discord.sessions).toBe(1);
    const web = await run('web', { PORT: '0' });
    for (const process of [worker, gateway, web]) {
      process.child.kill('SIGTERM');
      expect(await process.ended).toBe(0);
    }
    expect(discord.isHeard('1')).toBe(false);
  });

  /** How often each interaction was answered first, by any process, also where that was refused. */
  function firstAnswers(discord: LocalDiscord) {
    const counts = new Map<string, number>();
    discord.onRequest(({ route, params: { interaction_id: id = '' } }) => {
      if (route?.endsWith('/callback') === true) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return () => [...counts.values()];
  }

  const ask = async (discord: LocalDiscord) =>
    expect((await discord.as('Ana').type('/ultimatum list').done).text()).toContain('Nothing is running');

  it('let one gateway answer, and once it is dead the second one, also what was asked meanwhile', async () => {
    const { discord, run } = await surroundings();
    const answers = firstAnswers(discord);
    const first = await run('gateway,worker');
    const second = await run('gateway,worker');
    expect(discord.sessions).toBe(1);
    await ask(discord);
    first.child.kill('SIGKILL');
    await first.ended;
    const { done: meanwhile } = discord.as('Ana').type('/ultimatum list');
    meanwhile.catch(() => undefined);
    await second.said(/"(resumed at|connected to) the gateway"/);
    await ask(discord);
    // On a machine so busy that the dead one was missed late, a session of its own begins, and nothing is sent again.
    const isFollowed = second.output().includes('"resumed at the gateway"');
    if (isFollowed) await meanwhile;
    expect(answers()).toEqual(isFollowed ? [1, 1, 1] : [1, 1]);
  });

  it('go on for a gateway that hangs, which answers nothing twice when it wakes up', async () => {
    const { discord, run } = await surroundings();
    const answers = firstAnswers(discord);
    const first = await run('gateway,worker');
    const second = await run('gateway,worker');
    first.child.kill('SIGSTOP');
    // It may have been cut off for all that others know: nothing that it was sent is sent again.
    await second.said(/"connected to the gateway"/);
    await ask(discord);
    first.child.kill('SIGCONT');
    // Until it looks at its shares it hears all of this too, and acts on nothing.
    for (let asked = 0; asked < 5; asked += 1) await ask(discord);
    expect(answers()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(first.output()).not.toContain('"resumed at the gateway"');
  });

  it('share four shards, and one takes all when the other stops', async () => {
    const { discord, run } = await surroundings(4000);
    const answers = firstAnswers(discord);
    const first = await run('gateway');
    expect(discord.sessions).toBe(4);
    const second = await run('gateway');
    await second.said(/"shards":\[2,3\],"count":4/);
    await second.said(/"shard":3.*"resumed at the gateway"/);
    await second.said(/"shard":2.*"resumed at the gateway"/);
    expect(discord.sessions).toBe(4);
    await discord.as('Ana').type('/ultimatum list').done;
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await second.said(/"shard":0.*"resumed at the gateway"/);
    await second.said(/"shard":1.*"resumed at the gateway"/);
    expect(discord.sessions).toBe(4);
    await discord.as('Ana').type('/ultimatum list').done;
    expect(answers()).toEqual([1, 1]);
  });
});
