import { drawText } from '../../src/discord/draw.js';
import type { Words } from '../../src/wording/index.js';
import { assumptionsText } from '../../src/wording/readings.js';
import { parties, readingText, targetsText } from '../../src/discord/views/about.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { inWords, onDay, relative, shownEnd } from '../../src/discord/views/dates.js';
import { FULL, type TextBudget } from '../../src/wording/text-budget.js';
import { isSource, sourceLine } from '../../src/discord/views/sources.js';
import { cut, quoted, safe } from '../../src/discord/views/text.js';
import type { Statement } from '../../src/domain/entry.js';
import { shownHost } from '../../src/domain/links.js';
import { isDated, type Reading } from '../../src/domain/reading.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { at, type When } from '../../src/domain/when.js';
import type { Proposable } from '../../src/codec/command.js';

/** The widest first; where the texts are too long, all of them are shortened. */
const SHORT: TextBudget = { ...FULL, text: 120, quote: 150, link: 150, sources: 1, archive: false };
const NARROW: TextBudget = { ...SHORT, name: 40, text: 50, quote: 60, words: 30, link: 100 };
const NARROWEST: TextBudget = { ...NARROW, name: 20, text: 25, quote: 25, words: 15, link: 0 };
/** Three proposals of the longest texts fit the 4,000 characters of one screen. */
const FITS = 1200;
/** Longer than anything that can be typed: what fits it only is shown by one press more. */
const WHOLE: TextBudget = {
  name: 5000,
  targets: 1000,
  text: 5000,
  quote: 5000,
  words: 5000,
  sources: 100,
  link: 5000,
  archive: false,
};
const MOST_TAGS = 3;

/** A proposal and what it is about. */
export interface Proposed {
  /** Null for a new record. */
  readonly number: number | null;
  /** When it was proposed, ms UTC. */
  readonly recorded: number;
  readonly name: string;
  /** The ultimatum as it stands; null for a new record. */
  readonly about?: Ultimatum | null;
  readonly words: Words;
}

interface Manner {
  readonly words: Words;
  readonly room: TextBudget;
  readonly about: Ultimatum | null;
  /** IANA, in which days are shown. */
  readonly zone: string;
  readonly recorded: number;
}

/** The reading a curator accepts: the day in its zone, how far off it is, and what was assumed. */
function deadline(reading: Reading | null, { room, about, words }: Manner): readonly string[] {
  if (reading === null) return ['Deadline: none was stated'];
  const read = isDated(reading) ? `${inWords(reading)}, ${relative(shownEnd(reading))}` : 'no date';
  const assumed = drawText(assumptionsText(words, reading));
  const was = about === null ? null : (about.undated ?? about.versions.at(-1)?.reading ?? null);
  return [
    `Deadline: ${read}, as stated: ${quoted(reading.words, room.text)}`,
    ...(about === null ? [] : [`Was: ${readingText(was, room)}`]),
    ...(assumed === '' ? [] : [`Assumed: ${cut(assumed, room.text)}`]),
  ];
}

const shown = (label: string, words: string | null, { room }: Manner) =>
  words === null ? [] : [`${label}: ${safe(words, room.text)}`];

function changed(label: string, now: string | null, was: string | null | undefined, { room }: Manner) {
  if (now === null) return [];
  const before = was === undefined ? '' : ` (was: ${was === null ? 'nothing' : safe(was, room.text)})`;
  return [`${label}: ${safe(now, room.text)}${before}`];
}

function tagsText(tags: readonly string[], manner: Manner): readonly string[] {
  if (tags.length === 0) return [];
  const some = manner.room === WHOLE ? tags : tags.slice(0, MOST_TAGS);
  const rest = tags.length > some.length ? ` and ${tags.length - some.length} more` : '';
  return [`Tags: ${some.map((tag) => safe(tag, manner.room.name)).join(', ')}${rest}`];
}

function terms(command: Extract<Proposable, { verb: 'terms' }>, manner: Manner): readonly string[] {
  const { about } = manner;
  const { demand, threat, targets } = command;
  const was = about === null ? '' : ` (was: ${targetsText(about.targets, manner.room)})`;
  return [
    ...changed('Demand', demand, about?.demand, manner),
    ...changed('Otherwise', threat, about === null ? undefined : about.threat, manner),
    ...(targets === null ? [] : [`Demanded of: ${targetsText(targets, manner.room)}${was}`]),
  ];
}

