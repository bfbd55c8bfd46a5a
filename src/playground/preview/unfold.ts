/** Unfolds the links of a message: fetches their pages as Discord does, from the sites of this machine that were named. */
import type { Component } from '../check/layout.js';
import { cardIn, type OpenGraph } from './card.js';

/** A picture of a card, fetched. */
export interface PreviewPicture {
  /** How the card names it: `attachment://NAME`. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A link as it is unfolded. */
export interface LinkPreview {
  readonly url: string;
  readonly card:
    | { readonly kind: 'components'; readonly component: Component }
    | ({ readonly kind: 'open-graph' } & OpenGraph);
  readonly pictures: readonly PreviewPicture[];
}

const USER_AGENT = 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)';
/** How long a page may take, ms. */
const WITHIN_MS = 10_000;
const MOST_BYTES = 2_000_000;
const MOST_LINKS = 5;

/** The links of a text that Discord unfolds: not those in angle brackets. */
export function linksIn(text: string): readonly string[] {
  const links = [...text.matchAll(/(<?)\bhttps?:\/\/[^\s<>)\]]+/g)];
  const open = links.filter(([, bracket]) => bracket === '').map(([link]) => link.replace(/[.,;:!?]+$/, ''));
  return [...new Set(open)].slice(0, MOST_LINKS);
}

interface Fetched {
  readonly type: string;
  readonly bytes: Buffer;
}

async function fetched(url: string): Promise<Fetched | null> {
  const answer = await fetch(url, {
    headers: { 'user-agent': USER_AGENT },
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (!answer.ok) return null;
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return bytes.length > MOST_BYTES ? null : { type, bytes };
}

/** What cannot be had is not shown, as on Discord. */
const attempted = (url: string) => fetched(url).catch(() => null);

/** The addresses of the pictures of a card. */
function mediaOf(card: LinkPreview['card']): readonly string[] {
  if (card.kind === 'open-graph') return card.image === null ? [] : [card.image];
  if (card.component.type !== 17) return [];
  return card.component.components.flatMap((one) =>
    one.type === 12 ? one.items.map(({ media }) => media.url) : [],
  );
}

/** Unfolds links of the sites that were named, and of no other. */
export class Unfolder {
  readonly #origins = new Set<string>();

  /** Links of this origin, as `http://127.0.0.1:8080`, are unfolded from now on. */
  allow(origin: string): void {
    this.#origins.add(new URL(origin).origin);
  }

  /** The previews of the links of a text, in their order. Never rejects. */
  async previews(text: string): Promise<readonly LinkPreview[]> {
    const links = linksIn(text).filter((link) => this.#isAllowed(link));
    const found = await Promise.all(links.map((link) => this.#preview(link)));
    return found.filter((one) => one !== null);
  }

  async #preview(url: string): Promise<LinkPreview | null> {
    const page = await attempted(url);
    const card = page?.type === 'text/html' ? cardIn(page.bytes.toString('utf8')) : null;
    if (card === null) return null;
    const pictures = await Promise.all(mediaOf(card).map((link) => this.#picture(link)));
    return { url, card, pictures: pictures.filter((one) => one !== null) };
  }

  async #picture(url: string): Promise<PreviewPicture | null> {
    const file = this.#isAllowed(url) ? await attempted(url) : null;
    if (file === null || !/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return null;
    return { name: url, contentType: file.type, bytes: file.bytes };
  }

  #isAllowed(link: string): boolean {
    return URL.canParse(link) && this.#origins.has(new URL(link).origin);
  }
}
