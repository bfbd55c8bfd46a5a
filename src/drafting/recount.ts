/** Deadlines that were counted from another one, which a correction changes: their dates may be others now (rules 32). */
import type { Context } from '../discord/command.js';
import type { Entry } from '../domain/entry.js';
import { foldOrNull } from '../domain/fold.js';
import { isDated, type DatedReading } from '../domain/reading.js';
import type { Ultimatum, Version } from '../domain/ultimatum.js';
import { datesOf } from './dates-of-words.js';
import { deadlineBefore } from './in-force.js';

/** An entry whose words come to another date than the one on record. */
export interface Recount {
  readonly entry: number;
  readonly was: DatedReading;
  readonly now: DatedReading;
}

const isSame = (a: DatedReading | null, b: DatedReading | null) =>
  a?.earliest === b?.earliest && a?.latest === b?.latest && a?.bound === b?.bound;

/** What the words of a deadline can mean, by the deadlines that stood before it. */
function readingsOf({ reading, stated, entry }: Version, ultimatum: Ultimatum, context: Context) {
  const zone = { zone: reading.zone, from: reading.zoneFrom };
  const inForce = deadlineBefore(ultimatum, stated, entry);
  return { inForce, dates: datesOf(reading.words, stated, zone, inForce, context) };
}

function recountOf(version: Version, before: Ultimatum, after: Ultimatum, context: Context): Recount | null {
  const { entry, reading: was } = version;
  const unchanged = before.versions.some((one) => one.entry === entry && isSame(one.reading, was));
  if (!unchanged) return null;
  const then = readingsOf(version, before, context);
  const today = readingsOf(version, after, context);
  if (isSame(then.inForce, today.inForce) || then.dates.length !== today.dates.length) return null;
  const now = today.dates[then.dates.findIndex((reading) => isDated(reading) && isSame(reading, was))];
  return now === undefined || !isDated(now) || isSame(now, was) ? null : { entry, was, now };
}

/** The first entry that comes to another date by what changed between two histories; null where none does. */
export function firstRecount(
  before: readonly Entry[],
  after: readonly Entry[],
  context: Context,
): Recount | null {
  const [then, now] = [foldOrNull(before), foldOrNull(after)];
  if (then === null || now === null) return null;
  const recounts = now.versions.map((version) => recountOf(version, then, now, context));
  return recounts.find((recount) => recount !== null) ?? null;
}
