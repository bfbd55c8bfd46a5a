/** Loads the servers that are listed. */
import { serverContext, type SiteContext } from '../context.js';
import type { HomeModel } from '../pages/home.js';

const MOST = 100;

/** The listed servers after `past`, with a version that changes whenever one of them does. */
export async function homeModel(
  site: SiteContext,
  past: string,
): Promise<HomeModel & { readonly version: string }> {
  const pages = await site.store.listedPages(past, MOST + 1);
  const shown = pages.slice(0, MOST);
  const contexts = await Promise.all(shown.map((page) => serverContext(site, page)));
  return {
    servers: contexts.filter((context) => context !== null),
    next: pages.length > MOST ? (shown.at(-1)?.address ?? null) : null,
    version: pages.map(({ guild, revision }) => `${guild}.${revision}`).join(' '),
  };
}
