import { afterEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const DAY = 86_400_000;
const SECRET = /Jane Privateperson/;

let room: Newsroom;
afterEach(() => room.close());

const texts = (channel: string) => posts(room, channel).map((message) => message.text());
const secrets = (channel: string) => texts(channel).filter((text) => SECRET.test(text));

async function move(deadline: string): Promise<void> {
  const given = { ultimatum: 'U-1', deadline, source: 'https://www.bbc.co.uk/news/1' };
  const preview = await room.as('Ana').type('/ultimatum move', given).done;
  await room.as('Ana').press(preview, 'Move').done;
  await room.bot.beat();
}

/** Goes on day by day, so that each reminder is posted in its time. */
async function goOn(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    room.clock.set(room.clock.now() + DAY);
    await room.bot.beat();
  }
}

async function flag(label: 'Hide' | 'Show again' = 'Hide'): Promise<void> {
  const hide = await room.as('Mod').type('/ultimatum hide', { ultimatum: 'U-1', reason: 'a mistake' }).done;
  await room.as('Mod').press(hide, label).done;
  await room.bot.beat();
}

describe('posts of an ultimatum that is hidden', () => {
  it('become tombstones wherever they are, and return when it is visible again', async () => {
    room = await newsroom();
    await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
    await recorded(room, { target: 'Jane Privateperson', deadline: '10 days' });
    await move('9 days');
    await goOn(10);
    const announced = texts('ultimatums');
    const reminded = texts('general');
    expect(secrets('ultimatums').length).toBeGreaterThanOrEqual(2);
    expect(secrets('general').length).toBeGreaterThanOrEqual(2);
    await flag();
    expect([...secrets('ultimatums'), ...secrets('general')]).toEqual([]);
    expect(texts('ultimatums').every((text) => text.includes('U-1: hidden on'))).toBe(true);
    expect(texts('ultimatums')).toHaveLength(announced.length);
    await flag('Show again');
    expect(secrets('ultimatums').length).toBeGreaterThanOrEqual(2);
    expect(texts('general')).toHaveLength(reminded.length);
  });

  it('drop its line from a list of reminders and keep the others', async () => {
    room = await newsroom();
    await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
    for (const target of ['Jane Privateperson', 'China', 'Iran', 'Canada'])
      await recorded(room, { target, deadline: '10 days' });
    await goOn(3);
    expect(secrets('general')).toHaveLength(1);
    await flag();
    expect(secrets('general')).toEqual([]);
    expect(texts('general').join('\n')).toMatch(/China[^]*Iran[^]*Canada/);
  });
});
