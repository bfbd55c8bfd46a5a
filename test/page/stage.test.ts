import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { allStories, storyNamed } from '../../src/stage/play-story.js';
import { Stage } from '../../src/stage/stage.js';

const HOUR = 3_600_000;

let stage: Stage;
beforeEach(async () => {
  stage = new Stage({
    stories: await allStories(),
    port: 0,
    assets: projectPath('dist', 'page'),
    log: pino({ level: 'silent' }),
    onDiscord: () => undefined,
  });
  await stage.load(await storyNamed('moscow-50-days'), 6);
});
afterEach(() => stage.close());

const texts = () => stage.show.discord.messages('ultimatums').map((message) => message.text());
/** What `/countdown log status:Posted late` would list. */
const late = async () => {
  const { bot, discord, clock } = stage.show;
  const guild = [...discord.world.guilds.keys()][0] ?? '';
  const rows = await bot.store.log(guild, { shown: 'late', now: clock.now(), limit: 100, offset: 0 });
  return rows.map(({ post, due, settled }) => ({ kind: post.kind, due, settled }));
};
const channel = () => stage.show.discord.world.channel('ultimatums').id;

describe('the stage', () => {
  it('says what is due next and why: the countdown, the milestones, the passing', async () => {
    const { due } = await stage.state();
    expect(due.map(({ what }) => what)).toEqual([
      'Countdown',
      'Reminder',
      'Reminder',
      'The deadline of U-1 passes',
    ]);
    expect(due[1]?.why).toBe('7 days before the deadline of U-1');
    expect(due[2]?.why).toBe('1 day before the deadline of U-1');
  });

  it('plays the rest of a story, and loads another at the same address', async () => {
    await stage.act({ kind: 'rest' });
    expect((await stage.state()).story).toMatchObject({ done: 11, steps: 11, next: null });
    expect(texts().at(-1)).toContain('Outcome disputed');
    expect(await late()).toEqual([]);
    const { address } = stage.show.discord;
    await stage.act({ kind: 'load', story: 'five-bullet-points', whole: true });
    expect(stage.show.discord.address).toBe(address);
    expect(texts().join('\n')).toContain('Withdrawn');
  });

  it('goes to the next event, never back, and refuses with advice', async () => {
    await stage.act({ kind: 'next' });
    expect(new Date(stage.show.clock.now()).toISOString()).toBe('2025-07-30T13:00:00.000Z');
    const back = stage.act({ kind: 'to', at: stage.show.clock.now() - HOUR });
    await expect(back).rejects.toThrow("can't go back. Load a story");
    const far = stage.act({ kind: 'to', at: 8.64e15 });
    await expect(far).rejects.toThrow('at most ten years ahead');
    await expect(stage.act({ kind: 'load', story: 'no such', whole: false })).rejects.toThrow('no story');
  });

  it('posts what was due while Discord was down for an hour, once it is up again', async () => {
    await stage.act({ kind: 'fault', fault: 'down', on: true });
    const before = texts().length;
    await stage.act({ kind: 'to', at: stage.show.clock.now() + HOUR / 2 });
    expect((await stage.state()).faults.downUntil).not.toBeNull();
    expect(texts()).toHaveLength(before);
    await stage.act({ kind: 'to', at: Date.parse('2025-07-30T14:00:00Z') });
    expect((await stage.state()).faults.downUntil).toBeNull();
    expect(texts().filter((text) => text.includes('Running ultimatums on Wed 30 Jul'))).toHaveLength(1);
  });

  it('keeps the bot out of a channel, says so, and lets it in again', async () => {
    await stage.act({ kind: 'forbid', channel: channel(), on: true });
    const before = texts().length;
    await stage.act({ kind: 'next' });
    expect(texts()).toHaveLength(before);
    const { due, ledger, faults } = await stage.state();
    expect(faults.forbidden).toEqual([channel()]);
    expect(ledger.some(({ failure }) => failure !== null)).toBe(true);
    const retried = due.find(({ what }) => what === 'Countdown, another try');
    expect(retried?.at).toBeGreaterThan(stage.show.clock.now());
    expect(retried?.why).toContain('Send Messages');
    await stage.act({ kind: 'forbid', channel: channel(), on: false });
    expect((await stage.state()).faults.forbidden).toEqual([]);
  });

  it('runs at 60 times real time, from where it stood', async () => {
    const before = stage.show.clock.now();
    await stage.act({ kind: 'run', rate: 60 });
    expect((await stage.state()).clock).toMatchObject({ record: before, rate: 60 });
    await stage.act({ kind: 'run', rate: 0 });
    expect(stage.show.clock.now()).toBeGreaterThanOrEqual(before);
  });

  it('stops at each event until it is posted, even while it runs', async () => {
    const { show } = stage;
    const at: number[] = [];
    show.discord.onMessage(() => at.push(show.clock.now()));
    show.run(24 * 60 * 60_000);
    while (at.length < 3) await show.stride();
    expect(at.slice(0, 2).map((one) => new Date(one).toISOString())).toEqual([
      '2025-07-30T13:00:00.000Z',
      '2025-07-31T13:00:00.000Z',
    ]);
    expect(await late()).toEqual([]);
  });

  it('posts nothing late on its way to a day far ahead', async () => {
    await stage.act({ kind: 'to', at: Date.parse('2025-08-20T13:00:00Z') });
    expect(texts().filter((text) => text.includes('Was due'))).toEqual([]);
    expect(await late()).toEqual([]);
  });

  it('answers a request that loads a story while the server restarts, and is busy until then', async () => {
    const { address } = stage.show.discord;
    const busy: boolean[] = [];
    stage.onChange(
      () =>
        void stage.state().then(
          (state) => busy.push(state.busy),
          () => undefined,
        ),
    );
    const asked = await fetch(`${address}/client/stage`, {
      method: 'POST',
      headers: { origin: address },
      body: JSON.stringify({ kind: 'load', story: 'five-bullet-points', whole: true }),
    });
    expect(await asked.json()).toEqual({ ok: true });
    expect(stage.show.story.id).toBe('five-bullet-points');
    expect(busy.slice(0, -1)).toContain(true);
    expect((await stage.state()).busy).toBe(false);
  });
});
