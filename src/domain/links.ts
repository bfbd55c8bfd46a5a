/** Which links are accepted, and the host by which a source is known. */
import type { Refusal } from './refusal.js';

type LinkFault = Extract<Refusal, { why: 'bad-link' }>['reason'];

const DISCORD = /^(?:[a-z-]+\.)?discord(?:app)?\.com$/;
const DISCORD_INVITE = /^(?:www\.)?(?:discord\.(?:gg|me|io)|dis\.gd|discord\.new)$/;
const DISCORD_FILES = /(?:^|\.)discordapp\.net$|^cdn\.discord(?:app)?\.com$/;

/** Names that lead nowhere outside of a network of one's own. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;
/** Addresses of this machine and of private networks; the URL parser has made one form of all spellings. */
const PRIVATE_IPV4 =
  /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_IPV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;
const MAPPED_IPV4 = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/;

/** `[::ffff:7f00:1]` is `127.0.0.1`. */
function unmapped(host: string): string {
  const [, high = '0', low = '0'] = MAPPED_IPV4.exec(host) ?? [];
  const bytes = [high, low].flatMap((pair) => [parseInt(pair, 16) >> 8, parseInt(pair, 16) & 255]);
  return MAPPED_IPV4.test(host) ? bytes.join('.') : host;
}

function isPrivate(hostname: string): boolean {
  const host = unmapped(hostname);
  // A name without a dot is one of a network of one's own too.
  const bare = !host.includes('.') && !host.startsWith('[');
  return bare || PRIVATE_NAME.test(host) || PRIVATE_IPV4.test(host) || PRIVATE_IPV6.test(host);
}

function discordFault(host: string, pathname: string): LinkFault | null {
  if (DISCORD_FILES.test(host)) return 'discord-cdn';
  if (DISCORD_INVITE.test(host)) return 'discord-invite';
  if (!DISCORD.test(host)) return null;
  if (/^\/(?:channels|events)\//.test(pathname)) return 'discord-message';
  if (/^\/(?:invite|template)\//.test(pathname)) return 'discord-invite';
  return /^\/(?:api|attachments)\//.test(pathname) ? 'discord-cdn' : null;
}

const hostIn = ({ hostname }: URL) => hostname.toLowerCase().replace(/\.+$/, '');

function faultOf(url: string): LinkFault | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null) return 'unreadable';
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return 'scheme';
  const host = hostIn(parsed);
  return isPrivate(host) ? 'private' : discordFault(host, parsed.pathname);
}

/**
 * Why a link can't be a source or an archived copy of one; null where it can. Every link that is kept or shown passes
 * this. A Discord message is "seen in", links to Discord's files expire, and a private host leads readers nowhere.
 */
export function checkLink(url: string): Refusal | null {
  const reason = faultOf(url);
  return reason === null ? null : { why: 'bad-link', given: url, reason };
}

/** The link without a user name and password: what stands before an @ looks like a host and is none. */
export function withoutCredentials(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.username === '' && parsed.password === '')) return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** The host by which two reports are told apart, lower case, without `www.` and mobile prefixes; null without a link. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return hostIn(new URL(url)).replace(/^(?:(?:www|m|mobile|amp|edition)\.)+(?=[^.]+\.)/, '');
}

/** The host as readers see it: with its port where that is not the usual one. */
export function shownHost(url: string | null): string | null {
  const host = hostOf(url);
  if (host === null || url === null) return null;
  const { port } = new URL(url);
  return port === '' ? host : `${host}:${port}`;
}
