import { DateTime } from 'luxon';
import type { Grade, Statement } from '../../domain/entry.js';
import { checkLink, hostOf } from '../../domain/links.js';
import type { Room } from './room.js';
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
  const link = new URL(url);
  link.username = '';
  link.password = '';
  // Deleting while walking the keys would skip every second one.
  const tracked = [...link.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracked) link.searchParams.delete(name);
  return link.href.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** The exact capture, or the archive's nearest to the time of recording; nothing is asked of the network. */
function archiveLink(cited: Cited): string | null {
  if (cited.archive !== null) return shownLink(cited.archive);
  const link = cited.url === null ? null : shownLink(cited.url);
  if (link === null) return null;
  const stamp = DateTime.fromMillis(cited.recorded, { zone: 'utc' }).toFormat('yyyyMMddHHmmss');
  return `https://web.archive.org/web/${stamp}/${link}`;
}

/** Where a copy of a page is made; the link of the button "Save a copy now". */
export function saveCopyLink(url: string): string | null {
  const link = shownLink(url);
  return link === null ? null : `https://web.archive.org/save/${link}`;
}

/** `[CNN](…), cnn.com, news report ([archive](…))`; without an outlet `[link](…), cnn.com, …`. */
export function sourceText(cited: Cited, room: Room): string {
  const host = hostOf(cited.url);
  const name = cited.outlet === null ? null : safe(cited.outlet, room.name);
  const link = cited.url === null ? null : shownLink(cited.url);
  const linked = link === null || link.length > room.link ? name : `[${name || 'link'}](${link})`;
  const archive = archiveLink(cited);
  const kept = room.archive && archive !== null && archive.length <= room.link + 60;
  const parts = [linked, host === null ? null : safe(host, room.name), GRADE_WORDS[cited.grade]];
  const text = parts.filter((part) => part !== null && part !== '').join(', ');
  return text + (kept ? ` ([archive](${archive}))` : '');
}

/** Whether a statement has a link or names an outlet. */
export function isSource({ url, outlet }: Statement): boolean {
  return url !== null || (outlet !== null && outlet !== '');
}

/** The line of sources of a post: the first two, then how many more there are. */
export function sourceLine(statements: readonly Cited[], room: Room): string {
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
