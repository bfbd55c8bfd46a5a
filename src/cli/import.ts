/** `import`: takes the rows of a file into the record of a server, for whoever hosts the bot. */
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { systemClock } from '../clock.js';
import { allUltimatums } from '../codec/record/parts.js';
import { openDatabase } from '../database.js';
import { isSnowflake } from '../discord/snowflake.js';
import { columnsTyped, readMapping, type Mapping } from '../drafting/import/columns.js';
import { issuerNames } from '../drafting/import/issuer-names.js';
import { planImport, shownOf, stagedOf, type ImportPlan, type ShownImport } from '../drafting/import/plan.js';
import { reportFile } from '../drafting/import/report.js';
import { textIn } from '../drafting/import/text.js';
import { StartError } from '../start-error.js';
import type { Store } from '../store/port/index.js';
import { faultLines, fileFaultText, planLines } from '../wording/imports.js';
import { english } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { refusalText } from '../wording/refusal.js';
import { drawLine, drawText } from './draw.js';
import { optionsOf, type Options } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const words = english.cli.transfer;

const NOT_DONE = 1;
/** The key of nobody: who hosts the bot is no member. */
const HOST = 'host';

const print = (text: string) => void process.stdout.write(`${visible(text)}\n`);

interface ImportJob {
  readonly guild: string;
  readonly text: string;
  readonly mapping: Mapping;
}

/** Works on a file that was named. @throws StartError with its name and the reason */
function withFile<T>(path: string, fault: (path: string, reason: string) => Text, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new StartError(fault(path, reason), NOT_DONE, { cause: error });
  }
}

function read(path: string): string {
  const text = textIn(withFile(path, words.notRead, () => readFileSync(path)));
  if (text !== null) return text;
  throw new StartError(fileFaultText(english, { kind: 'wrong-type', name: path }), NOT_DONE);
}

interface Report {
  readonly path: string;
  readonly file: number;
}

/** Opened before anything else: an import that can't be reported on is not begun. */
const openReport = (path: string): Report => ({
  path,
  file: withFile(path, words.notWritten, () => openSync(path, 'w', 0o600)),
});

function mappingOf({ texts }: Options): Mapping {
  const { map, columns: typed } = texts;
  const mapping = map === undefined ? { columns: {}, fixed: {}, codes: {} } : readMapping(read(map));
  if (mapping === null) throw new Usage(words.wrongMap(map ?? ''));
  const columns = columnsTyped(typed ?? '');
  if (columns === null) throw new Usage(words.wrongColumns(typed ?? ''));
  return { ...mapping, columns: { ...mapping.columns, ...columns } };
}

/** How far it is, in one line of a terminal; nothing elsewhere. */
function progressBar(label: string): (done: number, of: number) => void {
  let shown = -1;
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
    if (!process.stderr.isTTY || percent === shown) return;
    shown = percent;
    const filled = '#'.repeat(percent / 5).padEnd(20, '.');
    process.stderr.write(`\r${label} [${filled}] ${done}/${of}${percent === 100 ? '\n' : ''}`);
  };
}

async function planned(store: Store, { guild, text, mapping }: ImportJob): Promise<ImportPlan> {
  const { zone, language: locale } = await store.settings(guild);
  const plan = await planImport(
    { guild, text, mapping },
    {
      reader: {
        now: systemClock.now(),
        zone,
        locale,
        by: HOST,
        issuer: issuerNames(await store.issuers(guild)),
      },
      existing: allUltimatums((after) => store.wholeRecord(guild, after)),
      imported: (id) => store.importedNumbers(guild, id),
      progress: progressBar(words.reading),
    },
  );
  if (plan.kind === 'plan') return plan;
  const fault = fileFaultText(english, plan);
  // Its help says how columns are named here.
  if (plan.kind === 'no-columns' || plan.kind === 'unknown-columns') throw new Usage(fault);
  throw new StartError(fault, NOT_DONE);
}

async function record(store: Store, guild: string, { id, fresh }: ShownImport): Promise<void> {
  const now = systemClock.now();
  const begun = await store.beginImport(guild, id, now);
  if (!begun.ok) throw new StartError(refusalText(english, begun.refusal), NOT_DONE);
  const bar = progressBar(words.recording);
  await store.runImport(guild, id, (recorded) => bar(recorded, fresh.length));
}

/** Whether the plan is to be recorded, and whether that was asked for and something stands against it. */
function decided({ fresh, faults }: ShownImport, { flags }: Options) {
  const stopped = faults.length > 0 && !flags.has('keep-going');
  return { stopped, isRun: !flags.has('dry-run') && !stopped && fresh.length > 0 };
}

/** Keeps aside what is to be recorded. What is returned holds it no more: it would take memory to the end. */
async function staged(store: Store, job: ImportJob, options: Options): Promise<ShownImport> {
  const plan = await planned(store, job);
  const { id, server } = plan;
  const { guild } = job;
  if (decided(plan, options).isRun)
    await store.stageImport({ guild, id, now: systemClock.now(), server, ultimatums: stagedOf(plan) });
  return shownOf(plan);
}

/** Says what would come of the file, and records it where that was asked for and nothing stands against it. */
async function carriedOut(
  store: Store,
  job: ImportJob,
  options: Options,
  report: Report | null,
): Promise<number> {
  const { json } = options;
  const plan = await staged(store, job, options);
  const { fresh, there, faults, columns } = plan;
  if (report !== null)
    withFile(report.path, words.notWritten, () => writeFileSync(report.file, reportFile(english, plan)));
  const { stopped, isRun } = decided(plan, options);
  if (isRun) await record(store, job.guild, plan);
  const counts = { new: fresh.length, there: there.length, refused: faults.length };
  if (json) print(JSON.stringify({ ...counts, imported: isRun ? fresh.length : 0, columns, faults }));
  else {
    for (const line of [...planLines(english, plan), ...faultLines(english, plan)]) print(drawLine(line));
    if (isRun) print(drawText(english.imports.done(fresh.length)));
    else if (stopped) print(drawText(words.stopped));
  }
  return stopped ? NOT_DONE : 0;
}

/**
 * `import FILE --server ID [--dry-run] [--keep-going] [--columns "deadline = Frist"] [--map FILE] [--report FILE]
 * [--json]`. With SQLite the bot has to be stopped.
 */
export async function importRecord(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ['server', 'columns', 'map', 'report'], ['dry-run', 'keep-going']);
  const { server: guild } = options.texts;
  if (options.words === undefined) throw new Usage(words.noFile);
  if (guild === undefined || !isSnowflake(guild)) throw new Usage(words.noServer);
  const job = { guild, text: read(options.words), mapping: mappingOf(options) };
  const { report: path } = options.texts;
  const report = path === undefined ? null : openReport(path);
  const nothing = () => undefined;
  const store = await openDatabase(settings().databaseUrl, nothing, nothing, { shared: true });
  try {
    return await carriedOut(store, job, options, report);
  } finally {
    await store.close();
    if (report !== null) closeSync(report.file);
  }
}
