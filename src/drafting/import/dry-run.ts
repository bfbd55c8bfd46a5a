/** What would come of a file that somebody sent in a form: fetched, read, compared, and kept aside for one press. */
import { allUltimatums } from '../../codec/record/parts.js';
import type { Context, SentFile } from '../../discord/command.js';
import type { FileFault } from '../../domain/import-fault.js';
import { columnsTyped } from './columns.js';
import { issuerNames } from './issuer-names.js';
import { paced } from './pace.js';
import { withoutStrangers } from './people.js';
import { planImport, stagedOf, type ImportPlan } from './plan.js';

/** A file of 10,000 ultimatums with their history has about half of it. */
const MAX_BYTES = 10 * 1024 * 1024;

const READABLE = /\.(json|csv|tsv|txt)$/i;

/** UTF-8 without what no text holds; null where it is none. */
function textIn(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

async function textOf(file: SentFile, context: Context): Promise<string | FileFault> {
  const wrongType = { kind: 'wrong-type', name: file.name } as const;
  if (!READABLE.test(file.name)) return wrongType;
  const fetched = await context.fetchFile(file, MAX_BYTES);
  return fetched.kind === 'file' ? (textIn(fetched.bytes) ?? wrongType) : fetched;
}

/**
 * Reads the file and stages what is new in it; nothing is on record yet. `columns` as people type them. What a server had
 * set up is left out: a file names channels, and only a host can vouch for them.
 */
export async function dryRun(
  file: SentFile,
  columns: string,
  context: Context,
): Promise<ImportPlan | FileFault> {
  const { guild, now, imports, people, server, settings, whole } = context;
  const typed = columnsTyped(columns);
  if (typed === null) return { kind: 'wrong-columns', given: columns };
  const text = await textOf(file, context);
  if (typeof text !== 'string') return text;
  const { zone, language: locale } = settings;
  const issuer = issuerNames(await server.issuers());
  const existing = () => allUltimatums(whole.next);
  const read = await planImport(
    { guild, text, mapping: { columns: typed, fixed: {}, codes: {} } },
    {
      reader: { now, zone, locale, by: await context.person(), issuer },
      existing: existing(),
      imported: (id) => imports.importedNumbers(id),
      progress: paced(),
    },
  );
  if (read.kind !== 'plan') return read;
  const known = { guild, people: people.byKeys, existing: existing() };
  const plan = { ...(await withoutStrangers(read, known)), server: null };
  await imports.stageImport({ guild, id: plan.id, now, server: null, ultimatums: stagedOf(plan) });
  return plan;
}
