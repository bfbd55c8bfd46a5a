/** Reads a long-pressed message, whatever of it Discord sent: every field may be missing, null or of another kind. */
import { z } from 'zod';
import type { Outlet, PressedMessage } from './command.js';
import { postedAt } from './snowflake.js';
import { linksIn, textsIn } from './component-text.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

const LINK = /https?:\/\/[^\s<>"'\]|*]+/g;
/** Sites that show what others say: of these the author is the outlet. */
const PLATFORM =
  /twitter|^x$|fixup|youtube|bluesky|bsky|mastodon|telegram|tiktok|reddit|threads|facebook|instagram/i;
/** A post of Discord's has at most 4,000 characters, its previews 6,000, and a forward as much again. */
const LONGEST_TEXT = 20_000;

/** An address in prose: the full stop after it is the sentence's, a bracket it did not open is not its own. */
function bare(link: string): string {
  const ended = link.replace(/[.,;:!?…*_~]+$/, '');
  const open = ended.split('(').length;
  return ended.endsWith(')') && ended.split(')').length > open ? bare(ended.slice(0, -1)) : ended;
}

/** What is not of the kind that is documented counts as not sent. */
const text = z.string().catch('');
const named = z.object({ name: text }).catch({ name: '' });
const list = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []));

const embed = z.object({
  url: text,
  title: text,
  description: text,
  timestamp: text,
  provider: named,
  author: named,
});
type Embed = z.infer<typeof embed>;

/** The parts of a message that a forward carries as well. */
const carried = z.object({
  content: text,
  timestamp: text,
  embeds: list(embed),
  components: z.unknown().optional(),
});
type Carried = z.infer<typeof carried>;

const EMPTY: Carried = { content: '', timestamp: '', embeds: [], components: null };
const whole = carried.extend({
  id: text,
  channel_id: text,
  message_snapshots: list(z.object({ message: carried })),
});

function outletOf({ url, provider, author }: Embed): readonly Outlet[] {
  const site = provider.name.trim();
  const person = author.name.replace(/\s*\(@[^)]*\)\s*$/, '').trim();
  const name = site === '' || PLATFORM.test(site) ? person : site;
  return url === '' || name === '' ? [] : [{ url, name: name.slice(0, 80) }];
}

/** What is said in it: its own words, then those of its components and previews that are not said yet. */
function textOf({ content, embeds, components }: Carried): readonly string[] {
  const previews = embeds.flatMap(({ title, description }) => [title, description]);
  return [content, ...textsIn(components), ...previews].reduce<readonly string[]>((said, part) => {
    const known = part.trim() === '' || said.some((one) => one.includes(part.trim()));
    return known ? said : [...said, part.trim()];
  }, []);
}

const FRESH_MS = 3 * DAY;

/** ms UTC; null where the text is no instant since Discord exists, and before 2100. */
function instantOf(timestamp: string): RecordInstant | null {
  const at = Date.parse(timestamp);
  return at >= Date.UTC(2015) && at < Date.UTC(2100) ? at : null;
}

/** When it was said: a fresh article shown in it is older than the message; one much older is background. */
function saidAt({ embeds, timestamp }: Carried, posted: RecordInstant): RecordInstant {
  const message = instantOf(timestamp) ?? posted;
  const article = Math.min(...embeds.flatMap((one) => instantOf(one.timestamp) ?? []));
  return article < message && message - article < FRESH_MS ? article : message;
}

/**
 * A long-pressed message: its own text, or that of the message it forwards, with the previews Discord made of links.
 * Never throws.
 */
export function pressedMessage(message: unknown, guild: string): PressedMessage {
  const read = whole.safeParse(message).data;
  const { id, channel_id: channel } = read ?? { id: '', channel_id: '' };
  const forwarded = read?.message_snapshots.map((snapshot) => snapshot.message) ?? [];
  const own = read ?? EMPTY;
  const all = [own, ...forwarded];
  const prose = all.flatMap(({ content, components }) => [content, ...textsIn(components)]);
  const written = prose.flatMap((one) => [...one.matchAll(LINK)].map(([link]) => bare(link)));
  const linked = all.flatMap(({ embeds, components }) => [
    ...embeds.flatMap(({ url }) => (url === '' ? [] : [url])),
    ...linksIn(components),
  ]);
  return {
    id,
    channel,
    text: [...new Set(all.flatMap(textOf))].join('\n').slice(0, LONGEST_TEXT),
    url: `https://discord.com/channels/${guild}/${channel}/${id}`,
    at: saidAt(forwarded[0] ?? own, instantOf(own.timestamp) ?? postedAt(id)),
    links: [...new Set([...written, ...linked])],
    outlets: all.flatMap(({ embeds }) => embeds.flatMap(outletOf)),
  };
}