/** What is proposed, verb by verb; the first line goes into the heading. */
function what(command: Proposable, manner: Manner): readonly [string, ...string[]] {
  const { room } = manner;
  switch (command.verb) {
    case 'record': {
      const { issuer, targets, demand, threat, tags } = command;
      const words = [...shown('Demand', demand, manner), ...shown('Otherwise', threat, manner)];
      const who = parties({ issuer, targets }, room);
      return [`New: ${who}`, ...words, ...deadline(command.deadline, manner), ...tagsText(tags, manner)];
    }
    case 'move':
      return ['Deadline moved', ...deadline(command.deadline, manner)];
    case 'resume':
      return ['Resumed', ...deadline(command.deadline, manner)];
    case 'suspend':
      return ['Paused'];
    case 'withdraw':
      return ['Withdrawn'];
    case 'replace':
      return [`Replaced by ${ultimatumId(command.by)}`];
    case 'source':
      return ['Another source'];
    case 'archive':
      return [
        'A copy of a source',
        ...shown('Source', command.url, manner),
        ...shown('Copy', command.archive, manner),
      ];
    case 'dispute':
      return ['Dispute', ...shown('Reason', command.reason, manner)];
    case 'terms':
      return ['Terms changed', ...terms(command, manner)];
    case 'outcome':
      return ['Outcome', ...outcome(command, manner)];
  }
}

const COMPLIED = {
  full: 'did it in full',
  partial: 'did a part of it',
  negotiated: 'came to terms',
  none: 'did not do it',
  'not-codable': 'cannot be said',
} as const;

const FOLLOWED = {
  full: 'carried out in full',
  partial: 'carried out in part',
  substitute: 'something else was done',
  none: 'not carried out',
  'not-due': 'was not due',
  'not-codable': 'cannot be said',
} as const;

function outcome(command: Extract<Proposable, { verb: 'outcome' }>, manner: Manner): readonly string[] {
  const { compliance, followThrough, complied, acted, note } = command.outcome;
  const zone = manner.about?.zone ?? manner.zone;
  const on = (when: When | null) => (when === null ? '' : `, ${onDay(when, zone, manner.recorded)}`);
  const about = command.target === null ? [] : shown('About', command.target, manner);
  const axes = [
    `The demand: ${COMPLIED[compliance]}${on(complied)}`,
    `The threat: ${FOLLOWED[followThrough]}${on(acted)}`,
  ];
  return [...about, ...axes, ...shown('Note', note, manner)];
}

/** The hosts of copies that were given: they stand beside their sources in every post. */
function archives(statements: readonly Statement[], { room }: Manner): string {
  const hosts = statements.flatMap(({ archive }) =>
    archive === null ? [] : [shownHost(archive) ?? archive],
  );
  return hosts.length === 0 ? '' : `. Archive: ${safe([...new Set(hosts)].join(', '), room.name)}`;
}

/** Where and when it was said, of which zone the day is. */
function source(command: Proposable, manner: Manner): readonly string[] {
  if (command.verb === 'archive') return [];
  const { room, zone, recorded } = manner;
  const { statements } = command;
  const cited = statements.map((statement) => ({ ...statement, recorded }));
  const quotes = statements.flatMap(({ quote }) => quote ?? []);
  const some = room === WHOLE ? quotes : quotes.slice(0, 1);
  const words = some.map((quote) => `${quoted(quote, room.quote)}. `).join('');
  const links = `${sourceLine(cited, room)}${archives(statements, manner)}`;
  return [`${words}Stated ${onDay(command.stated, zone, recorded)}. ${links}`];
}

function textIn(room: TextBudget, command: Proposable, proposed: Proposed, zone: string): string {
  const { number, recorded, name, about = null, words } = proposed;
  const manner = { words, room, about, zone, recorded };
  const [head, ...lines] = what(command, manner);
  const whose = number === null ? head : `${ultimatumId(number)}: ${head}`;
  const who = about === null ? [] : [parties(about, room)];
  const by = `-# Proposed by ${safe(name, SHORT.name)} ${onDay(at(recorded), zone, recorded)}`;
  return [`**${whose}**`, ...who, ...lines, ...source(command, manner), by].join('\n');
}

/** A proposal as a curator reads it: what, of which ultimatum, with which source, by whom. */
export function proposalText(command: Proposable, proposed: Proposed, zone: string): string {
  const texts = [SHORT, NARROW, NARROWEST].map((room) => textIn(room, command, proposed, zone));
  return texts.find((text) => text.length <= FITS) ?? texts.at(-1) ?? '';
}

/** Whether something that would be published is not in its short text. */
export function isShortened(command: Proposable, proposed: Proposed, zone: string): boolean {
  const sources = command.verb === 'archive' ? [] : command.statements.filter(isSource);
  const copies = sources.some(({ archive }) => archive !== null);
  return copies || textIn(WHOLE, command, proposed, zone) !== proposalText(command, proposed, zone);
}
