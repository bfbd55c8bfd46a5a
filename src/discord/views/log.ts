import type { View } from '../command.js';
import type { Entry, LedgerEvent, Statement } from '../../domain/entry.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import { isDay, type When } from '../../domain/when.js';
import { byWhom, parties, subjectOf, targetsText, type About } from './about.js';
import { publicButton, row } from './buttons.js';
import { cited, longDay } from './dates.js';
import { correctionLines, entryBefore, readingText } from './entry.js';
import { REVISION_WORDS } from './moved.js';
import { COMPLIANCE_WORDS, THREAT_WORDS } from './outcome.js';
import { line, OPENED_LIMIT, opened, text } from './parts.js';
import { FULL, type Line, type TextBudget } from './text-budget.js';
import { counted, quoted, safe, small } from './text.js';
import { addressText, GRADE_WORDS } from './sources.js';
import { tombstoneLine } from './tombstone.js';
import { zoneNote, zonesOf } from './zones.js';

/** Longer than any text that can be typed. */
const WHOLE = 1500;
/** The log has every name and text whole. */
const ROOM: TextBudget = { ...FULL, name: 300, targets: 1000, text: 2 * WHOLE, quote: WHOLE, words: WHOLE };
const PAGE = OPENED_LIMIT - 400;

function termsText(what: Extract<LedgerEvent, { kind: 'terms' }>): readonly Line[] {
  return [
    what.demand === null ? null : `Demand: ${safe(what.demand, WHOLE)}`,
    what.threat === null ? null : `Otherwise: ${safe(what.threat, WHOLE)}`,
    what.targets === null ? null : `Demanded of: ${targetsText(what.targets, ROOM)}`,
  ];
}

function outcomeText(
  { zone }: Ultimatum,
  { target, outcome }: Extract<LedgerEvent, { kind: 'outcome' }>,
): readonly Line[] {
  const { compliance, complied, followThrough, acted, note } = outcome;
  const on = (when: When | null) => (when === null ? '' : `, on ${longDay(when.start, zone)}`);
  const sides = `${COMPLIANCE_WORDS[compliance]}${on(complied)}; ${THREAT_WORDS[followThrough]}${on(acted)}`;
  const whose = target === null ? '' : ` for ${safe(target, ROOM.name)}`;
  return [`Outcome${whose}: ${sides}`, note === null ? null : `Note: ${safe(note, WHOLE)}`];
}

/** What an entry said when it was made; corrections are entries of their own. */
function whatText({ ultimatum }: About, { seq, event }: Entry): readonly Line[] {
  switch (event.kind) {
    case 'recorded':
      return [
        `Recorded: ${parties(event, ROOM)}`,
        `Demand: ${safe(event.demand, WHOLE)}`,
        `Otherwise: ${event.threat === null ? 'nothing was said' : safe(event.threat, WHOLE)}`,
        `Deadline: ${readingText(event.deadline, ROOM)}`,
      ];
    case 'revised':
      return [
        `${REVISION_WORDS[event.revision]}: ${readingText(event.deadline, ROOM)}, ${quoted(event.deadline.words, WHOLE)}`,
      ];
    case 'suspended':
      return ['Paused'];
    case 'withdrawn':
      return ['Withdrawn'];
    case 'superseded':
      return [`Replaced by ${subjectOf(event.by)}`];
    case 'passed':
      return ['The deadline passed'];
    case 'outcome':
      return outcomeText(ultimatum, event);
    case 'terms':
      return ['Terms changed', ...termsText(event)];
    case 'sourced':
      return ['Source added'];
    case 'archived':
      return [`Copy of a source added: ${addressText(event.archive)}`];
    case 'disputed':
      return [`Disputed: ${safe(event.reason, WHOLE)}`];
    case 'corrected': {
      const before = entryBefore(ultimatum, event.corrects, seq);
      const head = event.removes
        ? `Entry ${event.corrects} taken back`
        : `Correction of entry ${event.corrects}`;
      return [
        head,
        ...correctionLines(event.fields, before, ultimatum, ROOM),
        `Reason: ${safe(event.reason, WHOLE)}`,
      ];
    }
    case 'hidden':
      return [`Hidden: ${safe(event.reason, WHOLE)}`];
    case 'unhidden':
      return [`Shown again: ${safe(event.reason, WHOLE)}`];
  }
}

