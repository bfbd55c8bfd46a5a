/** `doctor`: looks at everything the bot needs and says what is wrong and what to do. Changes nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Routes } from 'discord.js';
import { z } from 'zod';
import { handlers } from '../../commands/index.js';
import { backupFolder, backupsOf, databaseFile } from '../backup-files.js';
import { systemClock, wallNow } from '../clock.js';
import type { Config } from '../config.js';
import { declaration } from '../discord/declaration.js';
import { isRegistered } from '../discord/registered.js';
import { DAY, HOUR, MINUTE } from '../domain/durations.js';
import { msBetween } from '../domain/instant.js';
import { createScrub, passwordsIn } from '../logging/scrub.js';
import { hostOf, whatCame } from '../opening.js';
import { StartError } from '../start-error.js';
import { databaseFault } from '../start-faults.js';
import { lookAtFile, lookAtFileRows, lookAtServerRows, type RowsLook } from '../store/look.js';
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
const OLD_BACKUP_MS = 2 * DAY;
const ANSWER_MS = 10_000;
/** Discord's clock is given in whole seconds, and the answer takes its time. */
const SKEW_MS = 5000;
const ZONES_OF_SYSTEM = '/usr/share/zoneinfo/tzdata.zi';

const textOfError = (error: unknown): Text => [said(error instanceof Error ? error.message : String(error))];

function zones(): HostCheck {
  const system = existsSync(ZONES_OF_SYSTEM)
    ? /^# version (\S+)/.exec(readFileSync(ZONES_OF_SYSTEM, 'utf8').slice(0, 100))?.[1]
    : undefined;
  return words.zones(process.versions['tz'] ?? '', system ?? null);
}

function rowChecks({ pending, brokenSchedules, closedChannels, overdue }: RowsLook): readonly HostCheck[] {
  const late = overdue.since !== null && systemClock.now() - overdue.since > LATE_MS;
  return [
    words.migrations(pending),
    words.schedules(brokenSchedules),
    words.channels(closedChannels),
    words.backlog(overdue.count, late),
  ];
}

function backupCheck(file: string): HostCheck {
  const newest = backupsOf(file).at(-1);
  const age = newest === undefined ? null : msBetween(newest.at, wallNow());
  const old = age === null || age > OLD_BACKUP_MS;
  return words.backup(age === null ? null : Math.floor(age / HOUR), backupFolder(file), old);
}

async function fileChecks(file: string): Promise<readonly HostCheck[]> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return [words.none];
  const { bytes, free, damage, brokenReference, missingTriggers } = await lookAtFile(file);
  const sound = [words.database(null), words.integrity(damage)];
  if (damage !== null) return sound;
  return [
    ...sound,
    words.references(brokenReference),
    words.triggers(missingTriggers),
    words.space(bytes, free, free > Math.max(LEAST_FREE, 2 * bytes)),
    ...rowChecks(await lookAtFileRows(file, systemClock.now())),
    backupCheck(file),
  ];
}

/** The branch of the database; it ends where the database can't be opened or is damaged. */
async function databaseChecks({ databaseUrl }: Config): Promise<readonly HostCheck[]> {
  const file = databaseFile(databaseUrl);
  try {
    if (file !== null) return await fileChecks(file);
    if (databaseUrl.startsWith('sqlite:')) return [words.inMemory];
    const rows = await lookAtServerRows(databaseUrl, systemClock.now());
    return rows === null ? [words.none] : [words.database(null), ...rowChecks(rows)];
  } catch (error) {
    return [words.database([said(databaseFault(error, databaseUrl).message)])];
  }
}

/** The branch of Discord; it ends where Discord does not take the token. */
async function discordChecks({ token, apiUrl }: Config): Promise<readonly HostCheck[]> {
  if (token === null) return [words.local];
  const { wrongToken, unreachable, instead } = english.operator.discord;
  const ask = (route: string) =>
    fetch(`${apiUrl}/v10${route}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  const away = (came: Text) => words.noToken(unreachable(hostOf(apiUrl), came));
  try {
    const answer = await ask(Routes.currentApplication());
    if (answer.status === 401) return [words.noToken(wrongToken)];
    if (!answer.ok) return [away(instead.status(answer.status))];
    const { id } = z.looseObject({ id: z.string() }).parse(await answer.json());
    const at = Date.parse(answer.headers.get('date') ?? '');
    const skew = Number.isNaN(at) ? null : systemClock.now() - at;
    const clock = skew === null ? [] : [words.clock(Math.round(skew / 1000), Math.abs(skew) > SKEW_MS)];
    const held = await ask(`${Routes.applicationCommands(id)}?with_localizations=true`);
    const commands = held.ok
      ? words.commands(
          isRegistered(declaration(handlers, english), z.array(z.unknown()).parse(await held.json())),
        )
      : words.unknownCommands(instead.status(held.status));
    return [words.token(id), ...clock, commands];
  } catch (error) {
    return [away(whatCame(error))];
  }
}

/** All checks in their order; without settings that can be read there is only the first. */
async function checks(): Promise<{
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
  const branches = await Promise.all([databaseChecks(config), discordChecks(config)]);
  const secrets = [...(token === null ? [] : [token]), ...passwordsIn(databaseUrl)];
  return { all: [words.settings(null), ...branches.flat(), zones()], secrets };
}

/** `doctor [--json]`: 0 where all is well, 1 where something deserves a look, 2 where something is wrong. */
export async function doctor(args: readonly string[]): Promise<number> {
  const { words: typed, json } = optionsOf(args, []);
  if (typed !== undefined) throw new Usage(english.cli.takesNothing('doctor', typed));
  const { all, secrets } = await checks();
  const shown = json
    ? JSON.stringify(all.map((one) => ({ ...one, seen: drawText(one.seen), todo: drawText(one.todo) })))
    : all.map((one) => drawText(words.line(one))).join('\n');
  process.stdout.write(`${visible(createScrub(secrets)(shown))}\n`);
  const levels = new Set(all.map(({ level }) => level));
  if (levels.has('bad')) return 2;
  return levels.has('look') ? 1 : 0;
}
