import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from '../e2e/newsroom.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const later = async (ms: number) => {
  room.clock.set(room.clock.now() + ms);
  await room.bot.beat();
};
const countdown = async () => {
  const mod = room.as('Mod', 'general');
  const asked = await mod.type('/countdown add', { channel: 'general', every: 'every day at 09:00' }).done;
  await mod.press(asked, 'Save').done;
};
const digests = () => posts(room, 'general').filter(({ content }) => content.includes('Running ultimatums'));

describe('posting, when things go wrong', () => {
  it('retries later after a 502, and posts once', async () => {
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'status', status: 502 });
    await recorded(room);
    expect(posts(room)).toEqual([]);
    await later(HOUR);
    expect(posts(room)).toHaveLength(1);
  });

  it('posts once if a 502 came after Discord had stored the message', async () => {
    room.discord.faults.next(
      { method: 'POST', path: /messages$/ },
      { kind: 'status', status: 502, afterStoring: true },
    );
    await recorded(room);
    await later(HOUR);
    expect(posts(room)).toHaveLength(1);
  });

  it('obeys a 429 and loses nothing', async () => {
    room.discord.faults.next(
      { method: 'POST', path: /messages$/ },
      { kind: 'status', status: 429, retryAfter: 2 },
    );
    await recorded(room);
    await later(HOUR);
    expect(posts(room)).toHaveLength(1);
  });

  it('stops a countdown whose channel is closed, tells the admins once, and goes on elsewhere', async () => {
    await room.as('Mod').type('/settings set', { 'admin-channel': 'review' }).done;
    await countdown();
    room.discord.world.overwrite('general', { of: '@everyone', deny: ['SendMessages'] });
    await recorded(room);
    await later(DAY);
    await later(DAY);
    expect(await room.bot.store.schedules(room.guild)).toMatchObject([{ status: 'broken' }]);
    expect(
      posts(room, 'review').filter(({ content }) => content.includes('Nothing can be posted')),
    ).toHaveLength(1);
    await recorded(room, { demand: 'something else' });
    expect(posts(room)).toHaveLength(2);
  });

  it('posts one list for days of downtime, and says that it is late', async () => {
    await countdown();
    await recorded(room);
    room.clock.set(Date.parse('2025-07-18T15:40:00Z'));
    await room.bot.beat();
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.content).toContain('Was due 09:00, posted 11:40 in Washington.');
  });

  it('skips a milestone that is later than its grace and logs it as missed', async () => {
    await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
    await recorded(room);
    room.clock.set(Date.parse('2025-08-27T13:00:00Z'));
    await room.bot.beat();
    expect(posts(room, 'general')).toEqual([]);
    const skipped = await room.bot.store.deliveries(room.guild, {
      kind: 'milestone',
      status: 'skipped',
      limit: 5,
    });
    expect(skipped).toMatchObject([
      { post: { offset: { unit: 'days', count: 7 } }, failure: { kind: 'expired', earlier: null } },
    ]);
  });

  it('announces "passed" exactly once, however late', async () => {
    await recorded(room);
    room.clock.set(Date.parse('2025-09-05T13:00:00Z'));
    await Promise.all([room.bot.beat(), room.bot.beat()]);
    await room.bot.beat();
    const passed = posts(room).filter(({ content }) => content.includes('Deadline passed'));
    expect(passed).toHaveLength(1);
  });
});
