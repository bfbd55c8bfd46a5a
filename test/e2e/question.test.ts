import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const SATURDAY = Date.parse('2025-07-19T04:00:00Z');
const ABOUT = { ultimatum: 'U-1', deadline: 'midnight Friday' };
const SOURCE = { source: 'https://bbc.co.uk/x' };
const days = (asked: PersonAnswer) =>
  asked.controls().flatMap(({ label }) => (label.includes('2025') ? [label] : []));

async function picked(asked: PersonAnswer, name = 'Ana'): Promise<PersonAnswer> {
  const [, second = ''] = days(asked);
  const read = await room.as(name).press(asked, second).done;
  expect(read.text()).toContain('Sat 19 Jul 2025');
  expect(days(read)).toEqual([]);
  return read;
}

const inForce = async () => (await room.bot.store.ultimatum(room.guild, 1))?.inForce?.reading.latest;

describe('a deadline with several readings', () => {
  it('is asked about before a move is saved', async () => {
    await recorded(room);
    const asked = await room.as('Ana').type('/ultimatum move', { ...ABOUT, ...SOURCE }).done;
    expect(asked.text()).toContain('Which is meant?');
    await room.as('Ana').press(await picked(asked), 'Move').done;
    expect(await inForce()).toBe(SATURDAY);
  });

  it('says how a second demand is recorded, where the words name a date for each', async () => {
    const deadline = 'accept by 20 July and release all hostages by 30 July';
    const asked = await room.as('Ana').type('/ultimatum record', { ...RECORD, deadline }).done;
    expect(asked.text()).toContain('If each date is for a demand of its own');
    expect(
      (await room.as('Ana').type('/ultimatum record', { ...RECORD, deadline: ABOUT.deadline }).done).text(),
    ).not.toContain('a demand of its own');
  });

  it('is asked about before a resumption is saved', async () => {
    await recorded(room);
    const pause = await room.as('Ana').type('/ultimatum suspend', { ultimatum: 'U-1', ...SOURCE }).done;
    await room.as('Ana').press(pause, 'Pause').done;
    const asked = await room.as('Ana').type('/ultimatum resume', { ...ABOUT, source: 'https://cnn.com/y' })
      .done;
    await room.as('Ana').press(await picked(asked), 'Resume').done;
    expect(await inForce()).toBe(SATURDAY);
  });

  it('is asked about before a correction is saved', async () => {
    await recorded(room);
    const asked = await room
      .as('Ana')
      .type('/ultimatum correct', { ...ABOUT, entry: '1', reason: 'misheard' }).done;
    await room.as('Ana').press(await picked(asked), 'Correct').done;
    expect(await inForce()).toBe(SATURDAY);
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ moves: 0 });
  });

  it('is asked about in a proposal, and the curator sees the reading that was picked', async () => {
    const options = { ...RECORD, deadline: ABOUT.deadline };
    const asked = await room.as('Ben').type('/ultimatum record', options).done;
    await room.as('Ben').press(await picked(asked, 'Ben'), 'Propose').done;
    const queue = await room.as('Ana').type('/review').done;
    expect(queue.text()).toContain('Deadline: Sat 19 Jul 2025, 00:00 in Washington, <t:1752897600:R>');
    await room.as('Ana').press(queue, 'Accept').done;
    expect(await inForce()).toBe(SATURDAY);
  });

  it('can be written anew, with another day and another time zone', async () => {
    const asked = await room.as('Ana').type('/ultimatum record', { ...RECORD, deadline: ABOUT.deadline })
      .done;
    const form = await room.as('Ana').press(asked, 'Change deadline').done;
    expect(form.modal?.fields.map(({ label }) => label)).toEqual([
      'Deadline, in the words used',
      'When it was said',
      "The issuer's time zone",
    ]);
    const wrong = await room.as('Ana').submit({ "The issuer's time zone": 'Atlantis' }).done;
    expect(wrong.text()).toMatch(/don't know the time zone/);
    await room.as('Ana').press(wrong, 'Change deadline').done;
    const read = await room.as('Ana').submit({
      'Deadline, in the words used': '10 days',
      'When it was said': '10 Jul',
      "The issuer's time zone": 'Kyiv',
    }).done;
    expect(read.text()).toContain('Deadline: Sun 20 Jul 2025, end of day in Kyiv');
    expect(read.text()).toContain('said on Thu 10 Jul 2025; time zone Kyiv, as typed');
  });
});

describe('the member’s own language', () => {
  it('settles which of two numbers is the day', async () => {
    const read = async (name: string) =>
      (await room.as(name).type('/ultimatum record', { ...RECORD, deadline: '08/09/2025' }).done).text();
    expect(await read('Ana')).toContain('Deadline: Sat 9 Aug 2025');
    expect(await read('Jonas')).toContain('Deadline: Mon 8 Sep 2025');
    const said = (name: string) => room.as(name).suggest('/ultimatum record', {}, 'stated', '07/06/2025');
    expect((await said('Ana'))[0]?.name).toContain('Sun 6 Jul 2025');
    expect((await said('Jonas'))[0]?.name).toContain('Sat 7 Jun 2025');
  });
});

describe('Update an ultimatum, from a post of our own', () => {
  it('proposes the ultimatum that the post names', async () => {
    await recorded(room);
    await recorded(room, { demand: 'something else' });
    const [card] = posts(room);
    const form = await room.as('Ana').apps('Update an ultimatum', card ?? '').done;
    expect(form.modal?.fields[0]?.value).toBe('U-1 Donald Trump to Russia');
  });
});
