/** `erase-server`: deletes everything about one server, for a host who is asked to. */
import { existsSync } from 'node:fs';
import { databaseFile } from '../backup-files.js';
import { openDatabase } from '../database.js';
import { isSnowflake } from '../discord/snowflake.js';
import { StartError } from '../start-error.js';
import type { ErasedServer, Store } from '../store/port/index.js';
import { english } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { refusalText } from '../wording/refusal.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';

const words = english.cli.erase;

const NOT_DONE = 1;

async function erase(store: Store, guild: string): Promise<ErasedServer> {
  const erased = await store.eraseServer(guild);
  if (!erased.ok) throw new StartError(refusalText(english, erased.refusal), NOT_DONE);
  await store.rewriteFile();
  return erased.value;
}

/** What is said, and whether anything was erased. */
async function outcome(
  store: Store,
  guild: string,
  isSure: boolean,
): Promise<{ readonly erased: ErasedServer | null; readonly text: Text }> {
  if (!(await store.servers()).includes(guild)) return { erased: null, text: words.unknown(guild) };
  if (!isSure) return { erased: null, text: words.ask(guild, (await store.nextNumber(guild)) - 1) };
  const erased = await erase(store, guild);
  return { erased, text: words.done(guild, erased) };
}

/** `erase-server ID [--yes] [--json]`: 0 where the server was erased, else 1. The bot has to be stopped. */
export async function eraseServer(args: readonly string[]): Promise<number> {
  const { words: guild, json, flags } = optionsOf(args, [], ['yes']);
  if (guild === undefined || !isSnowflake(guild)) throw new Usage(words.noServer);
  const { databaseUrl } = settings();
  const file = databaseFile(databaseUrl);
  if (file !== null && !existsSync(file)) throw new StartError(words.unknown(guild), NOT_DONE);
  const store = await openDatabase(
    databaseUrl,
    () => undefined,
    () => undefined,
  );
  try {
    const { erased, text } = await outcome(store, guild, flags.has('yes'));
    const lines = [text, ...(erased === null ? [] : [file === null ? words.postgres : words.backups])];
    const said = json ? JSON.stringify({ guild, erased }) : lines.map(drawText).join('\n');
    process.stdout.write(`${said}\n`);
    return erased === null ? NOT_DONE : 0;
  } finally {
    await store.close();
  }
}
