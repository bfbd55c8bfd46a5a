/** Which links come from one outlet: by registrable domain, with the outlets that publish under several. */
import { getDomain } from 'tldts';
import { hostOf } from './links.js';

/** Outlets with several domains; the first of each stands for all. */
const SEVERAL_DOMAINS: readonly (readonly string[])[] = [
  ['abcnews.com', 'go.com'],
  ['aljazeera.com', 'aljazeera.net'],
  ['apnews.com', 'ap.org'],
  ['bbc.com', 'bbc.co.uk', 'bbci.co.uk', 'bbc.in'],
  ['bloomberg.com', 'bloom.bg'],
  ['cnn.com', 'cnn.it'],
  ['dailymail.com', 'dailymail.co.uk', 'mailonline.com'],
  ['dw.com', 'dw.de'],
  ['economist.com', 'econ.st'],
  ['facebook.com', 'fb.com', 'fb.me', 'fb.watch'],
  ['haaretz.com', 'haaretz.co.il'],
  ['huffpost.com', 'huffingtonpost.com'],
  ['independent.co.uk', 'the-independent.com'],
  ['interfax.com', 'interfax.ru'],
  ['nytimes.com', 'nyti.ms'],
  ['reuters.com', 'reut.rs'],
  ['rferl.org', 'radiosvoboda.org', 'svoboda.org'],
  ['tass.com', 'tass.ru'],
  ['telegram.org', 't.me', 'telegram.me'],
  ['theguardian.com', 'guardian.co.uk', 'gu.com'],
  ['thetimes.com', 'thetimes.co.uk'],
  ['threads.com', 'threads.net'],
  ['washingtonpost.com', 'wapo.st'],
  ['x.com', 'twitter.com', 't.co'],
  ['ynetnews.com', 'ynet.co.il'],
  ['youtube.com', 'youtu.be'],
];

const MAIN_DOMAIN = new Map(
  SEVERAL_DOMAINS.flatMap(([main = '', ...others]) => others.map((domain) => [domain, main] as const)),
);

/** A page kept by the Wayback Machine or archive.today is one of the outlet that published it. */
const ARCHIVED =
  /^https?:\/\/(?:web\.archive\.org\/web\/[^/]+|archive\.(?:ph|today|is|md|li)\/[^/]+)\/(https?:\/\/.+)$/i;

/**
 * The registrable domain of a link by the public suffix list, blogs of one host apart; of an outlet with several domains
 * the main one. The host itself where there is no such domain; null without a readable link.
 */
export function domainOf(url: string | null): string | null {
  const original = ARCHIVED.exec(url ?? '')?.[1] ?? url;
  const host = hostOf(original);
  if (host === null) return null;
  const domain = getDomain(host, { allowPrivateDomains: true }) ?? host;
  return MAIN_DOMAIN.get(domain) ?? domain;
}
