/** What the doctor says: each check with what was seen and what to do. */
import type { ShardsHeld } from '../../domain/shards.js';
import { code, command, said, type Part, type Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { size } from './backup.js';
import { hours, plural } from './plural.js';

type CheckLevel = 'good' | 'look' | 'bad';

/** One check: `todo` is empty where nothing has to be done. */
export interface HostCheck {
  readonly check: HostCheckName;
  readonly level: CheckLevel;
  readonly seen: Text;
  readonly todo: Text;
}

type HostCheckName = keyof typeof NAMES;

const NAMES = {
  configuration: t`Settings`,
  database: t`Database`,
  migrations: t`Upgrade`,
  integrity: t`Integrity`,
  references: t`References`,
  triggers: t`Append-only`,
  space: t`Space`,
  zones: t`Time zones`,
  schedules: t`Countdowns`,
  channels: t`Channels`,
  channel: t`Channel`,
  backlog: t`Due posts`,
  requests: t`Requests`,
  shards: t`Shards`,
  departed: t`Servers`,
  backup: t`Backups`,
  token: t`Token`,
  application: t`Application`,
  commands: t`Commands`,
  clock: t`Clock`,
};

const LEVELS: Readonly<Record<CheckLevel, Text>> = { good: t`ok`, look: t`look`, bad: t`wrong` };

/** A morning of many posts plans ahead no further than this, ms. */
const LONG_AHEAD_MS = 10_000;

const NOTHING: Text = [];
const good = (check: HostCheckName, seen: Text): HostCheck => ({ check, level: 'good', seen, todo: NOTHING });
const look = (check: HostCheckName, seen: Text, todo: Text): HostCheck => ({
  check,
  level: 'look',
  seen,
  todo,
});
const bad = (check: HostCheckName, seen: Text, todo: Text): HostCheck => ({
  check,
  level: 'bad',
  seen,
  todo,
});

const RESTORE = t`Stop the bot and restore a backup: ${code('npx ultimatum restore FILE --force')}.`;
const servers = (count: number): Text => plural(count, { one: t`1 server`, other: t`${count} servers` });
const isChannel = (part: Part) => part.kind === 'mention' && part.of === 'channel';
const LIST = t`See ${command('countdown list')}.`;
const LOG = t`See ${code('/countdown list')} on the server: it says why and what helps.`;

export const doctor = {
  line: ({ check, level, seen, todo }: HostCheck): Text =>
    t`${LEVELS[level]}: ${NAMES[check]}: ${seen}${todo.length === 0 ? NOTHING : t` ${todo}`}`,
  settings: (wrong: Text | null) =>
    wrong === null ? good('configuration', t`All can be read.`) : bad('configuration', wrong, NOTHING),
  local: look(
    'token',
    t`DISCORD_TOKEN is not set, so the bot runs on the local Discord.`,
    t`Set it to run on a server.`,
  ),
  database: (fault: Text | null) =>
    fault === null ? good('database', t`It opens.`) : bad('database', fault, NOTHING),
  none: look('database', t`There is no record yet.`, t`The first start makes one.`),
  inMemory: look('database', t`It is in memory and lost at every stop.`, t`Set DATABASE_URL to a file.`),
  migrations: (pending: number) =>
    pending === 0
      ? good('migrations', t`The tables are those of this release.`)
      : look(
          'migrations',
          t`${pending} steps of the upgrade have not run.`,
          t`Make a backup; the next start runs them.`,
        ),
  integrity: (damage: string | null) =>
    damage === null
      ? good('integrity', t`The pages are undamaged.`)
      : bad('integrity', t`The file is damaged (${said(damage)}).`, RESTORE),
  references: (broken: string | null) =>
    broken === null
      ? good('references', t`All lead somewhere.`)
      : bad('references', t`One leads nowhere (${said(broken)}).`, RESTORE),
  /** `todo`: that of a file, where it is not given. */
  triggers: (missing: readonly string[], todo = RESTORE) =>
    missing.length === 0
      ? good('triggers', t`The database refuses to change entries.`)
      : bad(
          'triggers',
          t`What keeps entries from being changed is missing (${said(missing.join(', '))}).`,
          todo,
        ),
  enableTriggers: t`Enable these triggers again, or restore a dump.`,
  space: (bytes: number, free: number, enough: boolean) => {
    const seen = t`The database has ${size(bytes)}, its disk ${size(free)} left.`;
    return enough ? good('space', seen) : look('space', seen, t`Free some space.`);
  },
  /** Of a database on a server, whose disk is not seen. */
  sizeOnServer: (bytes: number) => good('space', t`The database has ${size(bytes)}.`),
  zones: (node: string, system: string | null) =>
    system !== null && system > node
      ? look(
          'zones',
          t`Node has the time zones of ${said(node)}, this machine those of ${said(system)}.`,
          t`Update Node, so that changed rules count.`,
        )
      : good('zones', t`Those of ${said(node)}.`),
  schedules: (broken: number) =>
    broken === 0 ? good('schedules', t`All can run.`) : look('schedules', t`${broken} can't run.`, LOG),
  channels: (closed: number) =>
    closed === 0
      ? good('channels', t`The bot can post in all.`)
      : look('channels', t`In ${closed} nothing can be posted.`, LOG),
  backlog: (count: number, late: boolean) => {
    const seen = t`${count} wait.`;
    return late
      ? look('backlog', seen, t`Is the bot running? Ask its ${code('/health')}, or see the log.`)
      : good('backlog', seen);
  },
  /** Of one channel: why nothing can be posted there and what to do; null where something can. */
  channel: (channel: Text, trouble: Text | null) =>
    trouble === null ? good('channel', t`The bot can post in ${channel}.`) : bad('channel', trouble, NOTHING),
  /** A channel for somebody who is on none of the servers. */
  place: (channel: string, server: string): Text => t`${said(`#${channel}`)} of ${said(server)}`,
  /** What is wrong with a channel, by the name of it. */
  troubleIn: (channel: Text, trouble: Text): Text =>
    trouble.some(isChannel)
      ? trouble.flatMap((part) => (isChannel(part) ? channel : [part]))
      : t`${channel}: ${trouble}`,
  unknownPermissions: (channel: Text, came: Text) =>
    look('channel', t`Discord did not say what the bot may do in ${channel} (${came}).`, t`Try again later.`),
  noChannels: (came: Text) =>
    look('channel', t`Discord did not say where the bot may post (${came}).`, t`Try again later.`),
  notOnServer: (server: string) =>
    look(
      'channel',
      t`The bot is not on the server ${said(server)}, on which something is posted.`,
      t`Add it again; otherwise its rows are erased 30 days after it is noticed.`,
    ),
  onlySome: (count: number) =>
    good(
      'channel',
      t`No more than ${count} were looked at; ${command('settings check')} on a server looks at its own.`,
    ),
  nothingPosted: look(
    'channel',
    t`Nothing is posted anywhere.`,
    t`Choose a channel with ${command('setup')}.`,
  ),
  moreChannels: (count: number) => look('channel', t`${count} more were not looked at.`, LIST),
  waiting: (count: number, late: boolean) => {
    const seen = t`${count} wait.`;
    return late
      ? look('backlog', seen, t`See ${command('countdown log')}: it says why.`)
      : good('backlog', seen);
  },
  /** `ahead`: for how long the budget of requests is given away already, ms. */
  requests: (ahead: number) =>
    ahead <= LONG_AHEAD_MS
      ? good('requests', t`Nothing holds them up.`)
      : look(
          'requests',
          t`The bot asks nothing of Discord for another ${Math.ceil(ahead / 1000)} s.`,
          t`Discord asked for that, or the clock was ahead: see the log.`,
        ),
  /** `isNeeded`: Discord does not send interactions over HTTP. */
  shards: ({ processes, count, held }: ShardsHeld, isNeeded: boolean) => {
    if (processes === 0) {
      const seen = t`No process has a connection for events.`;
      return isNeeded ? look('shards', seen, t`Start one with the role gateway.`) : good('shards', seen);
    }
    const who = plural(processes, { one: t`1 process holds`, other: t`${processes} processes hold` });
    if (held >= count) return good('shards', t`${who} all ${count} shards.`);
    return look(
      'shards',
      t`${who} ${held} of ${count} shards.`,
      t`Another takes the others within 15 seconds; if none does, see the logs.`,
    );
  },
  departed: (count: number, first: string) =>
    look(
      'departed',
      t`The bot was removed from ${servers(count)} that it still keeps rows of; the first is erased after ${said(first)}.`,
      t`To keep them, add the bot again.`,
    ),
  /** `folder` null: it is not named. */
  backup: (ageHours: number | null, folder: string | null, old: boolean) => {
    const where = folder === null ? NOTHING : t` in ${said(folder)}`;
    const seen =
      ageHours === null ? t`There is none${where}.` : t`The newest${where} is ${hours(ageHours)} old.`;
    return old
      ? look('backup', seen, t`Run ${code('npx ultimatum backup')}, or set BACKUP_EVERY.`)
      : good('backup', seen);
  },
  unfinished: (count: number, folder: string) =>
    look(
      'backup',
      t`${plural(count, { one: t`1 unfinished file was`, other: t`${count} unfinished files were` })} left in ${said(folder)} by a backup that was killed.`,
      t`The next backup deletes what was left: run ${code('npx ultimatum backup')}.`,
    ),
  token: (application: string) => good('token', t`Discord takes it, for application ${said(application)}.`),
  /** `unneeded`: names of the privileged intents that are on; `closed`: Discord asks for a code before it adds the bot. */
  application: (unneeded: readonly string[], closed: boolean, link: string) => {
    const on = t`Privileged intents that the bot does not use are on: ${said(unneeded.join(', '))}.`;
    if (closed)
      return bad(
        'application',
        t`It requires an OAuth2 code grant, so nobody can add the bot.`,
        t`Turn "Requires OAuth2 Code Grant" off under Bot in the developer portal.`,
      );
    if (unneeded.length > 0)
      return look('application', on, t`Turn them off under Bot in the developer portal.`);
    return good('application', t`It can be added by ${said(link)}.`);
  },
  noToken: (fault: Text) => bad('token', fault, NOTHING),
  commands: (same: boolean) =>
    same
      ? good('commands', t`Discord has them all.`)
      : look('commands', t`Discord has others than this release.`, t`Run ${code('npx ultimatum register')}.`),
  unknownCommands: (came: Text) =>
    look('commands', t`Discord did not list them (${came}).`, t`Try again later.`),
  clock: (seconds: number, wrong: boolean) => {
    const seen = t`It is ${Math.abs(seconds)} s ${textOf(seconds < 0 ? 'behind' : 'ahead of')} Discord's.`;
    return wrong ? bad('clock', seen, t`Set this machine's clock by NTP.`) : good('clock', seen);
  },
};
