import type { View } from '../command.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import { parties, subjectOf } from './about.js';
import { publicButton, row } from './buttons.js';
import { ending, longDay, namedInstant, relative, shownEnd, weekday } from './dates.js';
import { fits, joinLines, FULL, type Line, type TextBudget } from './text-budget.js';
import { capital, counted, movedTimes, safe, small } from './text.js';
import { zoneNote, zonesOf } from './zones.js';

/** An ultimatum with its number. */
export interface Numbered {
  readonly number: number;
  readonly ultimatum: Ultimatum;
}

/** What runs: the soonest, and how many there are of each kind. */
export interface Counts {
  /** The first ten that run with a date, soonest first. */
  readonly first: readonly Numbered[];
  /** How many run with a date. */
  readonly dated: number;
  readonly undated: number;
  readonly paused: number;
  /** Passed and not yet reviewed. */
  readonly passed: number;
}

/** What a countdown says at one fire. */
export interface Digest extends Counts {
  /** The fire's instant; the heading has its day. */
  readonly on: number;
  /** The schedule's zone, IANA. */
  readonly zone: string;
}

const MOST_LINES = 10;

function whatText({ demand, threat }: Ultimatum, room: TextBudget, threats: boolean): string {
  const what = capital(safe(demand, room.text));
  return threats && threat !== null ? `${what}, or ${safe(threat, room.text)}` : what;
}

/** One that runs, in one line. */
export function digestLine(
  { number, ultimatum }: Numbered,
  on: number,
  room: TextBudget,
  threats: boolean,
): Line {
  const reading = ultimatum.inForce?.reading;
  if (reading === undefined) return null;
  const day = weekday(namedInstant(reading), reading.zone, on);
  const moved = ultimatum.moves === 0 ? '' : `, ${movedTimes(ultimatum.moves).toLowerCase()}`;
  const what = whatText(ultimatum, room, threats);
  return `**${day}**, ${relative(shownEnd(reading))}: ${parties(ultimatum, room)}. ${what}. ${subjectOf(number)}${moved}`;
}

/** Whose days are shown, and the zones among them that are not known here. */
export function zonesLine(shown: readonly Numbered[], zones: readonly string[] = []): string {
  const note = zoneNote([...zones, ...shown.flatMap(({ ultimatum }) => zonesOf(ultimatum))]);
  return note === null ? "Days are the issuer's." : `Days are the issuer's. ${note}`;
}

function alsoLine({ undated, paused, passed, first, zone }: Digest): string {
  const also = [
    undated === 0 ? null : `${undated} without a date`,
    paused === 0 ? null : `${paused} paused`,
    passed === 0 ? null : `${passed} passed and not yet reviewed`,
  ].filter((part) => part !== null);
  return small(`${also.length === 0 ? '' : `Also ${also.join(', ')}. `}${zonesLine(first, [zone])}`);
}

function digestText(digest: Digest, lines: number, room: TextBudget, threats: boolean): string {
  const shown = digest.first
    .slice(0, lines)
    .map((one) => digestLine(one, digest.on, room, threats))
    .filter((line) => line !== null);
  const more = digest.dated - shown.length;
  const count = digest.dated === 0 ? 'none' : String(digest.dated);
  return joinLines([
    `**Running ultimatums on ${longDay(digest.on, digest.zone)}: ${count} with a date**`,
    ...shown,
    more > 0 ? `and ${more} more` : null,
    alsoLine(digest),
  ]);
}

/** First shorter texts, then no threats, then fewer lines. */
function fittedDigest(digest: Digest): string {
  const wide = digestText(digest, MOST_LINES, { ...FULL, name: 50, text: 80 }, true);
  if (fits(wide)) return wide;
  const middle = digestText(digest, MOST_LINES, { ...FULL, name: 40, text: 40 }, true);
  if (fits(middle)) return middle;
  const narrow = { ...FULL, name: 30, text: 40 };
  let lines = MOST_LINES;
  while (lines > 1 && !fits(digestText(digest, lines, narrow, false))) lines -= 1;
  return digestText(digest, lines, narrow, false);
}

/** One silent message for everything that runs; null where nothing runs. */
export function digestPost(digest: Digest, marker: string): View | null {
  if (digest.dated + digest.undated === 0) return null;
  return {
    content: fittedDigest(digest),
    components: [row([publicButton('all', 'countdown', marker)])],
    silent: true,
  };
}

/** One that has passed, in one line. */
export function nudgeLine({ number, ultimatum }: Numbered): Line {
  const reading = ultimatum.versions.at(-1)?.reading;
  if (reading === undefined) return null;
  const who = parties(ultimatum, { ...FULL, name: 30 });
  return `${subjectOf(number)}: ${who}. It ended ${ending(reading, true)}, ${relative(shownEnd(reading))}`;
}

/** To curators, in their channel only: what passed and nobody has looked at. Nothing where there is none. */
export function nudgePost(waiting: readonly Numbered[], total: number, marker: string): View | null {
  if (waiting.length === 0) return null;
  const head = `**${counted(total, 'deadline')} passed and not yet reviewed**`;
  let lines: readonly string[] = waiting.slice(0, 5).flatMap((one) => nudgeLine(one) ?? []);
  const write = () =>
    joinLines([head, ...lines, total > lines.length ? `and ${total - lines.length} more` : null]);
  while (lines.length > 1 && !fits(write())) lines = lines.slice(0, -1);
  return { content: write(), components: [row([publicButton('review', 'review', marker)])] };
}
