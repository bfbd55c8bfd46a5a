/** `export`: the whole record of one server as a file, for whoever hosts the bot. */
import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import { systemClock } from '../clock.js';
import { allUltimatums } from '../codec/record/parts.js';
import {
  piecesOf,
  recordWriter,
  TABLE_NAMES,
  type RecordFormat,
  type RecordOptions,
} from '../codec/record/writer.js';
import { isSnowflake } from '../discord/snowflake.js';
import { StartError } from '../start-error.js';
import type { Store } from '../store/port/index.js';
import { english } from '../wording/index.js';
import { headlineText } from '../wording/headline.js';
import { plainText } from '../wording/plain-text.js';
import { besideTheBot } from './beside.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const words = english.cli.transfer;

const NOT_DONE = 1;
const FORMATS: readonly RecordFormat[] = ['json', 'csv', ...TABLE_NAMES];

/** The format as given, else by how the name of the file ends. */
function formatOf(given: string | undefined, path: string): RecordFormat {
  const typed = given ?? (/\.(?:csv|zip)$/i.test(path) ? 'csv' : 'json');
  const format = FORMATS.find((known) => known === typed);
  if (format === undefined) throw new Usage(words.wrongFormat(typed));
  return format;
}

interface ExportJob {
  readonly guild: string;
  readonly format: RecordFormat;
}

/** Writes the record no faster than the disk takes it; how many ultimatums it holds. */
async function written(store: Store, { guild, format }: ExportJob, file: WriteStream): Promise<number> {
  const options: RecordOptions = {
    format,
    exported: systemClock.now(),
    server: format === 'json' ? await store.serverSetup(guild) : null,
    headlineWords: ({ headline }) => plainText(headlineText(english, headline)),
  };
  const writer = recordWriter(options, null, (chunk) => file.write(chunk));
  let count = 0;
  for await (const one of allUltimatums((after) => store.wholeRecord(guild, after))) {
    writer.add(piecesOf(one, options));
    count += 1;
    if (file.writableNeedDrain) await once(file, 'drain');
  }
  writer.end();
  file.end();
  await once(file, 'finish');
  return count;
}

/** Into a file beside it first, which then takes its name. */
async function writtenTo(store: Store, job: ExportJob, path: string): Promise<number | null> {
  if (!(await store.servers()).includes(job.guild)) return null;
  const part = `${path}.part`;
  const file = createWriteStream(part, { mode: 0o600 });
  try {
    await once(file, 'open');
    const count = await written(store, job, file);
    renameSync(part, path);
    return count;
  } catch (error) {
    file.destroy();
    rmSync(part, { force: true });
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === undefined) throw error;
    throw new StartError(words.notWritten(path, reason), NOT_DONE, { cause: error });
  }
}

/** `export --server ID --out FILE [--format json|csv|TABLE] [--json]`. The bot may be running. */
export async function exportRecord(args: readonly string[]): Promise<number> {
  const { json, texts } = optionsOf(args, ['server', 'out', 'format']);
  const { server: guild, out } = texts;
  if (guild === undefined || !isSnowflake(guild)) throw new Usage(words.noServer);
  if (out === undefined) throw new Usage(words.noOut);
  const job = { guild, format: formatOf(texts['format'], out) };
  if (existsSync(out)) throw new StartError(words.exists(out), NOT_DONE);
  const count = await besideTheBot(settings().databaseUrl, (store) => writtenTo(store, job, out));
  if (count === null) throw new StartError(words.unknown(guild), NOT_DONE);
  const said = json ? JSON.stringify({ ...job, ultimatums: count }) : drawText(words.exported(count, out));
  process.stdout.write(`${visible(said)}\n`);
  return 0;
}
