import { longDay } from '../../src/discord/views/dates.js';
import { FULL } from '../../src/wording/text-budget.js';
import { addressText, GRADE_WORDS } from '../../src/discord/views/sources.js';
import { safe } from '../../src/discord/views/text.js';
import type { Statement } from '../../src/domain/entry.js';
import { placeOf } from '../../src/domain/place.js';
import type { Proposable } from '../../src/codec/command.js';
import type { Proposed } from './words.js';

/** A text is cut into pieces of so many characters; escaped, each still fits one page. */
const PIECE = 1500;
/** Of the 4,000 characters that a screen holds, some are left for its heading. */
const PAGE = 3600;

/** A whole text, in as many lines as it needs. */
function whole(label: string, text: string | null | undefined): readonly string[] {
  if (text === null || text === undefined || text === '') return [];
  const points = Array.from(text);
  const count = Math.ceil(points.length / PIECE);
  return Array.from({ length: count }, (_, index) => {
    const piece = points.slice(index * PIECE, (index + 1) * PIECE).join('');
    const name = count === 1 ? label : `${label}, ${index + 1} of ${count}`;
    return `**${name}**: ${safe(piece, PIECE)}`;
  });
}

const each = (label: string, names: readonly string[]) =>
  names.flatMap((name, index) => whole(names.length === 1 ? label : `${label} ${index + 1}`, name));

function statementLines(statement: Statement, index: number, count: number): readonly string[] {
  const { quote, url, outlet, grade, archive, seenIn } = statement;
  const name = count === 1 ? 'Source' : `Source ${index + 1}`;
  const published = outlet === null ? '' : `, ${safe(outlet, FULL.name)}`;
  return [
    ...(url === null && outlet === null
      ? []
      : [`**${name}**: ${url === null ? 'no link' : addressText(url)}${published}, ${GRADE_WORDS[grade]}`]),
    ...(archive === null ? [] : [`**Archive of it**: ${addressText(archive)}`]),
    ...whole('Quote', quote),
    ...(seenIn === null ? [] : [`**Seen in**: ${safe(seenIn, 200)}`]),
  ];
}

function said(command: Proposable, zone: string): readonly string[] {
  if (command.verb === 'archive') return [];
  const { stated, statements } = command;
  const lines = statements.flatMap((one, index) => statementLines(one, index, statements.length));
  return [`**Stated**: ${longDay(stated.start, zone)}`, ...lines];
}

/** The texts of a proposal, each whole; what is read from them stands in its short text. */
function texts(command: Proposable, { about }: Proposed): readonly string[] {
  switch (command.verb) {
    case 'record':
      return [
        ...whole('Who states it', command.issuer),
        ...each('Of whom', command.targets),
        ...whole('Demand', command.demand),
        ...whole('Otherwise', command.threat),
        ...whole('Deadline, as stated', command.deadline?.words),
        `**Time zone**: ${placeOf(command.zone)}`,
        ...each('Tag', command.tags),
      ];
    case 'terms':
      return [
        ...whole('Demand', command.demand),
        ...(command.demand === null ? [] : whole('Demand so far', about?.demand)),
        ...whole('Otherwise', command.threat),
        ...(command.threat === null ? [] : whole('Otherwise so far', about?.threat)),
        ...each('Of whom', command.targets ?? []),
        ...(command.targets === null ? [] : each('Of whom so far', about?.targets ?? [])),
      ];
    case 'move':
    case 'resume':
      return whole('Deadline, as stated', command.deadline.words);
    case 'archive':
      return [
        `**Source**: ${addressText(command.url)}`,
        `**Archive of it**: ${addressText(command.archive)}`,
      ];
    case 'dispute':
      return whole('Reason', command.reason);
    case 'outcome':
      return [...whole('Of which target', command.target), ...whole('Note', command.outcome.note)];
    case 'suspend':
    case 'withdraw':
    case 'replace':
    case 'source':
      return [];
  }
}

/** Lines shared out over pages of one screen each; at least one page. */
function paged(lines: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let used = 0;
  for (const line of lines) {
    if (used > 0 && used + line.length + 1 > PAGE) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += line.length + 1;
  }
  return pages;
}

/**
 * Everything that accepting a proposal publishes: every name and text whole, every link with its host. The first lines
 * are its short text, with what was read and what would change.
 */
export function wholeProposal(
  command: Proposable,
  proposed: Proposed,
  short: string,
  zone: string,
): readonly (readonly string[])[] {
  return paged([...short.split('\n'), ...texts(command, proposed), ...said(command, zone)]);
}
