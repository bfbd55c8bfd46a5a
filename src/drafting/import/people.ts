/** People in a record that comes from a file: no file says of somebody here what they did not do here. */
import { createHash } from 'node:crypto';
import { parseEntries } from '../../codec/record/entries.js';
import type { ExportedUltimatum } from '../../codec/record/exported.js';
import type { Entry } from '../../domain/entry.js';
import type { ImportPlan } from './plan.js';

export interface KnownPeople {
  readonly guild: string;
  /** Those of the keys that lead to somebody. */
  readonly people: (keys: readonly string[]) => Promise<readonly string[]>;
  /** What is on record, what is hidden included. */
  readonly existing: AsyncIterable<ExportedUltimatum>;
}

/** Keys in one question to the database. */
const ASKED_AT_ONCE = 500;

const entriesIn = (json: string): readonly Entry[] => parseEntries(JSON.parse(json));
const authorsIn = (entries: readonly Entry[]) => entries.flatMap(({ by }) => by ?? []);

/** Always the same key for one person and server, which leads to nobody. */
const nobodyFor = (guild: string, key: string) =>
  createHash('sha256')
    .update(JSON.stringify([guild, key]))
    .digest('base64url')
    .slice(0, 22);

function authorsOf({ fresh }: ImportPlan): readonly string[] {
  const authors = new Set<string>();
  for (const { entries } of fresh)
    for (const by of entries === null ? [] : authorsIn(entriesIn(entries))) authors.add(by);
  return [...authors];
}

/** Those of the keys that lead to somebody, and must not: of another server, or of people who did nothing here. */
async function strangersOf(plan: ImportPlan, { guild, people, existing }: KnownPeople) {
  const authors = authorsOf(plan);
  const strangers = new Set<string>();
  for (let at = 0; at < authors.length; at += ASKED_AT_ONCE)
    for (const key of await people(authors.slice(at, at + ASKED_AT_ONCE))) strangers.add(key);
  if (strangers.size === 0 || plan.from !== guild) return strangers;
  for await (const { entries } of existing) for (const by of authorsIn(entries)) strangers.delete(by);
  return strangers;
}

/**
 * The plan of a record, without the keys that lead to people who have done nothing in this server; in a record of another
 * server, without those that lead to anybody. The entries then are by a key that leads to nobody.
 */
export async function withoutStrangers(plan: ImportPlan, known: KnownPeople): Promise<ImportPlan> {
  if (plan.columns !== null) return plan;
  const strangers = await strangersOf(plan, known);
  if (strangers.size === 0) return plan;
  const byNobody = (entry: Entry): Entry =>
    entry.by !== null && strangers.has(entry.by) ? { ...entry, by: nobodyFor(known.guild, entry.by) } : entry;
  const fresh = plan.fresh.map(({ entries, ...row }) => ({
    ...row,
    entries: entries === null ? null : JSON.stringify(entriesIn(entries).map(byNobody)),
  }));
  return { ...plan, fresh };
}
