/** The only place that makes a logger: what it writes holds no token, no body, no file and no member's text. */
import { pino, type Logger } from 'pino';
import { plain } from './logging/plain.js';
import { createScrub } from './logging/scrub.js';

export interface LoggingOptions {
  /** `LOG_LEVEL`. */
  readonly level: string;
  /** Texts that must never be written, wherever they turn up. */
  readonly secrets: readonly string[];
  /** Takes finished lines, for tests; standard output where none is given. */
  readonly write?: (line: string) => void;
}

function standardOutput(): (line: string) => void {
  const output = pino.destination({ dest: 1, sync: true });
  // A log that cannot be written (a full disk, a closed pipe) is no reason to stop.
  output.on('error', () => undefined);
  return (line) => void output.write(line);
}

/** Returns the logger. Every line is JSON; errors are reduced by `plain` and the whole line is scrubbed once more. */
export function createLogger({ level, secrets, write = standardOutput() }: LoggingOptions): Logger {
  const scrub = createScrub(secrets);
  return pino(
    {
      level,
      // These keys hold plain objects by then; pino's own serializer would take them for errors again.
      serializers: { err: (value: unknown) => value, error: (value: unknown) => value },
      formatters: { log: (fields) => Object(plain(fields)) as Record<string, unknown> },
      hooks: {
        logMethod(given, method) {
          const [first, message] = given as readonly unknown[];
          if (first instanceof Error) {
            const said = typeof message === 'string' ? message : 'an error';
            return method.call(this, { err: first }, said);
          }
          return method.apply(this, given);
        },
      },
    },
    { write: (line: string) => write(scrub(line)) },
  );
}
