/** What would come of a file that somebody sent in a form: fetched, read, compared, and kept aside for one press. */
import type { Context, SentFile } from '../../discord/command.js';
import type { FileFault } from '../../domain/import-fault.js';
import { columnsTyped } from './columns.js';
import type { ShownImport } from './plan.js';
import { onReadingThread } from './reading-thread.js';

/** A file of 10,000 ultimatums with their history has about half of it. */
const MAX_BYTES = 10 * 1024 * 1024;

const READABLE = /\.(json|csv|tsv|txt)$/i;

/**
 * Reads the file and stages what is new in it; nothing is on record yet. `columns` as people type them. What a server had
 * set up is left out: a file names channels, and only a host can vouch for them.
 */
export async function dryRun(
  file: SentFile,
  columns: string,
  context: Context,
): Promise<ShownImport | FileFault> {
  const { guild, now, imports, people, server, settings, whole } = context;
  const typed = columnsTyped(columns);
  if (typed === null) return { kind: 'wrong-columns', given: columns };
  const { name } = file;
  if (!READABLE.test(name)) return { kind: 'wrong-type', name };
  const fetched = await context.fetchFile(file, MAX_BYTES);
  if (fetched.kind !== 'file') return fetched;
  const { zone, language: locale } = settings;
  const reader = { now, zone, locale, by: await context.person(), issuers: await server.issuers() };
  const mapping = { columns: typed, fixed: {}, codes: {} };
  return onReadingThread({ name, bytes: fetched.bytes, guild, mapping, reader }, async (thread) => {
    const read = await thread.plan({
      next: whole.next,
      imported: (id) => imports.importedNumbers(id),
      people: async (keys) => [...(await people.byKeys(keys)).keys()],
    });
    if (read.kind !== 'plan') return read;
    const plan = { ...read, server: null };
    await imports.stageImport({ guild, id: plan.id, now, server: null, ultimatums: thread.rows() });
    return plan;
  });
}
