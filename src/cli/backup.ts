/** `backup` and `restore`: copies the record into a file while the bot runs, and puts such a file in its place. */
import { backupPath, databaseFile, stampOf } from '../backup-files.js';
import { wallNow } from '../clock.js';
import { StartError } from '../start-error.js';
import { backUp } from '../store/backup.js';
import { BackupFaultError } from '../store/backup-fault.js';
import { restore as restoreFile } from '../store/restore.js';
import { english } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import type { BackupFault } from '../domain/backup.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const words = english.cli.backup;

/** Whether starting again may help is not the question here: every fault ends with this code. */
const FAILED = 1;

interface Verb {
  readonly json: boolean;
  readonly fault: (fault: BackupFault) => Text;
}

const print = (text: string) => void process.stdout.write(`${visible(text)}\n`);

/** The file of DATABASE_URL. @throws StartError where that is no file: PostgreSQL has programs of its own */
function fileOf(other: Text): string {
  const { databaseUrl } = settings();
  const file = databaseFile(databaseUrl);
  if (file !== null) return file;
  throw new StartError(databaseUrl.startsWith('sqlite:') ? words.inMemory : other, FAILED);
}

/** Does the work and says what came of it, in words or as JSON. */
async function reported<T>(
  { json, fault }: Verb,
  work: () => Promise<T>,
  inWords: (done: T) => readonly Text[],
): Promise<number> {
  try {
    const done = await work();
    print(json ? JSON.stringify(done) : inWords(done).map(drawText).join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof BackupFaultError)) throw error;
    const reason = drawText(fault(error.fault));
    if (!json) throw new StartError(reason, FAILED, { cause: error });
    print(JSON.stringify({ fault: error.fault, reason }));
    return FAILED;
  }
}

const isoOf = (newest: number | null) => (newest === null ? null : new Date(newest).toISOString());

/** `backup [FILE] [--json]`: makes and checks a backup, and says what is in it. The bot may be running. */
export async function backup(args: readonly string[]): Promise<number> {
  const { words: file, json } = optionsOf(args, []);
  const from = fileOf(words.postgresBackup);
  const to = file ?? backupPath(from, 'manual', wallNow());
  return reported(
    { json, fault: words.backupFault },
    async () => {
      const made = await backUp(from, to);
      return { ...made, newest: isoOf(made.newest) };
    },
    words.made,
  );
}

/** `restore FILE [--force] [--json]`: puts a backup in the place of the database, and says what is in it. */
export async function restore(args: readonly string[]): Promise<number> {
  const { words: file, json, flags } = optionsOf(args, [], ['force']);
  if (file === undefined) throw new Usage(words.noFile);
  const to = fileOf(words.postgresRestore);
  return reported(
    { json, fault: words.restoreFault },
    async () => {
      const restored = await restoreFile(file, to, { force: flags.has('force'), stamp: stampOf(wallNow()) });
      return { ...restored, newest: isoOf(restored.newest) };
    },
    words.restored,
  );
}
