/** What goes wrong while the bot starts, as sentences that name the setting and the fix. */
import { StartError } from './start-error.js';

/** Starting again does not mend it. */
const FOR_GOOD = 78;
const PERHAPS_LATER = 1;

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

type Fault = readonly [pattern: RegExp, exitCode: 1 | 78, sentence: string];

const OF_POSTGRES: readonly Fault[] = [
  [/^ERR_INVALID_(URL|ARG)/, FOR_GOOD, 'is no address. Write it as postgres://USER:PASSWORD@HOST/NAME.'],
  [/^28/, FOR_GOOD, 'refuses the user or the password. Check both; special characters are written as %40.'],
  [/^3D000/, FOR_GOOD, 'does not exist on that server. Create it, or correct the name.'],
  [/^42501/, FOR_GOOD, 'does not let this user create tables. Grant it the rights, or use another user.'],
  [/^(DEPTH_|SELF_SIGNED|CERT_|UNABLE_TO_|ERR_TLS)/, FOR_GOOD, 'has a certificate that is not trusted here.'],
  [
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|57P|53|08)/,
    PERHAPS_LATER,
    'cannot be reached, or takes no connection. Check that the server runs, and its host and port.',
  ],
];

/** Errors of pg that carry no code. */
const WITHOUT_CODE: readonly (readonly [RegExp, string])[] = [
  [/^SASL|password must be a string/i, '28P01'],
  [/does not support SSL/i, 'ERR_TLS'],
  [/timeout|timed out|terminated/i, 'ETIMEDOUT'],
  [/^Invalid URL/i, 'ERR_INVALID_URL'],
];

/** The database as it may be shown: without user and password. */
function shownDatabase(url: string): string {
  if (url.startsWith('sqlite:')) return `file ${url.slice('sqlite:'.length)}`;
  return `database at ${url.replace(/^[a-z]+:\/\/(?:.*@)?/i, '').replace(/\?.*$/s, '')}`;
}

/** Whether an error is one of SQLite's or PostgreSQL's own. */
export const isOfDatabase = (error: unknown): boolean => /^(?:SQLITE_\w+|[\dA-Z]{5})$/.test(codeOf(error));

/** Why the database of DATABASE_URL cannot be opened. A sentence of the store's own stays as it is. */
export function databaseFault(error: unknown, url: string): StartError {
  if (error instanceof StartError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) || (WITHOUT_CODE.find(([pattern]) => pattern.test(message))?.[1] ?? '');
  const known = OF_POSTGRES.find(([pattern]) => pattern.test(code));
  const [, exitCode, what] = known ?? [null, PERHAPS_LATER, `cannot be used: ${message}`];
  return new StartError(`DATABASE_URL: the ${shownDatabase(url)} ${what}`, exitCode, { cause: error });
}

export interface Listening {
  readonly host: string;
  /** null: none was given. */
  readonly port: number | null;
}

/** Why nothing can be served at HOST and PORT; null where the error has to do with something else. */
export function listenFault(error: unknown, { host, port }: Listening): StartError | null {
  const said = error instanceof Error ? error : new Error();
  const code = codeOf(error);
  const syscall = 'syscall' in said ? String(said.syscall) : '';
  const fault = (sentence: string, exitCode: 1 | 78) => new StartError(sentence, exitCode, { cause: error });
  const at = 'port' in said ? String(said.port) : String(port);
  if (code === 'EADDRINUSE')
    return fault(
      `Port ${at} is taken, perhaps by another npm start. Stop that, or set PORT=0 for any free one.`,
      PERHAPS_LATER,
    );
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && /ENOTFOUND|EAI_/.test(code)))
    return fault(
      `HOST is ${host}, which is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all of its addresses.`,
      FOR_GOOD,
    );
  if (code === 'EACCES' && syscall === 'listen')
    return fault(`This user may not open port ${at}. Set PORT to a number from 1024 to 65535.`, FOR_GOOD);
  return null;
}
