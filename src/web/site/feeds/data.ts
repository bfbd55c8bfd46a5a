/** The record as data: its entries and what follows from them, without anything about the people who made it. */
import { recordAsCsv, recordAsJson, type ExportedUltimatum } from '../../../codec/record/files.js';
import type { Entry } from '../../../domain/entry.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import { ultimatumsOf, type FeedScope } from '../model/feed.js';

/** Whoever recorded it is a curator, and where it was seen in Discord is nobody's business outside. */
function withoutPeople(entry: Entry): Entry {
  const statements = entry.statements.map((statement) => ({ ...statement, seenIn: null }));
  return { ...entry, by: entry.by === null ? null : 'curator', statements };
}

const exported = ({ number, ultimatum }: Numbered): ExportedUltimatum => ({
  number,
  entries: ultimatum.entries.map(withoutPeople),
});

/** The data of a scope as a file; null where there is nothing. It is dated by the last change, not by the reading. */
export async function dataOf(
  context: ServerContext,
  scope: FeedScope,
  format: 'json' | 'csv',
): Promise<string | null> {
  const found = await ultimatumsOf(context, scope);
  if (found === null) return null;
  const ultimatums = found.toSorted((a, b) => a.number - b.number).map(exported);
  return format === 'csv' ? recordAsCsv(ultimatums) : recordAsJson(ultimatums, context.page.changed);
}
