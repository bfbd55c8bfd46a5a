/** What search engines are told: which pages there are, of listed servers only. */
import type { ServerContext, SiteContext } from '../context.js';
import { html, type Html } from '../../markup.js';
import type { SitePage } from '../page.js';
import { pathOf } from '../paths.js';

const XML = 'application/xml; charset=utf-8';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** A sitemap may have 50,000 addresses. */
const MOST = 49_000;
const AT_ONCE = 1000;

const xml = (content: Html): SitePage => ({
  status: 200,
  type: XML,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${content.markup}\n`,
  indexed: false,
});

/** One sitemap for each listed server. */
export const sitemapIndex = ({ publicUrl }: SiteContext, roots: readonly string[]): SitePage =>
  xml(
    html`<sitemapindex xmlns="${NAMESPACE}"
      >${roots.map((root) => html`<sitemap><loc>${publicUrl}${root}/sitemap.xml</loc></sitemap>`)}</sitemapindex
    >`,
  );

/** The pages of one server. */
export async function sitemapOf(context: ServerContext): Promise<SitePage> {
  const { store, page, publicUrl, root } = context;
  const paths = [root, `${root}/rules`];
  let last = 0;
  while (paths.length < MOST) {
    const numbers = await store.shownNumbers(page.guild, last, AT_ONCE);
    if (numbers.length === 0) break;
    last = numbers.at(-1) ?? last;
    paths.push(...numbers.map((number) => pathOf(context, number)));
  }
  return xml(
    html`<urlset xmlns="${NAMESPACE}"
      >${paths.map((path) => html`<url><loc>${publicUrl}${path}</loc></url>`)}</urlset
    >`,
  );
}

/** Everything may be read; what is public by link says for itself that it is not to be kept. */
export const robotsTxt = ({ publicUrl }: Pick<SiteContext, 'publicUrl'>): SitePage => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  body: `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`,
  indexed: false,
});
