#!/usr/bin/env node
/** The command line: chooses the operator's verb and turns faults into a sentence and an exit code. */
import { existsSync } from 'node:fs';
import { next } from './cli/next.js';
import { read } from './cli/read.js';
import { Usage } from './cli/usage.js';
import { visible } from './cli/visible.js';
import { StartError } from './start-error.js';

/** `EX_USAGE` of sysexits. */
const EXIT_USAGE = 64;

const HELP = `ultimatum, the operator's verbs:

  start                                           run the bot, or without DISCORD_TOKEN the local Discord
  register                                        register the commands at Discord where it does not have them;
                                                  the bot does so itself at every start
  read "WORDS" --at ISO-INSTANT --zone IANA       how a deadline in words is read
       [--locale en-GB] [--json]                  without WORDS: JSON lines {"text","at","zone"} on standard input
  next "CRON or words" --zone IANA --after ISO    when a countdown fires
       [--count 5] [--json]

For example:
  ultimatum read "by Friday" --at 2025-08-06T14:00:00Z --zone America/New_York
  ultimatum next "weekdays 09:00" --zone Europe/Berlin --after 2025-08-06T14:00:00Z
`;

/** The same as `npm start`, which reads .env where there is one. */
async function start(): Promise<number | null> {
  if (existsSync('.env')) process.loadEnvFile();
  await import('./main.js');
  return null;
}

/** Loaded only for the verb that talks to Discord. */
async function register(): Promise<number> {
  const verb = await import('./cli/register.js');
  return verb.register();
}

/** The exit code of a verb; null where it goes on running. */
async function run(verb: string | undefined, rest: readonly string[]): Promise<number | null> {
  if (rest.includes('--help')) return run('help', []);
  switch (verb) {
    case 'start':
      return start();
    case 'register':
      if (rest.length > 0) throw new Usage(`register takes nothing more, but got "${rest.join(' ')}".`);
      return register();
    case 'read':
      return read(rest);
    case 'next':
      return next(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(HELP);
      return 0;
    case undefined:
      throw new Usage('Say what to do.');
    default:
      throw new Usage(`There is no verb "${verb}".`);
  }
}

/** Says what went wrong; the exit code. */
function told(error: unknown): number {
  if (error instanceof StartError) {
    process.stderr.write(`${visible(error.message)}\n`);
    return error.exitCode;
  }
  if (!(error instanceof Usage)) throw error;
  const known = verb === 'read' || verb === 'next' || verb === 'register';
  process.stderr.write(`${visible(error.message)}\n${known ? 'Try: ultimatum help\n' : `\n${HELP}`}`);
  return EXIT_USAGE;
}

// A reader that has seen enough ("| head") is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const [verb, ...rest] = process.argv.slice(2);
try {
  const code = await run(verb, rest);
  if (code !== null) process.exitCode = code;
} catch (error) {
  process.exitCode = told(error);
}
