import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/posting/prepare.js';
import { postView } from '../../../src/discord/views/index.js';
import { CHANNEL, CLOSED, GUILD, read, record, room, viewOf } from './room.js';
import { CLAIMED } from '../../views/support.js';
import { english } from '../../../src/wording/index.js';

const PLANNED = {
  channel: CHANNEL,
  post: { kind: 'digest', schedule: 1, fire: 0 },
  expires: null,
} as const;

describe('/countdown', () => {
  it('shows its schedule and next posts first, and posts nothing before it is saved', async () => {
    const at = await room();
    const shown = await at.type('countdown add', { channel: CHANNEL, every: 'weekdays 18:00' });
    expect(read(shown)).toContain('every weekday at 18:00');
    expect(await at.store.schedules(GUILD)).toEqual([]);
    const saved = await at.press(viewOf(shown), 'save');
    expect(read(saved)).toMatch(/^Saved as countdown 1/);
    expect(await at.store.schedules(GUILD)).toMatchObject([
      { cron: '0 18 * * 1-5', zone: 'UTC', scope: { kind: 'all' }, next: Date.parse('2025-07-29T18:00:00Z') },
    ]);
    expect(read(await at.press(viewOf(shown), 'save'))).toBe('already-pressed');
  });

  it('previews the list as it would be posted now', async () => {
    const at = await room();
    const shown = await at.type('countdown add', { channel: CHANNEL, every: 'every day at 09:00' });
    expect(read(await at.press(viewOf(shown), 'preview'))).toContain('Nothing is running now');
    await record(at);
    expect(read(await at.press(viewOf(shown), 'preview'))).toContain('1 with a date');
  });

  it('previews exactly the message that is posted, with its button', async () => {
    const at = await room();
    await record(at);
    const shown = await at.type('countdown add', { channel: CHANNEL, every: '0 9 * * *', what: 'U-1' });
    const previewed = JSON.stringify(viewOf(await at.press(viewOf(shown), 'preview')).components);
    await at.press(viewOf(shown), 'save');
    const [one] = await at.store.schedules(GUILD);
    if (one === undefined) throw new Error('not saved');
    const digest = { ...PLANNED, due: at.now };
    const delivery = { ...digest, ...CLAIMED, guild: GUILD };
    const prepared = await prepare({ store: at.store, words: english }, delivery, at.now);
    const posted = prepared.kind === 'post' ? postView(english, prepared.post) : null;
    expect(posted?.content).toContain('1 with a date');
    expect(previewed).toContain(JSON.stringify(posted?.content));
    expect(previewed).toContain('"label":"All"');
  });

  it('shows an edit first; saving it plans the next post anew and cancels a waiting one', async () => {
    const at = await room();
    const add = await at.type('countdown add', { channel: CHANNEL, every: 'every day at 09:00' });
    await at.press(viewOf(add), 'save');
    const [before] = await at.store.schedules(GUILD);
    if (before === undefined) throw new Error('not saved');
    await at.store.fire(before, before.next + 86_400_000, { ...PLANNED, due: before.next }, null);
    const typed = { schedule: 1, every: 'Mondays 18:00', zone: 'Berlin' };
    const shown = await at.type('countdown edit', typed);
    expect(read(shown)).toContain('Not saved yet: changes to countdown 1');
    expect(read(shown)).toContain('every Monday at 18:00 in Berlin');
    expect(await at.store.schedules(GUILD)).toMatchObject([{ cron: '0 9 * * *' }]);
    expect(read(await at.press(viewOf(shown), 'save'))).toMatch(/^Saved as countdown 1\. Next post/);
    expect(await at.store.schedules(GUILD)).toMatchObject([
      { cron: '0 18 * * 1', zone: 'Europe/Berlin', next: Date.parse('2025-08-04T16:00:00Z') },
    ]);
    expect(await at.store.deliveries(GUILD, { kind: 'digest', limit: 9 })).toMatchObject([
      { post: PLANNED.post, status: 'cancelled' },
    ]);
    expect(read(await at.type('countdown edit', typed))).toBe('nothing-to-change');
    expect(read(await at.type('countdown edit', { schedule: 2, every: '@daily' }))).toBe('not-found');
    expect(read(await at.type('countdown edit', { schedule: 1, channel: CLOSED }))).toBe(
      'missing-permissions',
    );
  });

  it('runs again in another channel after it had stopped; one that is paused stays paused', async () => {
    const at = await room();
    await at.press(viewOf(await at.type('countdown add', { channel: CHANNEL, every: '0 9 * * *' })), 'save');
    const [one] = await at.store.schedules(GUILD);
    if (one === undefined) throw new Error('not saved');
    await at.store.saveSchedule({
      ...one,
      status: 'broken',
      broken: { kind: 'text', text: 'the channel is gone' },
    });
    const edit = async (every: string) => viewOf(await at.type('countdown edit', { schedule: 1, every }));
    await at.press(await edit('0 10 * * *'), 'save');
    expect(await at.store.schedules(GUILD)).toMatchObject([{ status: 'running', broken: null }]);
    await at.type('countdown pause', { schedule: 1 });
    await at.press(await edit('0 11 * * *'), 'save');
    expect(await at.store.schedules(GUILD)).toMatchObject([{ status: 'paused', cron: '0 11 * * *' }]);
    const open = await edit('0 12 * * *');
    await at.type('countdown remove', { schedule: 1 });
    expect(read(await at.press(open, 'save'))).toBe('not-found');
  });

  it('is refused in a channel where the bot can’t post, and for an ultimatum that does not exist', async () => {
    const at = await room();
    expect(read(await at.type('countdown add', { channel: CLOSED, every: 'Mondays 09:00' }))).toBe(
      'missing-permissions',
    );
    const what = { channel: CHANNEL, every: 'Mondays 09:00', what: 'U-7' };
    expect(read(await at.type('countdown add', what))).toBe('not-found');
  });

  it('is paused, resumed from now on, and removed', async () => {
    const at = await room();
    await at.press(viewOf(await at.type('countdown add', { channel: CHANNEL, every: '0 9 * * *' })), 'save');
    expect(read(await at.type('countdown pause', { schedule: 1 }))).toMatch(/is paused/);
    at.now += 3 * 86_400_000;
    expect(read(await at.type('countdown resume', { schedule: 1 }))).toMatch(/^Countdown 1 resumed\./);
    const [one] = await at.store.schedules(GUILD);
    expect(one?.next).toBe(Date.parse('2025-08-02T09:00:00Z'));
    expect(read(await at.type('countdown remove', { schedule: 1 }))).toMatch(/was removed/);
    expect(read(await at.type('countdown remove', { schedule: 1 }))).toBe('not-found');
  });

  it.each(['page.-1', 'page.1e99', 'page.Infinity', 'page.0x10', 'page.', 'page'])(
    'shows the first page of its log to a button that names none: %s',
    async (action) => {
      const at = await room();
      const log = await at.type('countdown log', {});
      expect(read(await at.press(viewOf(log), action))).toBe(read(log));
    },
  );
});
