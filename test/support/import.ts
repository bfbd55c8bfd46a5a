/** Takes a file into a store, and the record out of it again, as the doors do. */
import { allUltimatums } from '../../src/codec/record/parts.js';
import { piecesOf, recordWriter, type RecordOptions } from '../../src/codec/record/writer.js';
import type { Mapping } from '../../src/drafting/import/columns.js';
import { planImport, stagedOf, type ImportPlan } from '../../src/drafting/import/plan.js';
import type { Store } from '../../src/store/port/index.js';

const NO_MAPPING: Mapping = { columns: {}, fixed: {}, codes: {} };

export interface Imported {
  readonly guild: string;
  readonly text: string;
  readonly now: number;
  readonly mapping?: Mapping;
  readonly zone?: string;
}

/** What would come of a file. */
export async function planOf(
  store: Store,
  { guild, text, now, mapping = NO_MAPPING, zone = 'America/New_York' }: Imported,
): Promise<ImportPlan> {
  const plan = await planImport(
    { guild, text, mapping },
    {
      reader: { now, zone, locale: 'en-GB', by: 'importer', issuer: (name) => name },
      existing: allUltimatums((after) => store.wholeRecord(guild, after)),
      imported: (id) => store.importedNumbers(guild, id),
      progress: () => undefined,
    },
  );
  if (plan.kind !== 'plan') throw new Error(JSON.stringify(plan));
  return plan;
}

/** Reads a file and records what is new in it. */
export async function importInto(store: Store, file: Imported): Promise<ImportPlan> {
  const { guild, now } = file;
  const plan = await planOf(store, file);
  const { id, server } = plan;
  await store.stageImport({ guild, id, now, server, ultimatums: stagedOf(plan) });
  const begun = await store.beginImport(guild, id, now);
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  await store.runImport(guild, id, () => undefined);
  return plan;
}

/** The whole record as JSON, with what the server has set up. */
export async function exportOf(store: Store, guild: string, exported: number): Promise<string> {
  const server = await store.serverSetup(guild);
  const options: RecordOptions = { format: 'json', exported, server, headlineWords: () => '' };
  const chunks: Uint8Array[] = [];
  const writer = recordWriter(options, null, (chunk) => chunks.push(chunk));
  for await (const one of allUltimatums((after) => store.wholeRecord(guild, after)))
    writer.add(piecesOf(one, options));
  writer.end();
  return Buffer.concat(chunks).toString();
}
