import type { Refusal } from './refusal.js';

const DISCORD_CDN = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const DISCORD = new Set(['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com']);

/** Why a link can't be a source; null where it can. A Discord message is "seen in", its CDN links expire. */
export function checkLink(url: string): Refusal | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null) return { why: 'bad-link', given: url, reason: 'unreadable' };
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    return { why: 'bad-link', given: url, reason: 'scheme' };
  }
  if (DISCORD_CDN.has(parsed.hostname)) return { why: 'bad-link', given: url, reason: 'discord-cdn' };
  if (DISCORD.has(parsed.hostname) && parsed.pathname.startsWith('/channels/')) {
    return { why: 'bad-link', given: url, reason: 'discord-message' };
  }
  return null;
}

/** The host by which two reports are told apart, lower case, without `www.` and mobile prefixes; null without a link. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.toLowerCase().replace(/^(?:(?:www|m|mobile|amp|edition)\.)+(?=[^.]+\.)/, '');
}
