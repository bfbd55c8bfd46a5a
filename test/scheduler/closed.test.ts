import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, RECORD, recorded, type Newsroom } from '../e2e/newsroom.js';

const MINUTE = 60_000;

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const world = () => room.discord.world;
const close = (...channels: readonly string[]) => {
  for (const channel of channels) world().overwrite(channel, { of: world().bot.id, deny: ['SendMessages'] });
};
const open = (channel: string) => world().overwrite(channel, { of: world().bot.id, allow: ['SendMessages'] });

async function pass(minutes: number, step = 1): Promise<void> {
  for (let minute = 0; minute < minutes; minute += step) {
    room.clock.set(room.clock.now() + step * MINUTE);
    await room.bot.beat();
  }
}

async function countdown(channel = 'general', every = 'every day at 12:00'): Promise<void> {
  const mod = room.as('Mod', 'general');
  const asked = await mod.type('/countdown add', { channel, every }).done;
  await mod.press(asked, 'Save').done;
}
const settings = (given: Record<string, string>) =>
  room.as('Mod', 'general').type('/settings set', given).done;
const texts = (channel: string) => posts(room, channel).map(({ content }) => content);
const schedule = async () => (await room.bot.store.schedules(room.guild))[0];

describe('the notice about a closed channel', () => {
  beforeEach(async () => {
    await countdown();
    await recorded(room);
    close('general');
  });
  const author = () => `<@${world().user('Mod').id}>`;

  it('goes to the admin channel, without a mention', async () => {
    await settings({ 'admin-channel': 'review' });
    await pass(120, 10);
    expect(texts('review')).toEqual([expect.stringMatching(/^Nothing can be posted in <#/)]);
    expect(posts(room, 'review')[0]?.pings).toEqual({ everyone: false, users: [], roles: [] });
  });

  it('says whether the channel is retried or gone for good', async () => {
    await settings({ 'admin-channel': 'review' });
    await pass(60, 10);
    expect(texts('review')[0]).toContain('Ultimatum retries within an hour.');
    expect(texts('review')[0]).toContain('To retry now, use /countdown resume.');
    world().deleteChannel('general');
    await pass(60, 10);
    expect(texts('review')[1]).toContain('Its countdowns are not tried again');
    expect(texts('review')[1]).not.toContain('/countdown resume');
    const list = await room.as('Mod').type('/countdown list').done;
    expect(list.text()).toContain('It is not retried. Choose another channel with /countdown edit');
    expect(list.text()).not.toContain('/countdown resume');
  });

  it('goes to the review channel without an admin channel, and mentions the author of the countdown', async () => {
    await settings({ 'review-channel': 'review' });
    await pass(120, 10);
    expect(texts('review')).toEqual([expect.stringMatching(`^${author()} Nothing can be posted`)]);
    expect(posts(room, 'review')[0]?.pings.users).toEqual([world().user('Mod').id]);
  });

  it('goes to the announcements channel if the others can’t be posted in', async () => {
    await settings({ 'review-channel': 'review' });
    close('review');
    await pass(120, 10);
    expect(texts('review')).toEqual([]);
    expect(texts('ultimatums').filter((text) => text.includes(`${author()} Nothing`))).toHaveLength(1);
  });

  it('is shown once with the next command of somebody who can mend it, if no channel takes it', async () => {
    close('review', 'ultimatums');
    await pass(120, 10);
    const line = 'Nothing can be posted in';
    expect((await room.as('Ana').type('/ultimatum list').done).text()).not.toContain(line);
    expect((await room.as('Mod').type('/ultimatum list').done).text()).toContain(line);
    expect((await room.as('Mod').type('/ultimatum list').done).text()).not.toContain(line);
  });
});

describe('the channel of a record that the bot cannot post in', () => {
  const line = 'Nothing can be posted in';

  it('is reported once to a curator with their next answer, and to whoever can mend it', async () => {
    await settings({ clear: 'Announcements channel' });
    close('general');
    await recorded(room);
    const ana = room.as('Ana', 'general');
    const preview = await ana.type('/ultimatum record', { ...RECORD, demand: 'leave' }).done;
    await ana.press(preview, 'Record').done;
    close('ultimatums', 'review');
    await pass(10);
    expect((await room.as('Ben').type('/ultimatum list').done).text()).not.toContain(line);
    expect((await ana.type('/ultimatum list').done).text()).toContain(line);
    expect((await ana.type('/ultimatum list').done).text()).not.toContain(line);
    expect((await room.as('Jonas').type('/ultimatum list').done).text()).toContain(line);
    expect((await room.as('Mod').type('/ultimatum list').done).text()).toContain(line);
    expect((await ana.type('/ultimatum list').done).text()).not.toContain(line);
  });

  it('is listed even without a countdown in it', async () => {
    close('ultimatums');
    await recorded(room);
    const list = (await room.as('Mod').type('/countdown list').done).text();
    expect(list).toContain('**Stopped** in');
    expect(list).toContain('Give the bot Send Messages there. Ultimatum retries within an hour.');
    open('ultimatums');
    await pass(60);
    expect((await room.as('Mod').type('/countdown list').done).text()).not.toContain('**Stopped**');
  });
});

describe('"passed" that waits for a closed channel', () => {
  it('is still posted if the record has changed in the meantime', async () => {
    await recorded(room);
    close('ultimatums');
    room.clock.set(Date.parse('2025-09-03T05:00:00Z'));
    await pass(30, 10);
    const asked = { ultimatum: 'U-1', reason: 'The quote is from another speech.' };
    const ana = room.as('Ana');
    await ana.press(await ana.type('/ultimatum dispute', asked).done, 'Dispute').done;
    open('ultimatums');
    await pass(120, 10);
    expect(texts('ultimatums').filter((text) => text.includes('Deadline passed'))).toHaveLength(1);
  });
});

describe('a countdown whose newest list was not posted', () => {
  const strike = (status: number, more: object) => {
    const path = `/channels/${world().channel('general').id}/messages`;
    room.discord.faults.during({ method: 'POST', path }, { kind: 'status', status, ...more });
  };
  const list = async () => (await room.as('Mod').type('/countdown list').done).text();

  it('says why in the list: the post was refused', async () => {
    await countdown();
    await recorded(room);
    strike(400, { code: 200_000 });
    await pass(60, 10);
    expect(await list()).toContain('The newest list was not posted: AutoMod blocked the post.');
  });

  it('says in the list until when it waits', async () => {
    await countdown();
    await recorded(room);
    strike(429, { retryAfter: 21_600 });
    await pass(60, 10);
    expect(await list()).toMatch(
      /The newest list is waiting: Discord lets the bot post there again from 2025-07-14 2\d:\d\d UTC\./,
    );
  });
});

describe('a closed channel', () => {
  it('is tried once for all waiting posts, and once at each retry', async () => {
    close('ultimatums');
    const answers: number[] = [];
    const path = `/channels/${world().channel('ultimatums').id}/messages`;
    room.discord.onRequest((request) => {
      if (request.method === 'POST' && request.path === path) answers.push(request.status);
    });
    // All are due at once.
    await room.bot.store.closeChannel({
      guild: room.guild,
      channel: world().channel('ultimatums').id,
      why: { kind: 'cannot-post' },
      remedy: { kind: 'check-permissions' },
      gone: false,
      now: room.clock.now() - 5 * MINUTE + 1,
    });
    const ana = room.as('Ana', 'general');
    for (const demand of ['one', 'two', 'three', 'four']) {
      const preview = await ana.type('/ultimatum record', { ...RECORD, demand }).done;
      await ana.press(preview, 'Record').done;
    }
    expect(answers).toEqual([]);
    await pass(60);
    expect(answers).toEqual([403, 403, 403]);
    open('ultimatums');
    await pass(60);
    expect(texts('ultimatums')).toHaveLength(4);
    expect(answers).toHaveLength(7);
  });

  it('loses no "passed": it is posted late when the channel opens again', async () => {
    await recorded(room);
    close('ultimatums');
    room.clock.set(Date.parse('2025-09-03T04:00:00Z'));
    await room.bot.beat();
    await pass(180, 10);
    expect(texts('ultimatums')).toHaveLength(1);
    open('ultimatums');
    await pass(60, 10);
    const passed = texts('ultimatums').filter((text) => text.includes('Deadline passed'));
    expect(passed).toEqual([expect.stringMatching(/Was due 00:00, posted 0\d:\d\d in Washington\./)]);
  });

  it('stops its countdown with advice, and the countdown resumes when a post succeeds', async () => {
    await countdown();
    await recorded(room);
    close('general');
    await pass(60, 10);
    expect(await schedule()).toMatchObject({
      status: 'broken',
      broken: { kind: 'closed', remedy: { kind: 'give-permissions', permissions: ['send'] } },
    });
    expect((await room.as('Mod').type('/countdown list').done).text()).toContain('The bot may not post');
    open('general');
    await pass(90, 10);
    expect(texts('general')).toEqual([expect.stringMatching(/Was due 12:00, posted/)]);
    expect(await schedule()).toMatchObject({ status: 'running', broken: null });
  });

  it('is retried however long it was closed, and its log says what was missed and why', async () => {
    await countdown();
    await recorded(room);
    close('general');
    await pass(54 * 60, 6 * 60);
    const log = await room.as('Mod', 'general').type('/countdown log', { status: 'Skipped' }).done;
    const missed = log.text().match(/Missed: it was too late[^\n]*/g) ?? [];
    expect(missed).toHaveLength(2);
    for (const line of missed) expect(line).toContain('Before that: the bot may not post in the channel');
    expect(log.text()).toContain('Due Tue 15 Jul 2025, 12:00');
    open('general');
    await pass(60, 10);
    expect(texts('general')).toHaveLength(1);
    expect(await schedule()).toMatchObject({ status: 'running', broken: null });
  });

  it('posts what is still relevant as soon as its countdown is resumed', async () => {
    await countdown();
    await recorded(room);
    close('general');
    await pass(60, 10);
    open('general');
    await room.as('Mod').type('/countdown resume', { schedule: '1' }).done;
    await room.bot.beat();
    expect(texts('general')).toHaveLength(1);
  });

  it('is reported again when it closes again', async () => {
    await settings({ 'admin-channel': 'review' });
    await countdown();
    await recorded(room);
    close('general');
    await pass(60, 10);
    open('general');
    await pass(90, 10);
    world().overwrite('general', { of: world().bot.id, deny: ['ViewChannel'] });
    await pass(24 * 60, 60);
    expect(texts('review')).toHaveLength(2);
  });
});
