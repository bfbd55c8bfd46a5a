/** What `doctor` and `/settings check` find out about an installation: Discord's answers, the newest backup, the time zones. */
import { existsSync, readFileSync } from 'node:fs';
import { ApplicationFlags, Routes } from 'discord.js';
import { z } from 'zod';
import { handlers } from '../commands/index.js';
import { backupFolder, backupsOf, databaseFile } from './backup-files.js';
import { systemClock, wallNow } from './clock.js';
import type { Config } from './config.js';
import { declaration } from './discord/declaration.js';
import { isRegistered } from './discord/registered.js';
import { DAY, HOUR } from './domain/durations.js';
import { msBetween } from './domain/instant.js';
import { hostOf, whatCame } from './opening.js';
import { isAlone } from './store/index.js';
import type { GaugeStore } from './store/port/index.js';
import type { HostCheck } from './wording/en/doctor.js';
import { english } from './wording/index.js';
import type { Text } from './wording/parts.js';

const words = english.cli.doctor;

const OLD_BACKUP_MS = 2 * DAY;
const ANSWER_MS = 10_000;
/** Discord's clock is given in whole seconds, and the answer takes its time. */
const SKEW_MS = 5000;
const ZONES_OF_SYSTEM = '/usr/share/zoneinfo/tzdata.zi';

/** Whether this machine has newer time zones than Node. */
export function zonesCheck(): HostCheck {
  const system = existsSync(ZONES_OF_SYSTEM)
    ? /^# version (\S+)/.exec(readFileSync(ZONES_OF_SYSTEM, 'utf8').slice(0, 100))?.[1]
    : undefined;
  return words.zones(process.versions['tz'] ?? '', system ?? null);
}

/** How old the newest backup of a database file is; the folder is named only to the host. */
export function backupCheck(file: string, isHost: boolean): HostCheck {
  const newest = backupsOf(file).at(-1);
  const age = newest === undefined ? null : msBetween(newest.at, wallNow());
  const old = age === null || age > OLD_BACKUP_MS;
  return words.backup(age === null ? null : Math.floor(age / HOUR), isHost ? backupFolder(file) : null, old);
}

function clockChecks(date: string | null): readonly HostCheck[] {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) return [];
  const skew = systemClock.now() - at;
  return [words.clock(Math.round(skew / 1000), Math.abs(skew) > SKEW_MS)];
}

const APPLICATION = z.looseObject({
  id: z.string(),
  flags: z.number().default(0),
  bot_require_code_grant: z.boolean().default(false),
});

/** Privileged intents, by the flags of an application that has them: all servers, or fewer than a hundred. */
const PRIVILEGED = [
  ['presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['server members', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['message content', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
] as const;

/** View Channels, Send Messages and Read Message History, as in README.md. */
const PERMISSIONS = '68608';

/** What the developer portal says of the application: intents that are not needed, and how it is added. */
function applicationCheck({
  id,
  flags,
  bot_require_code_grant: closed,
}: z.infer<typeof APPLICATION>): HostCheck {
  const unneeded = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  const query = new URLSearchParams({
    client_id: id,
    scope: 'bot applications.commands',
    permissions: PERMISSIONS,
  });
  return words.application(unneeded, closed, `https://discord.com/oauth2/authorize?${query.toString()}`);
}

/** Asks Discord about token, application, clock and commands. The branch ends where Discord does not take the token. */
export async function discordChecks({
  token,
  apiUrl,
}: Pick<Config, 'token' | 'apiUrl'>): Promise<readonly HostCheck[]> {
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
    const application = APPLICATION.parse(await answer.json());
    const { id } = application;
    const held = await ask(`${Routes.applicationCommands(id)}?with_localizations=true`);
    const commands = held.ok
      ? words.commands(
          isRegistered(declaration(handlers, english), z.array(z.unknown()).parse(await held.json())),
        )
      : words.unknownCommands(instead.status(held.status));
    const date = answer.headers.get('date');
    return [words.token(id), applicationCheck(application), ...clockChecks(date), commands];
  } catch (error) {
    return [away(whatCame(error))];
  }
}

/** What holds up requests, and on a database for several processes who has the shards. */
async function processChecks(
  { databaseUrl, httpInteractions = false }: Installation,
  store: GaugeStore,
): Promise<readonly HostCheck[]> {
  const requests = words.requests(await store.budgetAhead(wallNow()));
  if (isAlone(databaseUrl)) return [requests];
  return [requests, words.shards(await store.shardsHeld(wallNow()), !httpInteractions)];
}

type Installation = Pick<Config, 'token' | 'apiUrl' | 'databaseUrl'> & {
  readonly httpInteractions?: boolean;
};

/** What managers of a server may know of the installation: no path and no address. */
export async function installationChecks(
  config: Installation,
  store: GaugeStore,
): Promise<readonly HostCheck[]> {
  const file = databaseFile(config.databaseUrl);
  const backup = file === null ? [] : [backupCheck(file, false)];
  const branches = await Promise.all([processChecks(config, store), discordChecks(config)]);
  return [...branches.flat(), ...backup, zonesCheck()];
}
