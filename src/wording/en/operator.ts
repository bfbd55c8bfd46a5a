/** What the operator reads: wrong settings, failed starts, and the problems that /health names. */
import { said, type Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { store } from './store.js';

/** Settings with one form each; whole numbers have theirs below. */
const settings = {
  DISCORD_TOKEN: t`DISCORD_TOKEN must be the bot token alone, without spaces or quotation marks. Copy it again from the Bot page of your application.`,
  DISCORD_API_URL: t`DISCORD_API_URL must be an address that starts with http:// or https://.`,
  DATABASE_URL: t`DATABASE_URL must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.`,
  DATABASE_POOL: t`DATABASE_POOL must be a whole number from 2 to 999.`,
  LOG_LEVEL: t`LOG_LEVEL must be trace, debug, info, warn, error or silent.`,
  HOST: t`HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
  PUBLIC_URL: t`PUBLIC_URL must be the address of the public pages, such as https://record.example.com.`,
  PICTURE_FONT: t`PICTURE_FONT must be the path of a font file (.ttf, .otf or .ttc).`,
  BACKUP_EVERY: t`BACKUP_EVERY must be a length of time such as 12h or 1d, for a SQLite database. PostgreSQL has pg_dump: see docs/hosting.md.`,
  BACKUP_KEEP: t`BACKUP_KEEP must be a whole number from 1 to 9999.`,
  DISCORD_PUBLIC_KEY: t`DISCORD_PUBLIC_KEY must be the public key from the General Information page of your application, 64 hexadecimal digits. A process that serves the web needs PORT with it.`,
  SHARDS: t`SHARDS must be auto or a whole number from 1 to 9999.`,
  ROLES: t`ROLES must be all, or some of gateway, worker and web, separated by commas. With a SQLite database it must include worker, and web alone needs PORT.`,
  CLOCK: t`CLOCK must be system or file:PATH.`,
  wholeNumber: (name: string, most: number) =>
    t`${said(name)} must be a whole number from 0 to ${most}. See .env.example.`,
};

/** Why the server of DATABASE_URL can't be used; each goes on from its name. */
const postgres = {
  address: t`has an address that can't be read. Write it like postgres://USER:PASSWORD@HOST:5432/NAME.`,
  credentials: t`refuses the user or the password. Check both. Special characters are written like %40.`,
  missing: t`does not exist on that server. Create it, or correct the name.`,
  rights: t`does not let this user create tables. Grant the right, or use another user.`,
  certificate: t`has a certificate that this machine does not trust.`,
  unreachable: t`cannot be reached or refuses connections. Check that the server is running, and its host and port.`,
  other: (reason: string) => t`cannot be used: ${said(reason)}`,
};

const database = {
  file: (path: string) => t`file ${said(path)}`,
  server: (address: string) => t`database at ${said(address)}`,
  fault: (name: Text, fault: Text) => t`DATABASE_URL: the ${name} ${fault}`,
  postgres,
};

const CLOCK_FORM = t`It must hold one line: ISO-INSTANT xRATE @REAL-ISO-INSTANT.`;

const clock = {
  unreadable: (path: string, reason: string | null) =>
    t`CLOCK is file:${said(path)}, but that file cannot be read${because(reason)}. ${CLOCK_FORM} Or set CLOCK=system.`,
  noTime: (path: string) =>
    t`CLOCK is file:${said(path)}, but that file does not contain a time. ${CLOCK_FORM}`,
};

const listening = {
  portTaken: (port: string, setting: string) =>
    t`Port ${said(port)} is taken, perhaps by another npm start. Stop that one, or set ${textOf(setting)}=0 to use any free port.`,
  portForbidden: (port: string, setting: string) =>
    t`This user may not open port ${said(port)}. Set ${textOf(setting)} to a number from 1024 to 65535.`,
  hostElsewhere: (host: string) =>
    t`HOST is ${said(host)}, which is not an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for all of its addresses.`,
};

/** What came instead of an answer from Discord. */
const instead = {
  foreign: t`the answer is not from Discord`,
  status: (status: number) => t`HTTP status ${status}`,
  code: (reason: string) => t`${said(reason)}`,
  late: t`no answer in time`,
  nothing: t`no usable answer`,
};

const discord = {
  instead,
  wrongToken: t`Discord does not accept the token. Check DISCORD_TOKEN: copy it again from the Bot page of your application.`,
  tokenRevoked: t`Discord no longer accepts the token. Check DISCORD_TOKEN.`,
  unreachable: (host: string, came: Text) =>
    t`Discord cannot be reached at ${said(host)} (${came}). Check the network and DISCORD_API_URL.`,
  unregistered: (came: Text) => t`Discord did not register the commands (${came}). The log says why.`,
};

const health = {
  uncaught: 'An unexpected error occurred within the last ten minutes. See the log.',
  silent: 'A part of the bot does not answer.',
  broken: 'A part of the bot could not report its state.',
};

/** Answers of the port for health and metrics; each ends its line itself. */
const web = {
  onlyGet: 'Only GET and HEAD are supported.',
  badPath: 'That is not a path.',
  unknownPath: 'There is only /health and /metrics here.',
  failed: 'Something went wrong. See the log.',
  badRequest: 'That is not an HTTP request.',
  badSignature: 'The signature is not valid.',
  tooLarge: 'That is too large.',
};

function because(reason: string | null): Text {
  return reason === null ? [] : t` (${said(reason)})`;
}

export const operator = {
  settings,
  database,
  store,
  clock,
  listening,
  discord,
  health,
  web,
  /** Above the reasons. */
  cannotStart: 'Ultimatum cannot start:',
  stops: 'Ultimatum stops:',
};
