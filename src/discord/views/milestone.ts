import type { View } from '../command.js';
import type { ReminderOffset } from '../../domain/guild.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { demandLine, parties, subjectOf, threatLine, yearOf } from './about.js';
import type { About, Posted } from './about.js';
import { ending, inWords, namedInstant, relative, shortDay, shownEnd } from './dates.js';
import { postView, type Lines } from './post.js';
import type { TextBudget } from './text-budget.js';
import { counted, movedTimes, quoted } from './text.js';

/** `Deadline tomorrow`, `7 days to the deadline`. */
function rungHead({ unit, count }: ReminderOffset): string {
  if (unit === 'days' && count === 1) return 'Deadline tomorrow';
  return `${counted(count, unit === 'days' ? 'day' : 'hour')} to the deadline`;
}

function history(ultimatum: Ultimatum, version: Version, room: TextBudget): readonly (string | null)[] {
  const near = yearOf(ultimatum);
  const first = ultimatum.versions[0];
  const stated = shortDay(version.stated.start, ultimatum.zone, near);
  const moved = first !== undefined && first.number !== version.number;
  return [
    `Stated ${stated} (${quoted(version.reading.words, room.words)}).`,
    moved ? `First deadline: ${shortDay(namedInstant(first.reading), first.reading.zone, near)}.` : null,
    `${movedTimes(ultimatum.moves)}.`,
  ];
}

/** A rung of the ladder before a deadline. */
function milestoneLines(about: About, version: Version, rung: ReminderOffset, room: TextBudget): Lines {
  const { number, ultimatum } = about;
  const { reading } = version;
  return {
    head: `${rungHead(rung)}: ${parties(ultimatum, room)} (${subjectOf(number)})`,
    body: [
      `Deadline: ${inWords(reading)}, ${relative(shownEnd(reading))}`,
      demandLine(ultimatum, room),
      threatLine(ultimatum, room),
    ],
    small: history(ultimatum, version, room),
  };
}

/** Rungs beyond one day are silent. */
export function isQuiet({ unit, count }: ReminderOffset): boolean {
  return unit === 'days' ? count > 1 : count > 24;
}

export function milestonePost(posted: Posted, version: Version, rung: ReminderOffset): View {
  const view = postView(posted, (room) => milestoneLines(posted, version, rung, room), ['details']);
  return isQuiet(rung) ? { ...view, silent: true } : view;
}

/** The deadline is over and nobody has said yet what became of it. */
function passedLines({ number, ultimatum }: About, version: Version, room: TextBudget): Lines {
  const { reading } = version;
  return {
    head: `Deadline passed, outcome not yet recorded: ${parties(ultimatum, room)} (${subjectOf(number)})`,
    body: [
      `It ended ${ending(reading, true)}, ${relative(shownEnd(reading))}`,
      demandLine(ultimatum, room),
      threatLine(ultimatum, room),
    ],
    small: ['This says nothing about whether the demand was met.', 'Curators will record it with sources.'],
  };
}

export function passedPost(posted: Posted, version: Version): View {
  return postView(posted, (room) => passedLines(posted, version, room), ['details', 'outcome']);
}
