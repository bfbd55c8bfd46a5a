/** How the local Discord unfolds links: which it fetches, what it takes as a card, and what it falls back to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { cardIn } from '../../src/playground/preview/card.js';
import { linksIn } from '../../src/playground/preview/unfold.js';
import type { LocalDiscord } from '../../src/playground/index.js';
import { publicRecord } from '../web/record.js';
import { localDiscord } from './harness.js';

const text = { type: 10, content: 'U-1' };
const button = (more: object = {}) => ({
  type: 2,
  style: 5,
  label: 'Open',
  url: 'https://record.example/',
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const container = (...components: object[]) => ({ component: { type: 17, components } });
const GRAPH = '<meta property="og:title" content="A &amp; B" /><meta name="theme-color" content="#00566b" />';
const page = (embed: unknown) =>
  `<html><head>${GRAPH}<script id="discord:component-embed" type="application/json">${JSON.stringify(embed)}</script></head></html>`;

it('takes a container within the limits as the card', () => {
  expect(cardIn(page(container(text, row(button()))))).toMatchObject({ kind: 'components' });
});

it.each([
  ['more than 40 components', container(...Array.from({ length: 40 }, () => text))],
  ['more than 3,000 bytes', container({ type: 10, content: 'ї'.repeat(1490) })],
  ['a button that leads nowhere', container(row({ type: 2, style: 1, label: 'Press', custom_id: 'a' }))],
  [
    'an address of more than 512 characters',
    container(row(button({ url: `https://a.example/${'x'.repeat(500)}` }))),
  ],
  ['a label of more than 80 characters', container(row(button({ label: 'x'.repeat(81) })))],
  ['something outside of a container', { component: text }],
  ['a select', container(row({ type: 3, custom_id: 'a', options: [{ label: 'a', value: 'a' }] }))],
])('falls back to Open Graph at %s', (_what, embed) => {
  expect(cardIn(page(embed))).toMatchObject({ kind: 'open-graph', title: 'A & B', colour: '#00566b' });
});

it('finds links as people write them, and leaves out those in angle brackets', () => {
  const words = 'See http://127.0.0.1:1/s/a, (http://127.0.0.1:1/s/b) and <http://127.0.0.1:1/s/c>.';
  expect(linksIn(words)).toEqual(['http://127.0.0.1:1/s/a', 'http://127.0.0.1:1/s/b']);
});

/** A server that answers every path with the page of U-1, under its own address, and notes who asked. */
async function site() {
  const record = await publicRecord();
  const asked: { readonly path: string; readonly agent: string }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', agent: request.headers['user-agent'] ?? '' });
    void (async () => {
      const answer = await record.get(request.url ?? '/');
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve));
    await record.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, origin: `http://127.0.0.1:${port}` };
}

async function said(discord: LocalDiscord, words: string) {
  const unfolded = new Promise<number>((resolve) => {
    discord.onMessage((message, change) => {
      if (change === 'edited') resolve(message.previews.length);
    });
  });
  discord.as('Ana', 'general').say('general', words);
  await unfolded;
  return discord.messages('general').at(-1);
}

it('unfolds a link to the record with the user agent of Discord, and fetches no other host', async () => {
  const { asked, origin } = await site();
  const discord = await localDiscord();
  discord.unfoldLinksOf(origin);
  const message = await said(discord, `https://elsewhere.invalid/ ${origin}/s/newsroom/U-1`);
  expect(message?.previews).toMatchObject([
    { url: `${origin}/s/newsroom/U-1`, card: { kind: 'components' } },
  ]);
  expect(JSON.stringify(message?.previews[0]?.card)).toContain('Donald Trump to Russia');
  expect(asked).toEqual([
    { path: '/s/newsroom/U-1', agent: expect.stringContaining('compatible; Discordbot/2.0;') },
  ]);
});
