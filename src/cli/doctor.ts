/** `doctor`: looks at everything the bot needs and says what is wrong and what to do. Changes nothing. */
import { statSync } from 'node:fs';
import { backupFolder, backupPath, databaseFile } from '../backup-files.js';
import { channelChecks } from '../channel-checkup.js';
import { backupCheck, discordChecks, zonesCheck } from '../checkup.js';
import { systemClock, wallNow } from '../clock.js';
import type { Config } from '../config.js';
import { MINUTE } from '../domain/durations.js';
import { localDate } from '../domain/when.js';
import { createScrub, passwordsIn } from '../logging/scrub.js';
import { StartError } from '../start-error.js';
import { databaseFault } from '../start-faults.js';
import { lookAtFile, lookAtFileRows, lookAtServerRows, type RowsLook } from '../store/look.js';
import { abandonedCopies } from '../store/unfinished.js';
import type { HostCheck } from '../wording/en/doctor.js';
import { english } from '../wording/index.js';
import { said, type Text } from '../wording/parts.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const words = english.cli.doctor;

/** Less free space than this, or than the database twice, is worth a look, bytes. */
const LEAST_FREE = 200_000_000;
const LATE_MS = 10 * MINUTE;

const textOfError = (error: unknown): Text => [said(error instanceof Error ? error.message : String(error))];

const lookTime = () => ({ now: systemClock.now(), wallNow: wallNow() });

function departedChecks([first, ...others]: RowsLook['departed']): readonly HostCheck[] {
  if (first === undefined) return [];
  return [words.departed(others.length + 1, localDate(first.erasedAt, 'UTC'))];
}

function rowChecks(rows: RowsLook): readonly HostCheck[] {
  const { pending, brokenSchedules, closedChannels, overdue, budgetAhead, departed } = rows;
  const late = overdue.since !== null && systemClock.now() - overdue.since > LATE_MS;
  return [
    words.migrations(pending),
    words.schedules(brokenSchedules),
    words.channels(closedChannels),
    words.backlog(overdue.count, late),
    words.requests(budgetAhead),
    ...departedChecks(departed),
  ];
}

function unfinishedChecks(file: string): readonly HostCheck[] {
  const { length } = abandonedCopies(backupPath(file, 'manual', wallNow()));
  return length === 0 ? [] : [words.unfinished(length, backupFolder(file))];
}

/** What the branch of the database found, and the channels that it posts in. */
interface DatabaseBranch {
  readonly checks: readonly HostCheck[];
  readonly inUse: RowsLook['inUse'];
}

const ending = (checks: readonly HostCheck[]): DatabaseBranch => ({ checks, inUse: [] });

async function fileChecks(file: string): Promise<DatabaseBranch> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return ending([words.none]);
  const { bytes, free, damage, brokenReference, missingTriggers } = await lookAtFile(file);
  const sound = [words.database(null), words.integrity(damage)];
  if (damage !== null) return ending(sound);
  const rows = await lookAtFileRows(file, lookTime());
  const checks = [
    ...sound,
    words.references(brokenReference),
    words.triggers(missingTriggers),
    words.space(bytes, free, free > Math.max(LEAST_FREE, 2 * bytes)),
    ...rowChecks(rows),
    backupCheck(file, true),
    ...unfinishedChecks(file),
  ];
  return { checks, inUse: rows.inUse };
}

/** The branch of the database; it ends where the database can't be opened or is damaged. */
async function databaseChecks({ databaseUrl, publicKey }: Config): Promise<DatabaseBranch> {
  const file = databaseFile(databaseUrl);
  try {
    if (file !== null) return await fileChecks(file);
    if (databaseUrl.startsWith('sqlite:')) return ending([words.inMemory]);
    const rows = await lookAtServerRows(databaseUrl, lookTime());
    if (rows === null) return ending([words.none]);
    const checks = [
      words.database(null),
      words.triggers(rows.missingTriggers, words.enableTriggers),
      words.sizeOnServer(rows.bytes),
      ...rowChecks(rows),
      ...(rows.shards === null ? [] : [words.shards(rows.shards, publicKey === null)]),
    ];
    return { checks, inUse: rows.inUse };
  } catch (error) {
    return ending([words.database([said(databaseFault(error, databaseUrl).message)])]);
  }
}

/** All checks in their order; without settings that can be read there is only the first. */
async function allChecks(): Promise<{
  readonly all: readonly HostCheck[];
  readonly secrets: readonly string[];
}> {
  let config: Config;
  try {
    config = settings();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { all: [words.settings(textOfError(error))], secrets: [] };
  }
  const { token, databaseUrl } = config;
  const [database, discord] = await Promise.all([databaseChecks(config), discordChecks(config)]);
  // Without a token that Discord takes it says nothing of channels.
  const isKnown = discord.some(({ check, level }) => check === 'token' && level === 'good');
  const channels = isKnown ? await channelChecks(config, database.inUse) : [];
  const secrets = [...(token === null ? [] : [token]), ...passwordsIn(databaseUrl)];
  return {
    all: [words.settings(null), ...database.checks, ...discord, ...channels, zonesCheck()],
    secrets,
  };
}

/** `doctor [--json]`: 0 where all is well, 1 where something deserves a look, 2 where something is wrong. */
export async function doctor(args: readonly string[]): Promise<number> {
  const { words: typed, json } = optionsOf(args, []);
  if (typed !== undefined) throw new Usage(english.cli.takesNothing('doctor', typed));
  const { all, secrets } = await allChecks();
  const shown = json
    ? JSON.stringify(all.map((one) => ({ ...one, seen: drawText(one.seen), todo: drawText(one.todo) })))
    : all.map((one) => drawText(words.line(one))).join('\n');
  process.stdout.write(`${visible(createScrub(secrets)(shown))}\n`);
  const levels = new Set(all.map(({ level }) => level));
  if (levels.has('bad')) return 2;
  return levels.has('look') ? 1 : 0;
}
