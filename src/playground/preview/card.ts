/** What a page says of itself to Discord: a card of components within Discord's limits, else Open Graph. */
import { z } from 'zod';
import { component, walk, type Component } from '../check/layout.js';

const MOST_BYTES = 3000;
const MOST_COMPONENTS = 40;
const LONGEST_URL = 512;
const LONGEST_LABEL = 80;
const LINK_BUTTON = 5;
/** Container, row, button, section, text, thumbnail, gallery, separator. */
const ALLOWED = new Set([17, 1, 2, 9, 10, 11, 12, 14]);

/** A page in Open Graph. */
export interface OpenGraph {
  readonly title: string;
  readonly description: string | null;
  readonly site: string | null;
  readonly image: string | null;
  readonly imageAlt: string | null;
  /** CSS colour of the edge. */
  readonly colour: string | null;
}

/** What a link unfolds as. */
export type PageCard =
  | { readonly kind: 'components'; readonly component: Component }
  | ({ readonly kind: 'open-graph' } & OpenGraph);

const SCRIPT = /<script[^>]*\bid="discord:component-embed"[^>]*>(.*?)<\/script>/s;
const embedded = z.object({ component });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isWithinLimits(card: Component): boolean {
  const parts = walk([card]);
  return (
    parts.length <= MOST_COMPONENTS &&
    parts.every((part) => {
      if (part.type !== 2) return ALLOWED.has(part.type);
      const { style, url, label } = part;
      const isShort = (url ?? '').length <= LONGEST_URL && (label ?? '').length <= LONGEST_LABEL;
      return style === LINK_BUTTON && isShort;
    })
  );
}

/** The container of a page; null where there is none, or one that Discord would not take. */
function componentsIn(page: string): Component | null {
  const text = SCRIPT.exec(page)?.[1]?.trim() ?? '';
  if (text === '' || Buffer.byteLength(text) > MOST_BYTES) return null;
  const read = embedded.safeParse(jsonOf(text));
  if (!read.success || read.data.component.type !== 17) return null;
  return isWithinLimits(read.data.component) ? read.data.component : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

const unescaped = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39|#x27);/g, (one) => ENTITIES[one] ?? one);

/** The contents of the `meta` elements of a page by their property or name; of several, the first. */
function metaIn(page: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of page.matchAll(/<meta\s[^>]*>/g)) {
    const name = /\b(?:property|name)="([^"]*)"/.exec(tag)?.[1];
    const content = /\bcontent="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && content !== undefined && !found.has(name)) found.set(name, unescaped(content));
  }
  return found;
}

function openGraphIn(page: string): OpenGraph | null {
  const meta = metaIn(page);
  const title = meta.get('og:title');
  if (title === undefined) return null;
  return {
    title,
    description: meta.get('og:description') ?? null,
    site: meta.get('og:site_name') ?? null,
    image: meta.get('og:image') ?? null,
    imageAlt: meta.get('og:image:alt') ?? null,
    colour: meta.get('theme-color') ?? null,
  };
}

/** What the HTML of a page unfolds as; null where it says nothing of itself. */
export function cardIn(page: string): PageCard | null {
  const card = componentsIn(page);
  if (card !== null) return { kind: 'components', component: card };
  const graph = openGraphIn(page);
  return graph === null ? null : { kind: 'open-graph', ...graph };
}
