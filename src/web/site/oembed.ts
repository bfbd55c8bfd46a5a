/** Answers other sites that have the address of a page and ask how to show it (oEmbed). */
import type { ServerContext } from './context.js';
import { loadUltimatum, numberIn } from './model/ultimatum.js';
import type { SitePage } from './page.js';
import { oembedPage } from './pages/embed.js';

/** The server and the ultimatum that the address of a page names; null for any other address. */
export function namedIn(
  publicUrl: string,
  text: string,
): { readonly address: string; readonly id: string } | null {
  if (!text.startsWith(`${publicUrl}/s/`) || !URL.canParse(text)) return null;
  const [, address = '', id = ''] =
    /^\/s\/([^/]+)\/(U-\d+)(?:\/|$)/.exec(
      new URL(text).pathname.slice(new URL(publicUrl).pathname.replace(/\/$/, '').length),
    ) ?? [];
  try {
    return id === '' ? null : { address: decodeURIComponent(address), id };
  } catch {
    return null;
  }
}

/** What another site is told of the page whose address it has. */
export async function oembed(
  context: ServerContext,
  id: string,
  widest: string | undefined,
): Promise<SitePage | null> {
  const number = numberIn(id);
  const model = number === null ? null : await loadUltimatum(context, number, null);
  const width = /^\d{1,5}$/.test(widest ?? '') ? Number(widest) : null;
  return model === null ? null : oembedPage(context, model, width);
}
