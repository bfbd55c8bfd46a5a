import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const texts = () => posts(room).map(({ content }) => content);

async function forgotten(name: string): Promise<string> {
  const asked = await room.as(name).type('/privacy forget-me').done;
  expect(asked.text()).toContain('Posts in channels that name you are edited within minutes.');
  return (await room.as(name).press(asked, 'Forget me').done).text();
}

describe('a person who is forgotten', () => {
  it('is named in no post any more: not in cards, moves or outcomes', async () => {
    await recorded(room);
    const said = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/b' };
    const move = await room.as('Ana').type('/ultimatum suspend', said).done;
    await room.as('Ana').press(move, 'Pause').done;
    await room.bot.beat();
    await recorded(room, { target: 'Iran' }, 'Mod');
    expect(texts().filter((text) => text.includes('Ana'))).toHaveLength(2);
    expect(await forgotten('Ana')).toContain('posts that name you are being edited');
    await room.bot.beat();
    expect(texts().filter((text) => text.includes('Ana'))).toEqual([]);
    expect(texts().filter((text) => text.includes('Recorded by a former member.'))).toHaveLength(2);
    expect(texts().at(-1)).toContain('Recorded by Mod');
    const [card] = texts();
    expect(card).toContain('Donald Trump to Russia');
  });
});

it('/privacy show lists what is kept, where and until when', async () => {
  const text = (await room.as('Ben').type('/privacy show').done).text();
  expect(text).toContain('Who you are');
  expect(text).toMatch(
    /Unfinished previews and forms\W*: your Discord ID and what you typed\. For at most 7 days\./,
  );
  expect(text).toMatch(/The record\W*: a random key in place of your name and what you typed\./);
  expect(text).toContain('It reads no messages.');
});
