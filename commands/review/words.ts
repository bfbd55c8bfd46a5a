import { parties } from '../../src/discord/views/about.js';
import { inWords, onDay, relative, shownEnd } from '../../src/discord/views/dates.js';
import { WIDEST, type Room } from '../../src/discord/views/room.js';
import { sourceLine } from '../../src/discord/views/sources.js';
import { cut, quoted, safe } from '../../src/discord/views/text.js';
import { isDated, type Reading } from '../../src/domain/reading.js';
import { at } from '../../src/domain/when.js';
import type { Proposable } from './command.js';

/** Three proposals of the longest texts fit the 4,000 characters of one screen. */
const ROOM: Room = { ...WIDEST, text: 120, quote: 150, link: 150, sources: 1, archive: false };

/** The reading a curator accepts: the day in its zone, how far off it is, and what was assumed. */
function deadline(reading: Reading | null): readonly string[] {
  if (reading === null) return ['Deadline: none was stated'];
  const read = isDated(reading) ? `${inWords(reading)}, ${relative(shownEnd(reading))}` : 'no date';
  const assumed = reading.assumed.map((one) => safe(one, ROOM.text).replace(/\.$/, '')).join('; ');
  return [
    `Deadline: ${read}, as stated: ${quoted(reading.words, ROOM.text)}`,
    ...(assumed === '' ? [] : [`Assumed: ${cut(assumed, ROOM.text)}`]),
  ];
}

const shown = (label: string, words: string | null) =>
  words === null ? [] : [`${label}: ${safe(words, ROOM.text)}`];

/** What is proposed, verb by verb; the first line goes into the heading. */
function what(command: Proposable): readonly [string, ...string[]] {
  switch (command.verb) {
    case 'record': {
      const { demand, threat } = command;
      const terms = [...shown('Demand', demand), ...shown('Otherwise', threat)];
      return [`New: ${parties(command, ROOM)}`, ...terms, ...deadline(command.deadline)];
    }
    case 'move':
      return ['Deadline moved', ...deadline(command.deadline)];
    case 'resume':
      return ['Resumed', ...deadline(command.deadline)];
    case 'suspend':
      return ['Paused'];
    case 'withdraw':
      return ['Withdrawn'];
    case 'replace':
      return [`Replaced by U-${command.by}`];
    case 'source':
      return ['Another source'];
    case 'archive':
      return ['A copy of a source', ...shown('Source', command.url), ...shown('Copy', command.archive)];
    case 'dispute':
      return ['Dispute', ...shown('Reason', command.reason)];
    case 'terms':
      return ['Terms changed', ...shown('Demand', command.demand), ...shown('Otherwise', command.threat)];
    case 'outcome':
      return ['Outcome', ...outcome(command)];
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

function outcome(command: Extract<Proposable, { verb: 'outcome' }>): readonly string[] {
  const { compliance, followThrough, note } = command.outcome;
  const about = command.target === null ? [] : shown('About', command.target);
  const axes = [`The demand: ${COMPLIED[compliance]}`, `The threat: ${FOLLOWED[followThrough]}`];
  return [...about, ...axes, ...shown('Note', note)];
}

/** Where and when it was said, of which zone the day is. */
function source(command: Proposable, recorded: number, zone: string): readonly string[] {
  if (command.verb === 'archive') return [];
  const statements = command.statements.map((statement) => ({ ...statement, recorded }));
  const quote = command.statements.find((statement) => statement.quote !== null)?.quote ?? null;
  const words = quote === null ? '' : `${quoted(quote, ROOM.quote)}. `;
  return [`${words}Stated ${onDay(command.stated, zone, recorded)}. ${sourceLine(statements, ROOM)}`];
}

/** A proposal as a curator reads it: what, of which ultimatum, with which source, by whom. */
export function proposalText(
  command: Proposable,
  proposal: { readonly number: number | null; readonly recorded: number; readonly name: string },
  zone: string,
): string {
  const [head, ...lines] = what(command);
  const about = proposal.number === null ? head : `U-${proposal.number}: ${head}`;
  const { recorded, name } = proposal;
  const by = `-# Proposed by ${safe(name, ROOM.name)} ${onDay(at(recorded), zone, recorded)}`;
  return [`**${about}**`, ...lines, ...source(command, recorded, zone), by].join('\n');
}
