import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSite } from '../../src/web/site/app.js';
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

describe('a person who chose a public name', () => {
  it('is shown by it on the pages and in the feeds, until they take it back or are forgotten', async () => {
    await recorded(room);
    const set = { public: 'listed', 'public-name': 'Newsroom' };
    await room.as('Mod').type('/settings set', set).done;
    const site = createSite({
      store: room.bot.store,
      pictures: { svg: () => '', png: async () => null },
      now: () => room.clock.now(),
      publicUrl: 'https://record.example',
      log: { error: (about) => console.error(about) },
      health: { problems: () => [] },
    });
    const text = async (path: string) => (await site.request(`/s/newsroom${path}`)).text();
    expect(await text('/U-1')).toContain('by a curator');
    const said = await room.as('Ana').type('/privacy public-name', { name: 'A. <b>' }).done;
    expect(said.text()).toContain('Public pages now say "by A.');
    const shown = 'by <bdi>A. &lt;b&gt;</bdi>';
    expect(await text('/U-1')).toContain(shown);
    expect(await text('/log.json')).toContain('"authors":[{"name":"A. <b>"}]');
    expect(await text('/log.atom')).toContain('<author><name>A. &lt;b&gt;</name></author>');
    expect(await text('/data.json')).not.toContain('A. <b>');
    await room.as('Ana').type('/privacy public-name', {}).done;
    expect(await text('/U-1')).not.toContain(shown);
    await room.as('Ana').type('/privacy public-name', { name: 'A. <b>' }).done;
    expect(await text('/U-1')).toContain(shown);
    await forgotten('Ana');
    expect(await text('/U-1')).not.toContain('A. &lt;b&gt;');
    expect(await text('/log.json')).not.toContain('A. <b>');
  });
});

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
