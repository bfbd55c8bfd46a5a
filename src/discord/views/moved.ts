import type { Revision } from '../../domain/entry.js';
import { daysBetween } from '../../domain/calendar-days.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { isMove } from '../../domain/versions.js';
import { parties, statementsOf, subjectOf, versionNumbered, yearOf } from './about.js';
import type { About } from './about.js';
import { dateOf, ending, relative, shift, shortDay, shownEnd } from './dates.js';
import type { Lines } from './post.js';
import type { TextBudget } from './text-budget.js';
import { sourceLine } from './sources.js';
import { quoted } from './text.js';

/** What a new deadline did, as the head of its post. */
export const REVISION_WORDS: Record<Revision, string> = {
  set: 'Deadline set',
  extended: 'Deadline moved later',
  shortened: 'Deadline moved earlier',
  clarified: 'Deadline made exact',
  resumed: 'Resumed',
  revived: 'New deadline after the old one had passed',
};

const ORDINALS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** `Tue 2 Sep 2025 ("50 days", stated 14 Jul)`. */
export function versionText({ reading, stated }: Version, ultimatum: Ultimatum, room: TextBudget): string {
  const day = shortDay(stated.start, ultimatum.zone, yearOf(ultimatum));
  return `${dateOf(reading)} (${quoted(reading.words, room.words)}, stated ${day})`;
}

/** The how-many-eth move this version was; 0 where it was none. */
function moveNumber(ultimatum: Ultimatum, version: Version): number {
  const moved = (one: Version, index: number) =>
    isMove(ultimatum.versions[index - 1]?.reading ?? null, one.revision, one.reading);
  const index = ultimatum.versions.indexOf(version);
  const self = ultimatum.versions[index];
  if (self === undefined || !moved(self, index)) return 0;
  return ultimatum.versions.slice(0, index + 1).filter(moved).length;
}

function whatCounts(ultimatum: Ultimatum, version: Version): string {
  if (version.revision === 'clarified') return 'Inside the earlier window, so not counted as a move.';
  const count = moveNumber(ultimatum, version);
  if (count > 0)
    return `${ORDINALS[count - 1] === undefined ? `Move number ${count}` : `${ORDINALS[count - 1]} move`}.`;
  return version.revision === 'set'
    ? 'No date had been stated before.'
    : 'The same deadline, so not counted as a move.';
}

function shiftText(ultimatum: Ultimatum, old: Version | null, next: Version): string {
  if (old === null || next.revision === 'clarified') return '';
  const days = daysBetween(old.reading, next.reading, ultimatum.versions[0]?.reading.zone ?? ultimatum.zone);
  return `, ${shift(days)}`;
}

/** A new deadline: moved, made exact, set, resumed or revived, each with the one it follows. */
export function movedLines({ number, ultimatum }: About, version: Version, room: TextBudget): Lines {
  const old = versionNumbered(ultimatum, version.number - 1);
  const { reading } = version;
  return {
    head: `${REVISION_WORDS[version.revision]}: ${parties(ultimatum, room)} (${subjectOf(number)})`,
    body: [
      old === null ? null : `Was: ${versionText(old, ultimatum, room)}`,
      `Now: ${versionText(version, ultimatum, room)}${shiftText(ultimatum, old, version)}`,
      `It ends ${ending(reading, false)}, ${relative(shownEnd(reading))}`,
      sourceLine(statementsOf(ultimatum, version.entry), room),
    ],
    small: [whatCounts(ultimatum, version), old === null ? null : 'The earlier deadline stays in the log.'],
  };
}
