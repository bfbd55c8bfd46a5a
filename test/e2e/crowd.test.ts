import { afterEach, beforeEach, expect, it } from 'vitest';
import { newsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

it('a burst of one server does not keep another from being answered, and everybody gets an answer', async () => {
  const order: string[] = [];
  const ask = async (name: string, channel: string) => {
    const text = (await room.as(name, channel).type('/ultimatum list').done).text();
    order.push(channel);
    return text;
  };
  const people = ['Mod', 'Ana', 'Jonas', 'Ben', 'Olena'];
  const burst = Array.from({ length: 120 }, (_, index) => ask(people[index % 5] ?? 'Ana', 'ultimatums'));
  const other = ask('Zoe', 'Elsewhere/desk');
  const texts = await Promise.all([...burst, other]);
  expect(texts).toHaveLength(121);
  for (const text of texts) expect(text).not.toBe('');
  // The burst was there first: without turns the other server would be the last.
  expect(order.indexOf('Elsewhere/desk')).toBeLessThan(90);
});
