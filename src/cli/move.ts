/** `migrate-store`: copies the record of one database into another, and compares the two. */
import { resolve } from 'node:path';
import type { MoveFault, Moved, MoveProgress } from '../domain/move.js';
import { databaseFault, isOfDatabase } from '../start-faults.js';
import { StartError } from '../start-error.js';
import { BackupFaultError } from '../store/backup-fault.js';
import { DatabaseFaultError } from '../store/database-fault.js';
import { isConnectionLost } from '../store/errors.js';
import { MoveFaultError } from '../store/move/fault.js';
import { moveRecord } from '../store/move/index.js';
import { openSource } from '../store/move/open.js';
import { openEngine } from '../store/opened.js';
import { english } from '../wording/index.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const words = english.cli.move;

const NOT_DONE = 1;
/** A line of progress at most so often, ms. */
const SHOWN_EVERY_MS = 1000;

const DATABASE = /^(?:sqlite:(?!:memory:).+|postgres(?:ql)?:\/\/.+)$/;

function urlOf(option: string, url: string | undefined): string {
  if (url === undefined) throw new Usage(words.missing(option));
  if (!DATABASE.test(url)) throw new Usage(words.notADatabase(option));
  return url;
}

/** The same for two ways to write one place. */
const placeOf = (url: string) => (url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : url);

/** Says on the standard error how far it is: each table's end, and once a second in between. */
function progressLines(): (progress: MoveProgress) => void {
  let shown = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (progress.rows < progress.of && now - shown < SHOWN_EVERY_MS) return;
    shown = now;
    process.stderr.write(`${visible(words.progress(progress))}\n`);
  };
}

/** The code of an expected fault; null for any other error. */
function faultOf(error: unknown): MoveFault | null {
  const isKnown =
    error instanceof MoveFaultError ||
    error instanceof BackupFaultError ||
    error instanceof DatabaseFaultError;
  return isKnown ? error.fault : null;
}

/** What fails in a database by itself, said of the one at `url`. */
async function at<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error) === null ? databaseFault(error, url) : error;
  }
}

/** Another process took a database while the connection to it was lost. */
function lost(fault: MoveFault): never {
  process.stderr.write(`${drawText(words.interrupted(drawText(words.fault(fault))))}\n`);
  process.exit(NOT_DONE);
}

/** A database that failed in the middle. */
function interrupted(error: unknown, url: string): unknown {
  const isOfOne = isOfDatabase(error) || (error instanceof Error && isConnectionLost(error));
  if (!isOfOne) return error;
  const { message } = databaseFault(error, url);
  return new StartError(words.interrupted(message), NOT_DONE, { cause: error });
}

async function moved(from: string, to: string): Promise<Moved> {
  const options = { fatal: lost };
  const ignored = () => undefined;
  const source = await at(from, () => openSource(from, ignored, options));
  try {
    const target = await at(to, () => openEngine(to, ignored, options));
    try {
      return await moveRecord(source, target, progressLines());
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** `migrate-store --from URL --to URL [--json]`. Bots are kept from both databases meanwhile. */
export async function migrateStore(args: readonly string[]): Promise<number> {
  const { json, texts } = optionsOf(args, ['from', 'to']);
  const [from, to] = [urlOf('--from', texts['from']), urlOf('--to', texts['to'])];
  if (placeOf(from) === placeOf(to)) throw new Usage(words.same);
  const print = (text: string) => void process.stdout.write(`${visible(text)}\n`);
  try {
    const done = await moved(from, to);
    print(json ? JSON.stringify(done) : words.done(done).map(drawText).join('\n'));
    return 0;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw interrupted(error, to);
    const reason = drawText(words.fault(fault));
    if (!json) throw new StartError(reason, NOT_DONE, { cause: error });
    print(JSON.stringify({ fault, reason }));
    return NOT_DONE;
  }
}
