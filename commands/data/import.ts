/** `/data import`: a form takes a file, a dry run shows what would come of it, and one press imports it. */
import { z } from 'zod';
import {
  expired,
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Form,
  type Press,
  type Reply,
  type SentFile,
  type View,
} from '../../src/discord/command.js';
import { drawLines, drawText } from '../../src/discord/draw.js';
import { flowButton, row, type Button } from '../../src/discord/views/buttons.js';
import { dryRun } from '../../src/drafting/import/dry-run.js';
import { paced } from '../../src/drafting/import/pace.js';
import type { ShownImport } from '../../src/drafting/import/plan.js';
import { reportFile } from '../../src/drafting/import/report.js';
import { needsManager } from '../../src/drafting/rights.js';
import { fileFaultText, planLines } from '../../src/wording/imports.js';
import { plain, type Text } from '../../src/wording/parts.js';
import type { Words } from '../../src/wording/index.js';

const FLOW = 'import';
const FILE = 'file';
const COLUMNS = 'columns';
const LONGEST_COLUMNS = 1000;
/** Discord takes files of 10 MiB from a bot; a little is left for the form around the file. */
const LARGEST_REPORT = 10 * 1024 * 1024 - 8192;

const stateSchema = z.object({
  /** What was sent; null before. */
  file: z.object({ name: z.string(), size: z.number(), url: z.string() }).nullable(),
  /** As they were typed, or guessed. */
  columns: z.string(),
  /** What was staged; null where nothing can be imported. */
  staged: z.object({ id: z.string(), count: z.number() }).nullable(),
});
type ImportState = z.output<typeof stateSchema>;

const NOTHING: ImportState = { file: null, columns: '', staged: null };

function importForm({ imports: { door } }: Words, key: string, { file, columns }: ImportState): Form {
  const upload = { id: FILE, label: door.file, picks: 'file', required: true } as const;
  const typed = {
    id: COLUMNS,
    label: door.columns,
    description: door.columnsHelp,
    value: columns,
    required: false,
    long: true,
    maxLength: LONGEST_COLUMNS,
  } as const;
  return { key, action: 'read', title: door.title, fields: file === null ? [upload, typed] : [typed] };
}

const closed = (sentence: Text): View => ({ content: drawText(sentence), components: [] });

/** The columns as they can be typed: those that are guessed wrong are set right in the same text. */
function columnsOf({ columns }: ShownImport, typed: string): string {
  const pairs = (columns ?? []).flatMap(({ field, headers }) =>
    headers.length === 1 && !/[=;\n]/.test(headers[0] ?? '') ? [`${field} = ${headers[0] ?? ''}`] : [],
  );
  const all = pairs.join('; ');
  return all.length <= LONGEST_COLUMNS ? all : typed;
}

/** What would come of a file, with the report of its rows. */
export function planView(words: Words, plan: ShownImport, buttons: readonly Button[]): View {
  const { door } = words.imports;
  const report = reportFile(words, plan);
  const fits = Buffer.byteLength(report) <= LARGEST_REPORT;
  const lines = [
    ...planLines(words, plan),
    ...(plan.faults.length > 0 ? [plain(door.partly)] : []),
    plain(fits ? door.report : door.noReport),
    plain(door.nothingYet),
  ];
  return {
    content: drawLines(lines),
    components: [row(buttons)],
    ...(fits ? { file: { name: 'import-report.csv', content: report } } : {}),
  };
}

/** Keeps what was read under a new key, so that an older screen imports nothing else than what it shows. */
async function kept(press: Press<unknown>, state: ImportState, context: Context): Promise<string> {
  const done = { kind: 'replaced', because: 'changed' } as const;
  return context.keep(FLOW, state, { replaces: { press: press.key, done } });
}

/** Shows what would come of the file; the screen from which the columns were set right goes. */
async function read(
  press: Press<unknown>,
  before: ImportState,
  file: SentFile,
  context: Context,
): Promise<Reply> {
  const { words } = context;
  const { door } = words.imports;
  const columns = press.fields[COLUMNS] ?? '';
  const kind = before.file === null ? 'message' : 'update';
  const plan = await dryRun(file, columns, context);
  const setColumns = (key: string) => flowButton(key, 'columns', door.setColumns);
  const cancel = (key: string) => flowButton(key, 'cancel', door.cancel);
  if (plan.kind !== 'plan') {
    const content = drawText(fileFaultText(words, plan));
    const named = ['no-columns', 'unknown-columns', 'wrong-columns', 'own-table'].includes(plan.kind);
    if (!named) return { kind, view: { content, components: [] } };
    const key = await kept(press, { file, columns, staged: null }, context);
    return { kind, view: { content, components: [row([setColumns(key), cancel(key)])] } };
  }
  const { id, fresh, faults } = plan;
  const staged = fresh.length === 0 ? null : { id, count: fresh.length };
  const key = await kept(press, { file, columns: columnsOf(plan, columns), staged }, context);
  const label = faults.length === 0 ? door.import : door.importGood;
  const buttons = [
    ...(staged === null ? [] : [flowButton(key, 'import', label, { first: faults.length === 0 })]),
    ...(plan.columns === null ? [] : [setColumns(key)]),
    cancel(key),
  ];
  return { kind, view: planView(words, plan, buttons) };
}

/** From here on nothing can stop it: after a kill the next start goes on. */
async function importNow(
  { key: press }: Press<unknown>,
  { staged }: ImportState,
  { imports, now, words }: Context,
): Promise<Reply> {
  if (staged === null) return expired;
  const { id, count } = staged;
  // Somebody else may be reading the very same file at this moment.
  const progress = await imports.importProgress(id);
  if (progress?.status === 'staged' && progress.total !== count) return expired;
  const begun = await imports.beginImport(id, now, { press, done: () => ({ kind: 'imported', count }) });
  if (!begun.ok) return refuse(begun.refusal);
  await imports.runImport(id, paced());
  return { kind: 'update', view: closed(words.imports.done(count)) };
}

export const dataImportFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    const state = stateSchema.safeParse(press.state).data;
    if (refusal !== null) return refuse(refusal);
    if (state === undefined) return expired;
    const { words, people } = context;
    const file = state.file ?? press.files?.[FILE];
    if (press.action === 'import') return importNow(press, state, context);
    if (press.action === 'columns') return { kind: 'form', form: importForm(words, press.key, state) };
    if (press.action === 'read' && file !== undefined) return read(press, state, file, context);
    await people.finishPending(press.key, { kind: 'cancelled' });
    return { kind: 'update', view: closed(words.imports.door.cancelled) };
  },
};

export const dataImport = slash({
  path: ['data', 'import'],
  description: ({ imports }) => imports.door.description,
  manager: true,
  options: {},
  async run(_, context) {
    const key = await context.keep(FLOW, NOTHING);
    return { kind: 'form', form: importForm(context.words, key, NOTHING) };
  },
});
