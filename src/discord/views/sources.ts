/** Sources and their links. */
import { DateTime } from 'luxon';
import type { Grade, Statement } from '../../domain/entry.js';
import { checkLink, shownHost, withoutCredentials } from '../../domain/links.js';
import type { TextBudget } from '../../wording/text-budget.js';
import { safe } from './text.js';

/** A statement with the time of its recording, of which the archive link is made. */
export interface Cited extends Statement {
  readonly recorded: number;
}

/** What tells a site who sent the reader, and nothing about the page. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|cmpid|cmp|ref_src|ref_url|at_medium|at_campaign.*|ns_mchannel|ns_campaign|ns_source)$/i;

/** What kind of source it is, in plain words. */
export const GRADE_WORDS: Record<Grade, string> = {
  primary: 'primary',
  secondary: 'news report',
  unsourced: 'unsourced',
};

/** The address as it is shown; null for what can't be a source. The original stays in the log. */
function shownLink(url: string): string | null {
  if (checkLink(url) !== null) return null;
  const link = new URL(withoutCredentials(url));
  // Deleting while walking the keys would skip every second one.
  const tracked = [...link.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracked) link.searchParams.delete(name);
  return link.href.replaceAll('(', '%28').replaceAll(')', '%29');
}

interface Archive {
  readonly link: string;
  /** What is pressed; of a copy that somebody gave, with the host to which it leads. */
  readonly anchor: string;
}

/** The exact copy that was given, or the archive's nearest to the time of recording; nothing is asked of the network. */
function archiveOf(cited: Cited, room: TextBudget): Archive | null {
  const given = cited.archive === null ? null : shownLink(cited.archive);
  if (given !== null) return { link: given, anchor: `archive at ${safe(shownHost(given) ?? '', room.name)}` };
  const derived = derivedArchive(cited);
  return derived === null ? null : { link: derived, anchor: 'archive' };
}

function derivedArchive(cited: Cited): string | null {
  const link = cited.url === null ? null : shownLink(cited.url);
  if (link === null) return null;
  const stamp = DateTime.fromMillis(cited.recorded, { zone: 'utc' }).toFormat('yyyyMMddHHmmss');
  return `https://web.archive.org/web/${stamp}/${link}`;
}

/** Longer than any link that can be typed. */
const LONGEST_ADDRESS = 1500;

/** A whole address, its host first, tracking parameters included: what leads nowhere fit to be opened is plain text. */
export function addressText(url: string): string {
  const link = withoutCredentials(url);
  const href = checkLink(link) === null ? new URL(link).href : null;
  return href !== null && href.length <= LONGEST_ADDRESS ? `<${href}>` : safe(link, LONGEST_ADDRESS);
}

/** Where a copy of a page is made; the link of the button "Save a copy now". */
export function saveCopyLink(url: string): string | null {
  const link = shownLink(url);
  return link === null ? null : `https://web.archive.org/save/${link}`;
}

/** `[CNN](…), cnn.com, news report ([archive](…))`, of a copy that was given `([archive at archive.ph](…))`; without an outlet `[link](…), cnn.com, …`. */
export function sourceText(cited: Cited, room: TextBudget): string {
  const host = shownHost(cited.url);
  const name = cited.outlet === null ? null : safe(cited.outlet, room.name);
  const link = cited.url === null ? null : shownLink(cited.url);
  const linked = link === null || link.length > room.link ? name : `[${name || 'link'}](${link})`;
  const archive = archiveOf(cited, room);
  const kept = room.archive && archive !== null && archive.link.length <= room.link + 60;
  const parts = [linked, host === null ? null : safe(host, room.name), GRADE_WORDS[cited.grade]];
  const text = parts.filter((part) => part !== null && part !== '').join(', ');
  return text + (kept ? ` ([${archive.anchor}](${archive.link}))` : '');
}

/** Whether a statement has a link or names an outlet. */
export function isSource({ url, outlet }: Statement): boolean {
  return url !== null || (outlet !== null && outlet !== '');
}

/** The line of sources of a post: the first two, then how many more there are. */
export function sourceLine(statements: readonly Cited[], room: TextBudget): string {
  const sources = statements.filter(isSource);
  if (sources.length === 0) return 'Source: none given, so it is left out of all figures';
  const shown = sources.slice(0, room.sources).map((cited) => sourceText(cited, room));
  const more = sources.length - shown.length;
  const rest = more === 0 ? '' : ` and ${more} more`;
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${shown.join('; ')}${rest}`;
}

/** `Seen in [this message](…)`: where it was found, which is no source. */
export function seenIn(statements: readonly Statement[]): string | null {
  const url = statements.find((statement) => statement.seenIn !== null)?.seenIn ?? null;
  if (url === null || !/^https:\/\/([a-z]+\.)?discord\.com\/channels\/[\d/]+$/.test(url)) return null;
  return `Seen in [this message](${url})`;
}
