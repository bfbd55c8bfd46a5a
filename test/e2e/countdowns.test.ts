import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const at = async (iso: string) => {
  room.clock.set(Date.parse(iso));
  await room.bot.beat();
};
const mod = () => room.as('Mod', 'general');
const add = async (every: string, channel = 'general') => {
  const asked = await mod().type('/countdown add', { channel, every }).done;
  await mod().press(asked, 'Save').done;
};
const log = (options: Record<string, string> = {}): Promise<PersonAnswer> =>
  mod().type('/countdown log', options).done;

describe('/countdown edit', () => {
  it('shows the change, saves it, and posts at the new time in the new channel', async () => {
    await recorded(room);
    await add('every day at 09:00');
    const [offered] = await mod().suggest('/countdown edit', {}, 'schedule', '');
    const shown = await mod().type('/countdown edit', {
      schedule: offered?.name ?? '',
      channel: 'review',
      every: 'weekdays 18:00',
    }).done;
    expect(shown.text()).toContain('Not saved yet: changes to countdown 1');
    expect(shown.text()).toContain('every weekday at 18:00 in Washington');
    expect(shown.text()).toContain('1. Mon 14 Jul 2025, 18:00');
    expect((await mod().press(shown, 'Save').done).text()).toContain('Saved as countdown 1. Next post');
    await at('2025-07-14T22:00:00Z');
    await at('2025-07-15T13:00:00Z');
    expect(posts(room, 'review')).toHaveLength(1);
    expect(posts(room, 'general')).toEqual([]);
  });

  it('says which times are allowed when it refuses one', async () => {
    await add('every day at 09:00');
    const often = await mod().type('/countdown edit', { schedule: '1', every: 'every 5 minutes' }).done;
    expect(often.text()).toContain('every 15, 20 or 30 minutes, or less often');
    const uneven = await mod().type('/countdown edit', { schedule: '1', every: 'every 7 hours' }).done;
    expect(uneven.text()).toContain('every 1, 2, 3, 4, 6, 8 or 12 hours');
  });

  it('previews exactly the message that is then posted', async () => {
    await recorded(room);
    await add('every day at 18:00');
    const shown = await mod().type('/countdown edit', { schedule: '1', every: 'every day at 17:00' }).done;
    const preview = await mod().press(shown, 'Preview the list').done;
    const previewed = preview.text();
    await mod().press(preview, 'Save').done;
    await at('2025-07-14T21:00:00Z');
    const [posted] = posts(room, 'general');
    expect(previewed).toContain(posted?.content ?? 'nothing');
    expect(posted?.text()).toContain('1 with a date');
  });
});

describe('/countdown list', () => {
  it('says why a countdown stopped and what to do', async () => {
    await recorded(room);
    await add('every day at 09:00');
    room.discord.world.overwrite('general', { of: '@everyone', deny: ['SendMessages'] });
    await at('2025-07-15T13:00:00Z');
    const list = await room.as('Mod').type('/countdown list').done;
    expect(list.text()).toContain('**Stopped.**');
    expect(list.text()).toContain('Ultimatum retries within an hour. To retry now, use /countdown resume.');
    expect(list.text()).toContain('No post yet.');
    room.discord.world.overwrite('general', { of: '@everyone', allow: ['SendMessages'] });
    await at('2025-07-15T14:00:00Z');
    const posted = Date.parse('2025-07-15T14:00:00Z') / 1000;
    expect((await room.as('Mod').type('/countdown list').done).text()).toContain(
      `Last post <t:${posted}:R>.`,
    );
  });
});

describe('/countdown log', () => {
  it('lists what was posted, late, skipped and failed, and why, newest first', async () => {
    await mod().type('/milestones set', { channel: 'general' }).done;
    await recorded(room);
    await add('every day at 09:00');
    await at('2025-07-15T15:40:00Z');
    await at('2025-08-26T23:00:00Z');
    const refused = { kind: 'status', status: 400, code: 50035, message: 'Invalid Form Body' } as const;
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, refused);
    await at('2025-08-27T13:00:00Z');
    const text = (await log()).text();
    const order = ['**Failed**: countdown 1', '**Skipped**: U-1, 7 days before', 'Was due Tue 15 Jul 2025'];
    const places = order.map((one) => text.indexOf(one));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('Was due Tue 15 Jul 2025, 09:00, posted 11:40.');
    expect(text).toContain('Discord says "Invalid Form Body".');
    expect(text).toContain('Missed: it was too late to be worth posting.');
    expect(text).toContain('**Posted**: U-1, announcement of entry 1');
    expect(text).toContain('Times in Washington.');
  });

  it('can be filtered by channel and status, in the command and on the screen', async () => {
    await recorded(room);
    await add('every day at 09:00');
    await at('2025-07-15T13:00:00Z');
    expect((await log({ channel: 'general' })).text()).not.toContain('announcement');
    expect((await log({ status: 'Posted late' })).text()).toContain('Nothing here.');
    const all = await log();
    const controls = await mod().choose(all, `${idOf(all)}:shown`, ['failed']).done;
    expect(controls.text()).toContain('Nothing here.');
  });

  it('has one line for all missed lists', async () => {
    await recorded(room);
    await add('every day at 09:00');
    await at('2025-07-20T13:30:00Z');
    const skipped = (await log({ status: 'Skipped' })).text();
    expect(skipped.match(/countdown 1/g)).toHaveLength(1);
    expect(skipped).toContain(
      'Due Tue 15 Jul 2025, 09:00. Missed while the bot was down: 5 lists from this one on',
    );
    expect(posts(room, 'general')).toHaveLength(1);
    await at('2025-07-22T04:30:00Z');
    expect((await log({ status: 'Skipped' })).text()).toContain(
      'Due Mon 21 Jul 2025, 09:00. Missed while the bot was down; the next one was due sooner.',
    );
    expect(posts(room, 'general')).toHaveLength(1);
  });

  it('shows which posts wait to be retried, and why', async () => {
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'status', status: 502 });
    await recorded(room);
    expect((await log({ status: 'Waiting or retrying' })).text()).toContain(
      'Will be retried: Discord answered 502.',
    );
  });

  it('turns pages, also after a restart', async () => {
    for (const demand of '123456789') await recorded(room, { demand });
    const first = await log();
    expect(first.text()).toContain('page 1');
    expect(first.text()).toContain('U-9, announcement');
    const second = await mod().press(first, 'Next').done;
    expect(second.text()).toContain('page 2');
    expect(second.text()).toContain('U-1, announcement');
    const back = await mod().press(second, 'Previous').done;
    expect(back.text()).toContain('U-9, announcement');
  });

  it('is refused to members who don’t manage the server', async () => {
    expect(() => room.as('Ana').type('/countdown log')).toThrow('countdown');
  });
});

/** The key of the screen, from one of its controls. */
function idOf(answer: PersonAnswer): string {
  const ids = answer.messages.flatMap((message) => message.controls().map(({ customId }) => customId ?? ''));
  return ids.find((id) => id.includes(':'))?.split(':')[0] ?? '';
}
