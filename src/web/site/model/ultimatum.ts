/** Loads what the page of an ultimatum shows, as it is now or as it was known on a day. */
import { asKnownInWorld, asRecorded } from '../../../domain/as-of.js';
import { foldOrNull } from '../../../domain/fold.js';
import { localTime } from '../../../domain/zone.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { incomingFrom, type IncomingLink } from '../../../domain/outgoing.js';
import type { About } from '../../../wording/about.js';
import type { AsOf } from '../../../wording/show.js';
import type { ServerContext } from '../context.js';
import { publicAuthors } from './people.js';

/** An ultimatum as a page shows it. */
export interface UltimatumModel {
  readonly about: About;
  readonly asOf: AsOf | null;
  /** The day it is shown as of, `YYYY-MM-DD`; null for today. */
  readonly at: string | null;
}

/** A day as it is written in an address; null for anything else. */
export function dayIn(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? null : text;
}

/** The last instant of a local day, ms UTC. */
export function endOf(day: string, zone: string): RecordInstant {
  const middle = localTime(Date.parse(`${day}T12:00:00Z`), zone);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return middle.set({ year, month, day: date }).endOf('day').toMillis();
}

/** The links of visible ultimatums to this one, as they hold today (rules 30). */
async function incomingLinks(
  { store, page: { guild } }: ServerContext,
  number: number,
): Promise<readonly IncomingLink[]> {
  const others = await store.shownEntries(guild, await store.linkingTo(guild, number));
  return others.flatMap(({ number: from, entries }) => incomingFrom(from, foldOrNull(entries), number));
}

/** PostgreSQL's largest integer: what is asked for beyond it exists nowhere. */
const LARGEST = 2_147_483_647;

/** `U-12` as a number; null for what is none. */
export function numberIn(id: string | undefined): number | null {
  const [, digits] = /^U-([1-9]\d{0,9})$/.exec(id ?? '') ?? [];
  const number = Number(digits);
  return digits === undefined || number > LARGEST ? null : number;
}

/**
 * An ultimatum of a server; of a hidden one its tombstone. Null where there is none, where it cannot be read, or where
 * nothing of it had been stated by the day `at`.
 */
export async function loadUltimatum(
  context: ServerContext,
  number: number,
  at: string | null,
): Promise<UltimatumModel | null> {
  const { store, page, now } = context;
  const [shown] = await store.shownEntries(page.guild, [number]);
  const present = shown === undefined ? null : foldOrNull(shown.entries);
  if (shown === undefined || present === null) return null;
  const people = await publicAuthors(context, shown.entries);
  if (at === null || present.hidden !== null) {
    const incoming = await incomingLinks(context, number);
    return { about: { number, ultimatum: present, people, now, incoming }, asOf: null, at: null };
  }
  const instant = endOf(at, present.zone);
  const world = asKnownInWorld(shown.entries, instant);
  if (world === null) return null;
  const then = Math.min(now, instant);
  const asOf = { instant: then, recorded: asRecorded(shown.entries, instant) };
  return { about: { number, ultimatum: world, people, now: then }, asOf, at };
}
