/** What a link to a page unfolds as: Discord's component embed within its limits, Open Graph, oEmbed, the framed card. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.js';
import { english, type Words } from '../../src/wording/index.js';
import { componentEmbed, embedJson, MOST_EMBED_BYTES } from '../../src/web/site/preview/component-embed.js';
import { day, GUILD, moving, recording } from '../store/founding.js';
import { pseudoLocale } from '../support/pseudo-locale.js';
import { publicRecord, type PublicRecord } from './record.js';

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

const embedIn = (page: string): string =>
  /<script id="discord:component-embed" type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';

interface Shown {
  readonly component: {
    readonly type: number;
    readonly components: readonly { readonly type: number; readonly content?: string }[];
  };
}

describe('the component embed', () => {
  it('is one container in the first HTML, with the page as a link button', async () => {
    const json = embedIn(await record.text('/s/newsroom/U-1'));
    const { component } = JSON.parse(json) as Shown;
    expect(component.type).toBe(17);
    expect(component.components.map(({ type }) => type)).toEqual([10, 10, 14, 10, 12, 10, 1]);
    expect(json).toContain('https://record.example/s/newsroom/U-1');
    expect(json).toContain('Donald Trump to Russia');
    expect(json).not.toContain('person-key');
  });

  it.each([
    ['English', english],
    ['the pseudo-locale', pseudoLocale()],
  ])('keeps every limit in %s, whatever was recorded', async (_name, words: Words) => {
    const long = (text: string, length: number) =>
      text.repeat(Math.ceil(length / text.length)).slice(0, length);
    await record.change(
      null,
      recording({
        issuers: [long('Міністерство оборони України ', 120)],
        targets: Array.from({ length: 57 }, (_, index) => long(`מדינה ${index} `, 80)),
        demand: long('вивести всі війська </script> & ', 600),
        threat: long('"severe" 💥 ', 600),
        deadline: day('2025-09-02', long('до кінця місяця ', 200)),
      }),
    );
    for (let move = 1; move <= 12; move += 1)
      await record.change(2, moving(`2025-09-${String(2 + move).padStart(2, '0')}`, '2025-07-29T14:00:00Z'));
    const ultimatum = fold(await record.store.entries(GUILD, 2));
    const page = `https://record.example/s/${'n'.repeat(40)}/U-2`;
    const about = { number: 2, ultimatum, people: new Map(), now: record.now };
    const picture = 'https://record.example/s/newsroom/U-2.png';
    const json = componentEmbed(words, about, { page, picture });
    expect(json).not.toBeNull();
    expect(Buffer.byteLength(json ?? '')).toBeLessThanOrEqual(MOST_EMBED_BYTES);
    expect(json).not.toContain('</script>');
    expect(JSON.stringify(JSON.parse(json ?? '')).match(/"type":/g)?.length ?? 0).toBeLessThanOrEqual(40);
    for (const [, label = ''] of (json ?? '').matchAll(/"label":"([^"]*)"/g))
      expect(label.length).toBeLessThanOrEqual(80);
  });

  it('is left out where Discord would not take it', () => {
    const text = (content: string) => ({
      component: { type: 17 as const, accent_color: 0, components: [{ type: 10 as const, content }] },
    });
    expect(embedJson(text('short'))).not.toBeNull();
    expect(embedJson(text(''))).toBeNull();
    expect(embedJson(text('ї'.repeat(1500)))).toBeNull();
    const many = Array.from({ length: 40 }, () => ({ type: 14 as const }));
    expect(embedJson({ component: { type: 17, accent_color: 0, components: many } })).toBeNull();
    const row = (url: string) => ({
      type: 1 as const,
      components: [{ type: 2 as const, style: 5 as const, label: 'a', url }],
    });
    for (const url of ['javascript:alert(1)', `https://a.example/${'a'.repeat(500)}`])
      expect(embedJson({ component: { type: 17, accent_color: 0, components: [row(url)] } })).toBeNull();
  });

  it('escapes what people typed for Discord', async () => {
    await record.change(null, recording({ issuers: ['**@everyone**'], targets: ['[a](https://b.example)'] }));
    const { component } = JSON.parse(embedIn(await record.text('/s/newsroom/U-2'))) as Shown;
    const contents = component.components.map(({ content = '' }) => content).join('\n');
    expect(contents).not.toContain('@everyone');
    expect(contents).toContain(String.raw`\[a\]`);
  });
});

describe('other previews', () => {
  it('have Open Graph and an article with its sources', async () => {
    const page = await record.text('/s/newsroom/U-1');
    expect(page).toContain('<meta property="og:title" content="Donald Trump to Russia"');
    expect(page).toContain('<meta property="og:url" content="https://record.example/s/newsroom/U-1"');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Article',
      headline: 'Donald Trump to Russia',
      citation: ['https://www.cnn.com/2025/07/14/a', 'https://www.bbc.co.uk/news/b'],
    });
  });

  it('have oEmbed by the address of the page, and of nothing else', async () => {
    const asked = (url: string, more = '') => record.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
    const page = await record.text('/s/newsroom/U-1');
    expect(page).toContain('type="application/json+oembed"');
    const answer = await asked('https://record.example/s/newsroom/U-1', '&maxwidth=400');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 400,
      html: expect.stringContaining('src="https://record.example/embed/newsroom/U-1"') as unknown,
    });
    for (const url of [
      'https://elsewhere.example/s/newsroom/U-1',
      'https://record.example/s/newsroom/U-9',
      'https://record.example/s/nobody/U-1',
      'https://record.example/s/%/U-1',
      'nonsense',
    ])
      expect((await asked(url)).status).toBe(404);
    await record.settings({ visibility: 'off' });
    expect((await asked('https://record.example/s/newsroom/U-1')).status).toBe(404);
  });

  it('have a card that other sites may show in a frame, the only page of which that is so', async () => {
    const card = await record.get('/embed/newsroom/U-1?theme=dark');
    expect(card.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(await card.text()).toContain('data-theme="dark"');
    expect(await record.text('/embed/newsroom/U-1?theme="><script>')).not.toContain('data-theme');
    for (const path of ['/', '/s/newsroom', '/s/newsroom/U-1']) {
      const policy = (await record.get(path)).headers.get('content-security-policy');
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  it('have a sitemap of listed servers, and robots that know it', async () => {
    expect(await record.text('/robots.txt')).toContain('Sitemap: https://record.example/sitemap.xml');
    expect(await record.text('/sitemap.xml')).toContain('https://record.example/s/newsroom/sitemap.xml');
    expect(await record.text('/s/newsroom/sitemap.xml')).toContain(
      '<loc>https://record.example/s/newsroom/U-1</loc>',
    );
    await record.settings({ visibility: 'link', publicKey: 'abcdefghijklmnop' });
    expect(await record.text('/sitemap.xml')).not.toContain('<sitemap>');
  });
});
