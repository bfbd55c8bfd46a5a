import type { ReminderOffset } from '../../domain/guild.js';
import { sameVersion, versionId, type Post } from '../../domain/post.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import type { View } from '../command.js';
import { parties, subjectOf } from './about.js';
import { publicButton, row } from './buttons.js';
import { longDay, namedInstant, relative, shownEnd, weekday } from './dates.js';
import { zonesLine } from './digest.js';
import { isQuiet } from './milestone.js';
import { fits, joinLines, FULL, type TextBudget } from './text-budget.js';
import { capital, counted, safe, small } from './text.js';

/** A rung in a list of rungs. */
export interface Coming {
  readonly number: number;
  readonly ultimatum: Ultimatum;
  readonly version: Version;
  readonly rung: ReminderOffset;
}

/** The rung of a delivery, if it is still to be said: the deadline runs, and is the one it belongs to. */
export function comingUp(
  ultimatum: Ultimatum,
  { number, version, rung }: Extract<Post, { readonly kind: 'milestone' }>,
): Coming | null {
  const { inForce, state, hidden } = ultimatum;
  if (inForce === null || state !== 'open' || hidden !== null) return null;
  return sameVersion(versionId(inForce), version) ? { number, ultimatum, version: inForce, rung } : null;
}

export function isTomorrow({ rung }: Pick<Coming, 'rung'>): boolean {
  return rung.unit === 'days' && rung.count === 1;
}

const HOURS = 24;
const hoursOf = ({ rung }: Coming) => rung.count * (rung.unit === 'days' ? HOURS : 1);

/** `Tomorrow`, `In 7 days`, `In 6 hours`. */
function whenText(one: Coming): string {
  const { unit, count } = one.rung;
  return isTomorrow(one) ? 'Tomorrow' : `In ${counted(count, unit === 'days' ? 'day' : 'hour')}`;
}

function comingLine(one: Coming, on: number, room: TextBudget): string {
  const { number, ultimatum, version } = one;
  const { reading } = version;
  const day = weekday(namedInstant(reading), reading.zone, on);
  const demand = capital(safe(ultimatum.demand, room.text));
  return `**${whenText(one)}**, ${day}, ${relative(shownEnd(reading))}: ${parties(ultimatum, room)}. ${demand}. ${subjectOf(number)}`;
}

const MOST_LINES = 10;
const ROOMS: readonly TextBudget[] = [
  { ...FULL, name: 50, text: 80 },
  { ...FULL, name: 30, text: 40 },
];

function comingText(all: readonly Coming[], on: number, zone: string): string {
  const write = (lines: number, room: TextBudget) =>
    joinLines([
      `**Reminders of ${longDay(on, zone)}: ${counted(all.length, 'deadline')}**`,
      ...all.slice(0, lines).map((one) => comingLine(one, on, room)),
      all.length > lines ? `and ${all.length - lines} more` : null,
      small(zonesLine(all, [zone])),
    ]);
  for (let lines = MOST_LINES; lines > 1; lines -= 1) {
    const fitting = ROOMS.map((room) => write(lines, room)).find(fits);
    if (fitting !== undefined) return fitting;
  }
  return write(1, { ...FULL, name: 30, text: 40 });
}

/** More than three rungs of one day in one post, the nearest first; nothing where none is left to be said. */
export function comingPost(coming: readonly Coming[], on: number, zone: string, marker: string): View | null {
  if (coming.length === 0) return null;
  const nearest = coming.toSorted((a, b) => hoursOf(a) - hoursOf(b));
  return {
    content: comingText(nearest, on, zone),
    components: [row([publicButton('all', 'rungs', marker)])],
    ...(nearest.every(({ rung }) => isQuiet(rung)) ? { silent: true } : {}),
  };
}
