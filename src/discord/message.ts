import type { APIEmbed, APIMessage } from 'discord.js';
import type { Outlet, PressedMessage } from './command.js';

const LINK = /https?:\/\/[^\s<>"'\]|*]+/g;
/** Sites that show what others say: of these the author is the outlet. */
const PLATFORM =
  /twitter|^x$|fixup|youtube|bluesky|bsky|mastodon|telegram|tiktok|reddit|threads|facebook|instagram/i;

/** An address in prose: the full stop after it is the sentence's, a bracket it did not open is not its own. */
function bare(link: string): string {
  const ended = link.replace(/[.,;:!?…*_~]+$/, '');
  const open = ended.split('(').length;
  return ended.endsWith(')') && ended.split(')').length > open ? bare(ended.slice(0, -1)) : ended;
}

/** The parts of a message that a forward carries as well. */
interface Carried {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly timestamp: string;
}

function outletOf({ url, provider, author }: APIEmbed): readonly Outlet[] {
  const site = provider?.name?.trim() ?? '';
  const person = (author?.name ?? '').replace(/\s*\(@[^)]*\)\s*$/, '').trim();
  const name = site === '' || PLATFORM.test(site) ? person : site;
  return url === undefined || name === '' ? [] : [{ url, name: name.slice(0, 80) }];
}

/** What is said in it: its own words, then those of its previews that are not said yet. */
function textOf({ content, embeds }: Carried): readonly string[] {
  const previews = embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']);
  return [content, ...previews].reduce<readonly string[]>((said, part) => {
    const known = part.trim() === '' || said.some((one) => one.includes(part.trim()));
    return known ? said : [...said, part.trim()];
  }, []);
}

const FRESH_MS = 3 * 86_400_000;

/** When it was said: a fresh article shown in it is older than the message; one much older is background. */
function saidAt({ embeds, timestamp }: Carried): number {
  const message = Date.parse(timestamp);
  const article = Math.min(
    ...embeds.flatMap((embed) => Date.parse(embed.timestamp ?? '')).filter(Number.isFinite),
  );
  return Number.isFinite(article) && article < message && message - article < FRESH_MS ? article : message;
}

/** A long-pressed message: its own text, or that of the message it forwards, with the previews Discord made of links. */
export function pressedMessage(message: APIMessage, guild: string): PressedMessage {
  const { id, channel_id: channel, message_snapshots: snapshots = [] } = message;
  const forwarded = snapshots.map((snapshot) => snapshot.message);
  const carried: readonly Carried[] = [message, ...forwarded];
  const first = forwarded[0] ?? message;
  const written = carried.flatMap(({ content }) => [...content.matchAll(LINK)].map(([link]) => bare(link)));
  const embedded = carried.flatMap(({ embeds }) => embeds.flatMap(({ url }) => url ?? []));
  return {
    id,
    channel,
    text: [...new Set(carried.flatMap(textOf))].join('\n'),
    url: `https://discord.com/channels/${guild}/${channel}/${id}`,
    at: saidAt(first),
    links: [...new Set([...written, ...embedded])],
    outlets: carried.flatMap(({ embeds }) => embeds.flatMap(outletOf)),
  };
}
