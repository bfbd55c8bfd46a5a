#!/usr/bin/env node
/** The command line: chooses the command and turns errors into a text and an exit code. */
import { existsSync, readFileSync } from 'node:fs';
import { spareMemory } from './cli/memory.js';
import { next } from './cli/next.js';
import { read } from './cli/read.js';
import { Usage } from './cli/usage.js';
import { visible } from './cli/visible.js';
import { projectPath } from './paths.js';
import { StartError } from './start-error.js';
import type { CliCommand } from './wording/en/cli.js';
import { english } from './wording/index.js';

/** `EX_USAGE` of sysexits. */
const EXIT_USAGE = 64;

const words = english.cli;

/** The same as `npm start`, which reads .env where there is one. */
async function start(): Promise<number | null> {
  if (existsSync('.env')) process.loadEnvFile();
  await import('./main.js');
  return null;
}

/** Loaded only for the command that talks to Discord. */
async function register(args: readonly string[]): Promise<number> {
  const verb = await import('./cli/register.js');
  return verb.register(args);
}

/** Loaded only for the command that looks at everything. */
async function doctor(args: readonly string[]): Promise<number> {
  const verb = await import('./cli/doctor.js');
  return verb.doctor(args);
}

/** Loaded only for the commands that open the database. */
async function keep(verb: 'backup' | 'restore', args: readonly string[]): Promise<number> {
  const verbs = await import('./cli/backup.js');
  return verbs[verb](args);
}

/** Loaded only for the command that erases. */
async function eraseServer(args: readonly string[]): Promise<number> {
  const verb = await import('./cli/erase.js');
  return verb.eraseServer(args);
}

/** Loaded only for the command that writes the record to a file. */
async function exportRecord(args: readonly string[]): Promise<number> {
  const verb = await import('./cli/export.js');
  return verb.exportRecord(args);
}

/** Loaded only for the command that reads a record from a file. */
async function importRecord(args: readonly string[]): Promise<number> {
  // Before the program is loaded, which would let the heap grow.
  spareMemory();
  const verb = await import('./cli/import.js');
  return verb.importRecord(args);
}

/** Loaded only for the command that moves the record to another database. */
async function migrateStore(args: readonly string[]): Promise<number> {
  const verb = await import('./cli/move.js');
  return verb.migrateStore(args);
}

/** Loaded only for the commands that count. */
async function count(verb: 'issuer' | 'leaderboard', args: readonly string[]): Promise<number> {
  const { issuerFigures, leaderboard } = await import('./cli/figures.js');
  return verb === 'issuer' ? issuerFigures(args) : leaderboard(args);
}

/** The version of this program, as its package says. */
function version(): number {
  const { version: own } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
    version: string;
  };
  process.stdout.write(`${own}\n`);
  return 0;
}

/** The help of one command, or of all. */
function help(typed: string | undefined): number {
  process.stdout.write(typed !== undefined && words.isCommand(typed) ? words.helpOf(typed) : words.help);
  return 0;
}

/** Runs a command; its exit code, or null if it goes on running. */
async function run(verb: CliCommand, rest: readonly string[]): Promise<number | null> {
  switch (verb) {
    case 'start':
      return start();
    case 'register':
      return register(rest);
    case 'doctor':
      return doctor(rest);
    case 'backup':
    case 'restore':
      return keep(verb, rest);
    case 'erase-server':
      return eraseServer(rest);
    case 'export':
      return exportRecord(rest);
    case 'import':
      return importRecord(rest);
    case 'migrate-store':
      return migrateStore(rest);
    case 'issuer':
    case 'leaderboard':
      return count(verb, rest);
    case 'read':
      return read(rest);
    case 'next':
      return next(rest);
    case 'version':
      return version();
  }
}

const HELP = new Set(['help', '--help', '-h']);
const VERSION = new Set(['--version', '-v']);

/** Does what was typed, or shows its help. */
async function answer(typed: string | undefined, rest: readonly string[]): Promise<number | null> {
  if (typed === undefined) throw new Usage(words.noCommand);
  if (HELP.has(typed)) return help(rest[0]);
  if (VERSION.has(typed)) return version();
  if (!words.isCommand(typed)) throw new Usage(words.unknownCommand(typed));
  return rest.some((word) => word === '--help' || word === '-h') ? help(typed) : run(typed, rest);
}

/** Prints what went wrong and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof StartError) {
    process.stderr.write(`${visible(error.message)}\n`);
    return error.exitCode;
  }
  if (!(error instanceof Usage)) throw error;
  const known = verb !== undefined && words.isCommand(verb);
  process.stderr.write(
    `${visible(error.message)}\n${known ? `${words.tryHelp(verb)}\n` : `\n${words.help}`}`,
  );
  return EXIT_USAGE;
}

// A reader that has seen enough ("| head") is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const [verb, ...rest] = process.argv.slice(2);
try {
  const code = await answer(verb, rest);
  if (code !== null) process.exitCode = code;
} catch (error) {
  process.exitCode = report(error);
}
