import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';
import { numberOf } from '../../src/domain/post.js';

const DAY_BEFORE = Date.parse('2025-09-01T13:00:00Z');

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const at = async (instant: number) => {
  room.clock.set(instant);
  await room.bot.beat();
};
const setReminders = (options: Record<string, string> = {}) =>
  room.as('Mod').type('/milestones set', { channel: 'general', ladder: '1d', ...options }).done;
const many = async (count: number) => {
  for (let index = 1; index <= count; index += 1) await recorded(room, { demand: `demand ${index}` });
};
const general = () => posts(room, 'general');
const reminders = async () => {
  const all = await room.bot.store.deliveries(room.guild, { kind: 'milestone', limit: 50 });
  return all.map(
    ({ post, status, failure }) =>
      `U-${numberOf(post)} ${status}${failure === null ? '' : `: ${failure.kind}`}`,
  );
};

describe('reminders of one day in one channel', () => {
  it('are posted one by one if there are three or fewer', async () => {
    await setReminders();
    await many(3);
    await at(DAY_BEFORE);
    expect(general()).toHaveLength(3);
    for (const { content } of general()) expect(content).toMatch(/^\*\*Deadline tomorrow:/);
  });

  it('become one list if there are more', async () => {
    await setReminders();
    await many(5);
    await at(DAY_BEFORE);
    const [list, ...others] = general();
    expect(others).toEqual([]);
    expect(list?.content.split('\n')).toEqual([
      '**Reminders of Mon 1 Sep 2025: 5 deadlines**',
      ...[1, 2, 3, 4, 5].map(
        (index) =>
          `**Tomorrow**, Tue 2 Sep, <t:1756871940:R>: Donald Trump to Russia. Demand ${index}. U-${index}`,
      ),
      "-# Dates are in the issuer's time zone.",
    ]);
    const told = 'skipped: listed';
    expect(await reminders()).toEqual(['U-1 sent', ...[2, 3, 4, 5].map((number) => `U-${number} ${told}`)]);
    await at(DAY_BEFORE + 3_600_000);
    expect(general()).toHaveLength(1);
  });

  it('are listed once, even if Discord fails in between and one ultimatum is withdrawn', async () => {
    await setReminders();
    await many(5);
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'status', status: 502 });
    await at(DAY_BEFORE);
    expect(general()).toEqual([]);
    const asked = await room.as('Ana').type('/ultimatum withdraw', { ultimatum: 'U-1', quote: 'never mind' })
      .done;
    await room.as('Ana').press(asked, 'Withdraw').done;
    await at(DAY_BEFORE + 60_000);
    await at(DAY_BEFORE + 120_000);
    expect(general()).toHaveLength(1);
    expect(general()[0]?.content).toContain('4 deadlines');
    expect(general()[0]?.content).not.toContain('U-1');
  });

  it('are listed once, even if the answer is lost and the bot restarts', async () => {
    await room.close();
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    room = await newsroom({ databaseUrl: `sqlite:${path}` });
    await setReminders();
    await many(5);
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'drop' });
    await at(DAY_BEFORE);
    await room.restart();
    await at(DAY_BEFORE + 60_000);
    await at(DAY_BEFORE + 120_000);
    expect(general()).toHaveLength(1);
    expect(general()[0]?.content).toContain('5 deadlines');
    expect((await reminders()).filter((row) => !/sent|listed/.test(row))).toEqual([]);
  });

  it('are silent if the deadline is more than one day away, in a list too', async () => {
    await setReminders({ ladder: '7d' });
    await many(4);
    await at(Date.parse('2025-08-26T13:00:00Z'));
    expect(general().map(({ silent }) => silent)).toEqual([true]);
  });

  it('ping the chosen role once a day, and nobody if none was chosen', async () => {
    await setReminders({ ping: 'Curators' });
    await many(2);
    await at(DAY_BEFORE);
    expect(general().map(({ content }) => content.includes('<@&'))).toEqual([true, false]);
  });

  it('are posted only for the newest step of a backlog', async () => {
    await setReminders({ ladder: '2h 1h' });
    await recorded(room, { deadline: '14 July 2025 20:00 in Washington' });
    await at(Date.parse('2025-07-14T23:01:00Z'));
    expect(general()).toHaveLength(1);
    expect(general()[0]?.content).toContain('1 hour to the deadline');
  });
});

describe('nudges to curators', () => {
  it('are one message a day in the review channel, after 1, 7 and 30 days, until an outcome is recorded', async () => {
    await room.as('Mod').type('/settings set', { 'review-channel': 'review' }).done;
    await many(2);
    await at(Date.parse('2025-09-03T05:00:00Z'));
    await at(Date.parse('2025-09-04T13:00:00Z'));
    await at(Date.parse('2025-09-05T13:00:00Z'));
    await at(Date.parse('2025-09-10T13:00:00Z'));
    const said = posts(room, 'review').map(({ content }) => content.split('\n')[0]);
    expect(said).toEqual(Array(2).fill('**2 deadlines passed and not yet reviewed**'));
  });

  it('move with their channel', async () => {
    await room.as('Mod').type('/settings set', { 'review-channel': 'review' }).done;
    await many(1);
    await at(Date.parse('2025-09-03T05:00:00Z'));
    await room.as('Mod').type('/settings set', { 'review-channel': 'general' }).done;
    await at(Date.parse('2025-09-04T13:00:00Z'));
    expect(posts(room, 'review')).toEqual([]);
    expect(general()).toHaveLength(1);
    await room.as('Mod').type('/settings set', { clear: 'review-channel' }).done;
    await at(Date.parse('2025-09-10T13:00:00Z'));
    expect(general()).toHaveLength(1);
  });
});
