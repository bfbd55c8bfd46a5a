/** The stories cite only pages that were seen, and quote only what was seen on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectPath } from '../../src/paths.js';
import { allStories } from '../../src/stage/play-story.js';

const FOLDER = projectPath('docs', 'stories');
const LIST = 'sources.json';

const pageSchema = z.strictObject({
  stated: z.iso.date(),
  outlet: z.string().min(1),
  address: z.url({ protocol: /^https?$/ }),
  seen: z.string().min(1),
});
type Page = z.infer<typeof pageSchema>;

const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const listed = z.record(z.string(), z.array(pageSchema)).parse(JSON.parse(read(LIST)));
const everyPage = Object.values(listed).flat();
const stories = (await allStories()).filter(({ scenes }) => scenes.length > 0);

/** The addresses in a text, as they stand there. */
const addressesIn = (text: string): readonly string[] => text.match(/https?:\/\/[^\s"<>)\\]+/g) ?? [];

/** The addresses in a text that are not in the list. */
const unlisted = (text: string): readonly string[] =>
  addressesIn(text).filter((found) => !everyPage.some(({ address }) => address === found));

/** Each link of a story with the scene that cites it. */
const citations = stories.flatMap(({ id, scenes }) =>
  scenes.flatMap(({ at, options }) =>
    ['source', 'second-source', 'archive'].flatMap((name) => {
      const link = options[name];
      return link === undefined ? [] : [{ id, at, link, quote: options['quote'] }];
    }),
  ),
);

/** The name under which the pages of a story are listed: a second version of a story shares those of the first. */
const listOf = (id: string): string | undefined =>
  Object.keys(listed).find((name) => id === name || id.startsWith(`${name}-`));

const pageOf = (id: string, link: string): Page | undefined =>
  listed[listOf(id) ?? '']?.find(({ address }) => address === link);

describe('the sources of the stories', () => {
  it.each(readdirSync(FOLDER).filter((file) => file !== LIST))(
    '%s has no address that is not listed',
    (file) => {
      expect(unlisted(read(file))).toEqual([]);
    },
  );

  it('refuses an invented address and the home page of an outlet', () => {
    const invented = 'https://www.reuters.com/world/trump-sets-august-8-deadline';
    const text = `{"source": "${invented}", "second-source": "https://www.reuters.com/"}`;
    expect(unlisted(text)).toEqual([invented, 'https://www.reuters.com/']);
  });

  it('lists each page once, under a story, and never a home page', () => {
    const lists = new Set(stories.map(({ id }) => listOf(id)));
    expect(lists).toEqual(new Set(Object.keys(listed)));
    const addresses = everyPage.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    const isHome = ({ pathname, search }: URL) => pathname === '/' && search === '';
    expect(addresses.filter((address) => isHome(new URL(address)))).toEqual([]);
  });

  it('cites a page only under its own story, and not before what it reports', () => {
    expect(citations.length).toBeGreaterThan(0);
    const wrong = citations.filter(({ id, at, link }) => {
      const page = pageOf(id, link);
      return page === undefined || at < Date.parse(page.stated);
    });
    expect(wrong).toEqual([]);
  });

  it('quotes only words that were seen on the page that is cited for them', () => {
    const quotes = citations.filter(({ quote }) => quote !== undefined);
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter(({ id, link, quote }) => !pageOf(id, link)?.seen.includes(quote ?? ''))).toEqual([]);
  });

  it('gives no quote without a link', () => {
    const scenes = stories.flatMap((story) => story.scenes);
    const bare = scenes.filter(({ options }) => 'quote' in options && !('source' in options));
    expect(bare).toEqual([]);
  });
});
