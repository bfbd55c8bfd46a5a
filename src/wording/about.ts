/** What is said about one ultimatum, and by whose names. */
import { replay } from '../domain/corrections.js';
import type { CitedStatement, Ultimatum, Version } from '../domain/ultimatum.js';
import type { Entry } from '../domain/entry.js';
import type { IncomingLink } from '../domain/outgoing.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import type { TextBudget } from './text-budget.js';
import type { RecordInstant } from '../domain/instant.js';

/** A comma and a space. */
const BETWEEN_NAMES = 2;

/** Who made an entry. */
export interface Author {
  readonly name: string;
  readonly curator: boolean;
}

/** What every text about one ultimatum is made of. */
export interface About {
  /** U-12 is 12. */
  readonly number: number;
  readonly ultimatum: Ultimatum;
  /** By person key. */
  readonly people: ReadonlyMap<string, Author>;
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
  /** The links of other ultimatums to this one, where they are shown. */
  readonly incoming?: readonly IncomingLink[];
  /** What a member is about to propose: nobody has recorded or accepted it yet. */
  readonly proposed?: boolean;
}

/** An ultimatum with its number. */
export interface Numbered {
  readonly number: number;
  readonly ultimatum: Ultimatum;
}

/** As many names as the budget holds, one at least. */
function namesWithin(names: readonly string[], budget: TextBudget): readonly string[] {
  let length = 0;
  return names.filter((name, index) => {
    length += Math.min(name.length, budget.name) + BETWEEN_NAMES;
    return index === 0 || length - BETWEEN_NAMES <= budget.names;
  });
}

/** Whether every name is shown within the budget. */
export function allNamed(names: readonly string[], budget: TextBudget): boolean {
  return namesWithin(names, budget).length === names.length;
}

/** The names of the targets; where they are too many for the budget, as many as it holds and how many more. */
export function targetsText({ lists, names }: Words, targets: readonly string[], budget: TextBudget): Text {
  const shown = namesWithin(targets, budget);
  const texts = shown.map((name): Text => [typed(name, budget.name)]);
  const more = targets.length - shown.length;
  if (more === 0) return lists.and(texts);
  return lists.and([...texts, budget.details ? names.othersInDetails(more) : names.others(more)]);
}

/** The names of the issuers; those of joint issuers as a list, with how many more where they are too many. */
export function issuersText(words: Words, issuers: readonly string[], budget: TextBudget): Text {
  return targetsText(words, issuers, budget);
}

/** `Donald Trump to Russia`. */
export function partiesText(
  words: Words,
  { issuers, targets }: Pick<Ultimatum, 'issuers' | 'targets'>,
  budget: TextBudget,
): Text {
  return words.names.parties(issuersText(words, issuers, budget), targetsText(words, targets, budget));
}

/** `Ana, curator`; null is the clock. Whoever was forgotten has no name. */
export function authorText(
  { names }: Words,
  by: string | null,
  people: About['people'],
  budget: TextBudget,
): Text {
  if (by === null) return names.clock;
  const author = people.get(by);
  if (author === undefined) return names.forgotten;
  const name = typed(author.name, budget.name);
  return author.curator ? names.curator(name) : names.member(name);
}

/** Who recorded an entry, or who proposes it, with the day where `on` says it. */
export function recordedText(
  words: Words,
  { people, proposed = false }: Pick<About, 'people' | 'proposed'>,
  by: string | null,
  budget: TextBudget,
  on: (author: Text) => Text = words.posts.recordedBy,
): Text {
  const author = authorText(words, by, people, budget);
  return proposed ? words.posts.proposedBy(author) : on(author);
}

/** An entry as it was made, before corrections. */
export function entryOf(ultimatum: Ultimatum, seq: number): Entry | null {
  return ultimatum.entries.find((entry) => entry.seq === seq) ?? null;
}

/** The entry as corrected; null where a correction took it out. */
export function effectiveEntry(ultimatum: Ultimatum, seq: number): Entry | null {
  return replay(ultimatum.entries).find((entry) => entry.seq === seq) ?? null;
}

/** What stands behind an entry, corrections applied. */
export function statementsOf(ultimatum: Ultimatum, seq: number): readonly CitedStatement[] {
  return ultimatum.statements.filter((statement) => statement.entry === seq);
}

/** The deadline that an entry set. */
export function versionSetBy(ultimatum: Ultimatum, seq: number): Version | null {
  return ultimatum.versions.find((version) => version.entry === seq) ?? null;
}

/** The instant whose year goes without saying: that of the last deadline, else of the recording. */
export function yearOf({ versions, recorded }: Ultimatum): number {
  return versions.at(-1)?.reading.earliest ?? recorded;
}

/** The zones in which days of an ultimatum are shown. */
export function zonesOf({ zone, versions }: Ultimatum): readonly string[] {
  return [zone, ...versions.map(({ reading }) => reading.zone)];
}

/** The demand with its label, cut to the budget. */
export function demandText({ posts }: Words, { demand }: Ultimatum, budget: TextBudget): Text {
  return posts.demand(typed(demand, budget.text));
}

/** The threat with its label, cut to `max` characters; a text of its own where there is none. */
export function threatText({ posts }: Words, threat: string | null, max: number): Text {
  return threat === null ? posts.noThreat : posts.threat(typed(threat, max));
}
