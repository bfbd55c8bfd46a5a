import type { Entry } from '../../domain/entry.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import type { Person } from '../../store/port/index.js';
import type { TextBudget } from './text-budget.js';
import type { Cited } from './sources.js';
import { listed, safe } from './text.js';

/** What every post about one ultimatum is made of. */
export interface About {
  /** U-12 is 12. */
  readonly number: number;
  readonly ultimatum: Ultimatum;
  /** By person key. */
  readonly people: ReadonlyMap<string, Person>;
  /** The record's time, ms UTC. */
  readonly now: number;
}

/** An {@link About} that is posted: the marker is the delivery's nonce and stands in every button. */
export interface Posted extends About {
  readonly marker: string;
}

export function subjectOf(number: number): string {
  return `U-${number}`;
}

/** The names of the targets; where they are too many for the room, two and how many more. */
export function targetsText(targets: readonly string[], room: TextBudget): string {
  const shown = targets.length > room.targets ? targets.slice(0, 2) : targets;
  const names = shown.map((name) => safe(name, room.name));
  const more = targets.length - shown.length;
  return more === 0 ? listed(names) : listed([...names, `${more} more`]);
}

/** `Donald Trump to Russia`. */
export function parties(
  { issuer, targets }: { readonly issuer: string; readonly targets: readonly string[] },
  room: TextBudget,
): string {
  return `${safe(issuer, room.name)} to ${targetsText(targets, room)}`;
}

/** `Ana, curator`. Who was forgotten has no name; the clock is nobody. */
export function byWhom(by: string | null, people: ReadonlyMap<string, Person>, room: TextBudget): string {
  if (by === null) return 'the clock';
  const person = people.get(by);
  if (person === undefined) return 'somebody no longer on record';
  return `${safe(person.name, room.name)}, ${person.curator ? 'curator' : 'member'}`;
}

export function entryOf(ultimatum: Ultimatum, seq: number): Entry | null {
  return ultimatum.entries.find((entry) => entry.seq === seq) ?? null;
}

/** What stands behind an entry, corrections applied. */
export function statementsOf(ultimatum: Ultimatum, seq: number): readonly Cited[] {
  return ultimatum.statements.filter((statement) => statement.entry === seq);
}

/** The deadline that an entry set, and the one before it. */
export function versionSetBy(ultimatum: Ultimatum, seq: number): Version | null {
  return ultimatum.versions.find((version) => version.entry === seq) ?? null;
}

export function versionNumbered(ultimatum: Ultimatum, number: number): Version | null {
  return ultimatum.versions.find((version) => version.number === number) ?? null;
}

/** The instant whose year goes without saying in a post about it: that of the last deadline, else of its recording. */
export function yearOf({ versions, recorded }: Ultimatum): number {
  return versions.at(-1)?.reading.earliest ?? recorded;
}

export function demandLine({ demand }: Ultimatum, room: TextBudget): string {
  return `Demand: ${safe(demand, room.text)}`;
}

export function threatLine({ threat }: Ultimatum, room: TextBudget): string {
  return `Otherwise: ${threat === null ? 'nothing was said' : safe(threat, room.text)}`;
}
