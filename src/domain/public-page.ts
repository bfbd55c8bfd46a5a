/** Whether readers outside of Discord see the record of a server, and at which address. */

/** `link`: whoever has the address, which holds a random key. `listed`: everybody, by a name, and in the sitemap. */
export const VISIBILITIES = ['off', 'link', 'listed'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a server has set about its public page; null until somebody sets it. */
export interface PublicSettings {
  readonly visibility: Visibility;
  /** The random part of the address while the page is public by link. */
  readonly publicKey: string | null;
  /** What the page is called; a listed one has its address from it. */
  readonly publicName: string | null;
  /** What gets recorded here, in the words of the server. */
  readonly inclusionRule: string | null;
  readonly licence: string | null;
  /** How readers reach whoever keeps the record. */
  readonly contact: string | null;
}

/** A server that has set nothing. */
export const NOT_PUBLIC: PublicSettings = {
  visibility: 'off',
  publicKey: null,
  publicName: null,
  inclusionRule: null,
  licence: null,
  contact: null,
};

/** Characters of the key in the address of a page that is public by link. */
export const KEY_LENGTH = 16;
const LONGEST_SLUG = 40;
const SHORTEST_SLUG = 2;

/**
 * A name as it stands in an address: `Newsroom Kyiv` is `newsroom-kyiv`. Letters of any script stay, accents go; null
 * where too little of it is left.
 */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const joined = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  const slug = Array.from(joined).slice(0, LONGEST_SLUG).join('').replace(/-$/, '');
  return Array.from(slug).length < SHORTEST_SLUG ? null : slug;
}

/** Where the record of a server is public: the last part of `/s/…`; null where it is not. */
export function publicAddress({ visibility, publicKey, publicName }: PublicSettings): string | null {
  switch (visibility) {
    case 'off':
      return null;
    case 'link':
      return publicKey;
    case 'listed':
      return publicName === null ? null : slugOf(publicName);
  }
}
