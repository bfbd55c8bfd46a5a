/** Sources: where a statement was published, with its link and a copy in the archive. */
import { DateTime } from 'luxon';
import { cleanLine } from '../domain/clean.js';
import { GRADES, type Statement } from '../domain/entry.js';
import { hostKind } from '../domain/hosts.js';
import { checkLink, shownHost, withoutCredentials } from '../domain/links.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { address, joinTexts, link, type Part, type Text } from './parts.js';
import type { TextBudget } from './text-budget.js';
import type { RecordInstant } from '../domain/instant.js';

/** A statement with the time of its recording (ms UTC), of which the archive link is made. */
export interface RecordedStatement extends Statement {
  readonly recorded: RecordInstant;
}

/** What tells a site who sent the reader, and nothing about the page. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|cmpid|cmp|ref_src|ref_url|at_medium|at_campaign.*|ns_mchannel|ns_campaign|ns_source)$/i;

/** An archive link is so much longer than the link it is made of. */
const ARCHIVE_PREFIX = 60;

/** The address as it is shown, without tracking; null for what can't be a source. The log keeps the original. */
function shownLink(url: string): string | null {
  if (checkLink(url) !== null) return null;
  const shown = new URL(withoutCredentials(url));
  // Deleting while walking the keys would skip every second one.
  const tracked = [...shown.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracked) shown.searchParams.delete(name);
  return shown.href.replaceAll('(', '%28').replaceAll(')', '%29');
}

function linkTo(url: string, label: Text): Part {
  return link(url, label, shownHost(url) ?? '');
}

/** The copy that was given, or the archive's copy nearest to the time of recording; nothing is asked of the network. */
function archiveLink({ sources }: Words, cited: RecordedStatement, budget: TextBudget): Part | null {
  const longest = budget.link + ARCHIVE_PREFIX;
  const given = cited.archive === null ? null : shownLink(cited.archive);
  if (given !== null) {
    const host = typed(shownHost(given) ?? '', budget.name);
    return given.length <= longest ? linkTo(given, sources.archiveAt(host)) : null;
  }
  const url = cited.url === null ? null : shownLink(cited.url);
  if (url === null) return null;
  const stamp = DateTime.fromMillis(cited.recorded, { zone: 'utc' }).toFormat('yyyyMMddHHmmss');
  const derived = `https://web.archive.org/web/${stamp}/${url}`;
  return derived.length <= longest ? linkTo(derived, sources.archive) : null;
}

/** Longer than any link that can be typed. */
const LONGEST_ADDRESS = 1500;

/** A whole address, tracking included; one that leads nowhere fit to be opened is plain text. */
export function addressPart(url: string): Part {
  const clean = withoutCredentials(url);
  const href = checkLink(clean) === null ? new URL(clean).href : null;
  return href !== null && href.length <= LONGEST_ADDRESS ? address(href) : typed(clean, LONGEST_ADDRESS);
}

/** Where a copy of a page is made, for the button "Save a copy now"; null for what can't be a source. */
export function saveCopyLink(url: string): string | null {
  const shown = shownLink(url);
  return shown === null ? null : `https://web.archive.org/save/${shown}`;
}

/** The outlet and the host; the first of them is the anchor of the link, where that is not too long. */
function publisherText(cited: RecordedStatement, budget: TextBudget): readonly Text[] {
  const host = shownHost(cited.url);
  const names = [cited.outlet, host].flatMap((name) => (name === null ? [] : cleanLine(name)));
  const [anchor, ...others] = [...new Set(names)]
    .filter((name) => name !== '')
    .map((name): Text => [typed(name, budget.name)]);
  const url = cited.url === null ? null : shownLink(cited.url);
  if (anchor === undefined) return [];
  return [url === null || url.length > budget.link ? anchor : [linkTo(url, anchor)], ...others];
}

/** What a source is; a record is called by what its host is. */
export function gradeText({ sources }: Words, { url, grade }: Pick<Statement, 'url' | 'grade'>): Text {
  const kind = grade === 'primary' ? hostKind(url) : null;
  if (kind === 'official') return sources.officialPage;
  return kind === 'own-words' ? sources.ownWords : sources.grades[grade];
}

/** `[CNN](…), cnn.com, news report ([archive](…))`; without an outlet `[reuters.com](…), news report`. */
export function sourceText(words: Words, cited: RecordedStatement, budget: TextBudget): Text {
  const { sources } = words;
  const text = joinTexts([...publisherText(cited, budget), gradeText(words, cited)], sources.parts);
  const archive = budget.archive ? archiveLink(words, cited, budget) : null;
  return archive === null ? text : sources.archived(text, archive);
}

/** Whether a statement has a link or names an outlet. */
export function isSource({ url, outlet }: Statement): boolean {
  return url !== null || (outlet !== null && outlet !== '');
}

/** Two statements of one link as one: all that is known of it, and the better grade. */
function merged(known: RecordedStatement, other: RecordedStatement): RecordedStatement {
  return {
    ...known,
    outlet: known.outlet ?? other.outlet,
    grade: GRADES.find((grade) => grade === known.grade || grade === other.grade) ?? known.grade,
    archive: known.archive ?? other.archive,
  };
}

/** Statements with a link or an outlet, in order, the same link once with all that is known of it. */
export function distinctSources(statements: readonly RecordedStatement[]): readonly RecordedStatement[] {
  const found = new Map<string, RecordedStatement>();
  for (const cited of statements.filter(isSource)) {
    const key = cited.url === null ? ` ${cited.outlet ?? ''}` : (shownLink(cited.url) ?? cited.url);
    const known = found.get(key);
    found.set(key, known === undefined ? cited : merged(known, cited));
  }
  return [...found.values()];
}

/** The line of sources of a post: as many as the budget allows, then how many more there are. */
export function sourcesText(
  words: Words,
  statements: readonly RecordedStatement[],
  budget: TextBudget,
): Text {
  const { sources } = words;
  const named = distinctSources(statements);
  if (named.length === 0) return sources.none;
  const texts = named.slice(0, budget.sources).map((cited) => sourceText(words, cited, budget));
  const more = named.length - texts.length;
  const shown = joinTexts(texts, sources.between);
  return sources.line(named.length, more === 0 ? shown : [...shown, ...sources.more(more)]);
}

/** `Seen in [this message](…)`: where it was found, which is no source. */
export function seenInText({ sources }: Words, statements: readonly Statement[]): Text | null {
  const url = statements.find((statement) => statement.seenIn !== null)?.seenIn ?? null;
  if (url === null || !/^https:\/\/([a-z]+\.)?discord\.com\/channels\/[\d/]+$/.test(url)) return null;
  return sources.seenIn(linkTo(url, sources.thisMessage));
}
