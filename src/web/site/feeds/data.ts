/** The record as data: its entries and what follows from them, without anything about the people who made it. */
import type { ExportedUltimatum } from '../../../codec/record/exported.js';
import { recordText, type RecordFormat } from '../../../codec/record/writer.js';
import type { Entry } from '../../../domain/entry.js';
import type { Numbered } from '../../../wording/about.js';
import { headlineText } from '../../../wording/headline.js';
import { plainText } from '../../../wording/plain-text.js';
import type { ServerContext } from '../context.js';
import { partOf, type FeedScope } from '../model/feed.js';

/** Whoever recorded it is a curator, and where it was seen in Discord is nobody's business outside. */
function withoutPeople(entry: Entry): Entry {
  const statements = entry.statements.map((statement) => ({ ...statement, seenIn: null }));
  return { ...entry, by: entry.by === null ? null : 'curator', statements };
}

/** A file, and the number after which the next one goes on; null for the last. */
export interface WrittenFile {
  readonly body: string;
  readonly next: number | null;
}

const exported = ({ number, ultimatum }: Numbered): ExportedUltimatum => ({
  number,
  entries: ultimatum.entries.map(withoutPeople),
});

/**
 * The data of a scope as a file, of a long record the part before the number `past`; null where there is nothing. It is
 * dated by the last change, not by the reading.
 */
export async function dataOf(
  context: ServerContext,
  scope: FeedScope,
  { format, past }: { readonly format: Exclude<RecordFormat, 'csv'>; readonly past: number | undefined },
): Promise<WrittenFile | null> {
  const part = await partOf(context, scope, past);
  if (part === null) return null;
  const ultimatums = part.found.toSorted((a, b) => a.number - b.number).map(exported);
  const body = recordText(ultimatums, {
    format,
    exported: context.page.changed,
    server: null,
    headlineWords: ({ headline }) => plainText(headlineText(context.words, headline)),
  });
  return { body, next: part.next };
}
