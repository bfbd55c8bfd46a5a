/** Turns what goes wrong while the bot starts into texts that name the setting and the fix. */
import type { DatabaseFault } from './domain/database-fault.js';
import { StartError } from './start-error.js';
import { DatabaseFaultError } from './store/database-fault.js';
import { english } from './wording/index.js';
import type { Text } from './wording/parts.js';

const words = english.operator;

/** Starting again does not help. */
const FOR_GOOD = 78;
const PERHAPS_LATER = 1;

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

type PostgresFault = Exclude<keyof typeof words.database.postgres, 'other'>;

/** By the code of the error: SQLSTATE, or what Node calls it. */
const OF_POSTGRES: readonly (readonly [pattern: RegExp, exitCode: 1 | 78, fault: PostgresFault])[] = [
  [/^ERR_INVALID_(URL|ARG)/, FOR_GOOD, 'address'],
  [/^28/, FOR_GOOD, 'credentials'],
  [/^3D000/, FOR_GOOD, 'missing'],
  [/^42501/, FOR_GOOD, 'rights'],
  [/^(DEPTH_|SELF_SIGNED|CERT_|UNABLE_TO_|ERR_TLS)/, FOR_GOOD, 'certificate'],
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|57P|53|08)/, PERHAPS_LATER, 'unreachable'],
];

/** Errors of pg that carry no code. */
const WITHOUT_CODE: readonly (readonly [RegExp, string])[] = [
  [/^SASL|password must be a string/i, '28P01'],
  [/does not support SSL/i, 'ERR_TLS'],
  [/timeout|timed out|terminated/i, 'ETIMEDOUT'],
  [/^Invalid URL/i, 'ERR_INVALID_URL'],
];

/** The database as it may be shown: without user and password. */
function shownDatabase(url: string): Text {
  if (url.startsWith('sqlite:')) return words.database.file(url.slice('sqlite:'.length));
  return words.database.server(url.replace(/^[a-z]+:\/\/(?:.*@)?/i, '').replace(/\?.*$/s, ''));
}

/** Whether an error is one of SQLite's or PostgreSQL's own. */
export const isOfDatabase = (error: unknown): boolean => /^(?:SQLITE_\w+|[\dA-Z]{5})$/.test(codeOf(error));

/** Faults of the store after which a later start may succeed. */
const PASSING: ReadonlySet<DatabaseFault['kind']> = new Set([
  'disk-full',
  'locked',
  'held',
  'another-bot',
  'used-alone',
]);

function storeFault(error: DatabaseFaultError): StartError {
  const { fault } = error;
  const exitCode = PASSING.has(fault.kind) ? PERHAPS_LATER : FOR_GOOD;
  return new StartError(words.store.fault(fault), exitCode, { cause: error });
}

/** Says why the database of DATABASE_URL can't be opened. */
export function databaseFault(error: unknown, url: string): StartError {
  if (error instanceof DatabaseFaultError) return storeFault(error);
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) || (WITHOUT_CODE.find(([pattern]) => pattern.test(message))?.[1] ?? '');
  const known = OF_POSTGRES.find(([pattern]) => pattern.test(code));
  const { postgres, fault } = words.database;
  const what = known === undefined ? postgres.other(message) : postgres[known[2]];
  return new StartError(fault(shownDatabase(url), what), known?.[1] ?? PERHAPS_LATER, { cause: error });
}

export interface Listening {
  readonly host: string;
  /** null: none was given. */
  readonly port: number | null;
  /** null: none was given. */
  readonly metricsPort?: number | null;
}

/** Why nothing can be served at HOST and PORT, or at METRICS_PORT; null if the error is about something else. */
export function listenFault(error: unknown, { host, port, metricsPort }: Listening): StartError | null {
  const thrown = error instanceof Error ? error : new Error();
  const code = codeOf(error);
  const syscall = 'syscall' in thrown ? String(thrown.syscall) : '';
  const fault = (text: Text, exitCode: 1 | 78) => new StartError(text, exitCode, { cause: error });
  const { portTaken, portForbidden, hostElsewhere } = words.listening;
  const at = 'port' in thrown ? String(thrown.port) : String(port);
  const setting = at === String(metricsPort) ? 'METRICS_PORT' : 'PORT';
  if (code === 'EADDRINUSE') return fault(portTaken(at, setting), PERHAPS_LATER);
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && /ENOTFOUND|EAI_/.test(code)))
    return fault(hostElsewhere(host), FOR_GOOD);
  if (code === 'EACCES' && syscall === 'listen') return fault(portForbidden(at, setting), FOR_GOOD);
  return null;
}
