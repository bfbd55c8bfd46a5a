/** Keeps finished pages: one that is kept costs no query beyond the one that says it is still current. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SitePage } from './page.js';

/** A page as bytes, with the tag that changes if and only if the bytes do. */
export interface Finished extends Omit<SitePage, 'body'> {
  readonly bytes: Buffer;
  readonly etag: string;
  /** SHA-256 of the bytes, base64. */
  readonly digest: string;
  /** The same compressed, made when it is first asked for. */
  zipped(): Buffer;
}

/** Bytes of all pages that are kept. */
const MOST_BYTES = 32_000_000;
const MOST_PAGES = 5000;

/** A page as it is sent. */
export function finish({ body, ...page }: SitePage): Finished {
  const bytes = Buffer.from(body);
  const hash = createHash('sha256').update(bytes).digest();
  let zipped: Buffer | null = null;
  return {
    ...page,
    bytes,
    etag: hash.toString('base64url').slice(0, 22),
    digest: hash.toString('base64'),
    zipped() {
      zipped ??= gzipSync(bytes, { level: 6 });
      return zipped;
    },
  };
}

/** Finished pages by their address; each holds for one version of what it shows. */
export class PageCache {
  readonly #pages = new Map<string, { readonly version: string; readonly page: Finished }>();
  #bytes = 0;

  /** The page at `address`, if it is kept and still of this version. */
  get(address: string, version: string): Finished | null {
    const kept = this.#pages.get(address);
    return kept?.version === version ? kept.page : null;
  }

  /** Keeps a page; the oldest go for it. */
  set(address: string, version: string, page: Finished): void {
    this.#drop(address);
    this.#pages.set(address, { version, page });
    this.#bytes += page.bytes.length;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= MOST_BYTES && this.#pages.size <= MOST_PAGES) break;
      this.#drop(oldest);
    }
  }

  #drop(address: string): void {
    this.#bytes -= this.#pages.get(address)?.page.bytes.length ?? 0;
    this.#pages.delete(address);
  }
}