function statementText({ quote, url, outlet, grade, archive }: Statement): string {
  const parts = [
    quote === null ? null : quoted(quote, WHOLE),
    outlet === null ? null : safe(outlet, ROOM.name),
    url === null ? null : addressText(url),
    GRADE_WORDS[grade],
    archive === null ? null : `archive ${addressText(archive)}`,
  ];
  return `- ${parts.filter((part) => part !== null).join(', ')}`;
}

/** A line that is too long for one page, cut at spaces, and never between a backslash and what it escapes. */
function pieces(whole: string): readonly string[] {
  if (whole.length <= PAGE) return [whole];
  const space = whole.lastIndexOf(' ', PAGE);
  let end = space > PAGE / 2 ? space : PAGE;
  while (/[\\\uD800-\uDBFF]/.test(whole[end - 1] ?? '')) end -= 1;
  return [whole.slice(0, end), ...pieces(whole.slice(end).trimStart())];
}

/** The lines of an entry, in blocks that each fit one page: cut between lines, so that no mark is left open. */
function entryBlocks(about: About, entry: Entry): readonly string[] {
  const { stated, recorded, by, seq } = entry;
  const { zone } = about.ultimatum;
  const said = isDay(stated) ? longDay(stated.start, zone) : cited(stated.start);
  const [first = null, ...more] = whatText(about, entry);
  const who = `Stated ${said}. Recorded ${cited(recorded)} by ${byWhom(by, about.people, ROOM)}.`;
  const sources = entry.statements.map(statementText);
  const lines = [`**${seq}.** ${first ?? ''}`, ...more, ...sources, small(who)].filter((one) => one !== null);
  const blocks: string[] = [];
  for (const one of lines.flatMap(pieces)) {
    const joined = `${blocks.at(-1) ?? ''}\n${one}`;
    if (blocks.length > 0 && joined.length <= PAGE) blocks.splice(-1, 1, joined);
    else blocks.push(one);
  }
  return blocks;
}

function pagesOf(blocks: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let used = PAGE;
  for (const block of blocks) {
    used += block.length + 2;
    if (used > PAGE || (pages.at(-1)?.length ?? 0) >= 8) {
      pages.push([]);
      used = block.length;
    }
    pages.at(-1)?.push(block);
  }
  return pages;
}

/** The subject of a page of a log: `U-12.2` is the second. */
function logSubject(number: number, page: number): string {
  return page === 0 ? subjectOf(number) : `${subjectOf(number)}.${page + 1}`;
}

/** The number and the page (from 0) of a subject; null where it is none. */
export function parseSubject(subject: string): { readonly number: number; readonly page: number } | null {
  const match = /^U-(\d{1,9})(?:\.(\d{1,4}))?$/.exec(subject);
  return match === null ? null : { number: Number(match[1]), page: Math.max(0, Number(match[2] ?? 1) - 1) };
}

/** Every entry whole, as it was made, oldest first. Its buttons are the door `log`, the page in the subject. */
export function logView(about: About, asked: number): View {
  const { number, ultimatum } = about;
  if (ultimatum.hidden !== null) return opened([text(tombstoneLine(about))]);
  const pages = pagesOf(ultimatum.entries.flatMap((entry) => entryBlocks(about, entry)));
  const page = Math.min(Math.max(0, asked), pages.length - 1);
  const to = (label: string, target: number) =>
    target < 0 || target >= pages.length
      ? []
      : [publicButton('log', logSubject(number, target), 'log', label)];
  const buttons = [...to('Previous', page - 1), ...to('Next', page + 1)];
  const where = pages.length < 2 ? '' : `, page ${page + 1} of ${pages.length}`;
  const blocks = (pages[page] ?? []).map((block) => text(block));
  const note = zoneNote(zonesOf(ultimatum));
  return opened([
    text(
      `### Log of ${subjectOf(number)}: ${counted(ultimatum.entries.length, 'entry', 'entries')}${where}`,
      note === null ? null : small(note),
    ),
    line(),
    ...blocks,
    ...(buttons.length === 0 ? [] : [row(buttons)]),
  ]);
}
