/** What the command line says: its help, what is wrong with what was typed, and what a verb did. */
import { code, said, type Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { backup } from './backup.js';
import { doctor } from './doctor.js';
import { erase } from './erase.js';
import { move } from './move.js';
import { transfer } from './transfer.js';

/** What is typed after `ultimatum`, and what that does: lines that stand beside each other in the help. */
interface CommandHelp {
  readonly usage: readonly string[];
  readonly does: readonly string[];
}

const COMMANDS = {
  start: {
    usage: ['start'],
    does: ['run the bot, or the local Discord if DISCORD_TOKEN is not set'],
  },
  register: {
    usage: ['register [--json]'],
    does: [
      'register the commands with Discord if they are missing there;',
      'the bot does this itself at every start',
    ],
  },
  doctor: {
    usage: ['doctor [--json]'],
    does: [
      'look at settings, database, backups, token and commands, and say what',
      'to do; exits with 0 (all well), 1 (worth a look) or 2 (wrong)',
    ],
  },
  backup: {
    usage: ['backup [FILE] [--json]'],
    does: [
      'copy the record into a file and check the copy; the bot may be running;',
      'without FILE: into the folder backups beside the database',
    ],
  },
  restore: {
    usage: ['restore FILE [--force] [--json]'],
    does: [
      'put a backup in the place of the record; stop the bot first;',
      '--force replaces a record that is there, and keeps it',
    ],
  },
  'erase-server': {
    usage: ['erase-server ID [--yes] [--json]'],
    does: ['delete everything about one server; stop the bot first;', 'without --yes: say how much that is'],
  },
  export: {
    usage: ['export --server ID --out FILE [--json]', '       [--format json]'],
    does: [
      'write the whole record of a server to a file; the bot may be running;',
      'json, csv (a zip of three tables), ultimatums, deadlines, outcomes',
    ],
  },
  import: {
    usage: [
      'import FILE --server ID [--dry-run] [--json]',
      '       [--keep-going] [--report FILE]',
      '       [--columns "deadline = Frist"]',
      '       [--map FILE]',
    ],
    does: [
      'take a record (JSON) or a table (CSV) into the record of a server;',
      'with SQLite stop the bot first; all or nothing unless --keep-going;',
      'columns that are guessed wrong, or a mapping: docs/data.md',
    ],
  },
  'migrate-store': {
    usage: ['migrate-store --from URL --to URL [--json]'],
    does: [
      'copy the record of one database into another, empty one, and compare;',
      'from sqlite:PATH to postgres://… or back; stop the bot first;',
      'run it again to finish a copy that was interrupted',
    ],
  },
  issuer: {
    usage: ['issuer NAME --server ID [--json]'],
    does: [
      'show the figures of an issuer, by any of its names; the bot may be',
      'running; what they count: docs/figures.md',
    ],
  },
  leaderboard: {
    usage: ['leaderboard --server ID [--json]'],
    does: ['show the shares of every issuer of a server side by side'],
  },
  read: {
    usage: ['read "WORDS" [--at INSTANT] [--zone PLACE]', '     [--locale en-GB] [--json]'],
    does: [
      'show how a deadline in words is read',
      'without WORDS: JSON lines {"text","at","zone"} on standard input',
    ],
  },
  next: {
    usage: ['next "WORDS or cron" [--after INSTANT]', '     [--zone PLACE] [--count 5] [--json]'],
    does: ['show when a countdown fires'],
  },
  version: { usage: ['version'], does: ['show the version'] },
} satisfies Readonly<Record<string, CommandHelp>>;

/** A command of `ultimatum`. */
export type CliCommand = keyof typeof COMMANDS;

const PLACEHOLDERS = [
  ['INSTANT', 'INSTANT is "now" or such as 2025-08-06T14:00:00Z; without it, now.'],
  ['PLACE', 'PLACE is a city, a country or an IANA time zone; without it, the time zone of this machine.'],
] as const;

const EXAMPLES = {
  read: '  ultimatum read "by Friday" --zone Washington',
  next: '  ultimatum next "weekdays 09:00" --zone Kyiv --after 2025-08-06T14:00:00Z',
};

const exampleOf = (command: CliCommand) => Object.entries(EXAMPLES).find(([name]) => name === command)?.[1];

const WIDTH = 48;

function row({ usage, does }: CommandHelp): string {
  const lines = Array.from({ length: Math.max(usage.length, does.length) }, (_, index) =>
    `  ${(usage[index] ?? '').padEnd(WIDTH)}${does[index] ?? ''}`.trimEnd(),
  );
  return lines.join('\n');
}

const help = `ultimatum, the operator's commands:

${Object.values(COMMANDS).map(row).join('\n')}

${PLACEHOLDERS.map(([, line]) => line).join('\n')}
"ultimatum COMMAND --help" says this of one command.

For example:
${Object.values(EXAMPLES).join('\n')}
`;

/** The help of one command, with what it names explained. */
function helpOf(command: CliCommand): string {
  const { usage, does } = COMMANDS[command];
  const typed = usage.map((line, index) => (index === 0 ? `ultimatum ${line}` : `          ${line}`));
  const named = PLACEHOLDERS.filter(([name]) => usage.join().includes(name)).map(([, line]) => line);
  const example = exampleOf(command);
  const parts = [
    typed,
    does.map((line) => `  ${line}`),
    named,
    example === undefined ? [] : ['For example:', example],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const instant = {
  missing: (option: string) =>
    t`${code(option)} is missing. Give "now" or an instant such as 2025-08-06T14:00:00Z.`,
  wrong: (option: string, typed: string) =>
    t`${code(option)} ${said(typed)} is not an instant. Give "now", or a date, a time and Z or an offset: 2025-08-06T14:00:00Z.`,
};

const zone = {
  missing: (option: string) =>
    t`${code(option)} is missing. Give a city, a country or a time zone: Kyiv, Japan, America/New_York.`,
  wrong: (option: string, typed: string) =>
    t`${code(option)} ${said(typed)} is not a place whose time zone is known. Give a city, a country or a time zone such as ${code('America/New_York')}.`,
  several: (option: string, typed: string, zones: readonly string[]) =>
    t`${code(option)} ${said(typed)} has several time zones. Give one: ${code(zones.join(', '))}.`,
};

export const cli = {
  help,
  helpOf,
  /** Whether there is a command of that name. */
  isCommand: (typed: string): typed is CliCommand => Object.hasOwn(COMMANDS, typed),
  backup,
  doctor,
  erase,
  move,
  transfer,
  figures: {
    noName: t`The issuer is missing. Give one of its names: issuer "NATO" --server ID.`,
    noIssuer: (typed: string) =>
      t`No issuer "${said(typed)}" was recorded there. ${code('leaderboard --server ID')} names all of them.`,
  },
  takesNothing: (verb: string, typed: string) =>
    t`${textOf(verb)} takes no arguments, but got "${said(typed)}".`,
  tryHelp: (command: CliCommand) => `Try: ultimatum ${command} --help`,
  noCommand: t`Say what to do.`,
  unknownCommand: (typed: string) => t`There is no command "${said(typed)}".`,
  notAnOption: (reason: string, options: readonly string[]): Text =>
    t`${said(reason)}. The options are ${code(options.join(', '))}.`,
  tooManyWords: (typed: string) =>
    t`Too many words. Put them in one pair of quotation marks: "${said(typed)}".`,
  instant,
  zone,
  read: {
    missing: t`WORDS are missing. Give them in quotation marks: read "by Friday".`,
    noText: t`"text" is missing. Give the words: "text": "by Friday".`,
    notJson: t`This line is not JSON. Give {"text": "by Friday", "at": "2025-08-06T14:00:00Z", "zone": "UTC"}.`,
    noLanguage: (option: string, typed: string) =>
      t`${said(option)} ${said(typed)} is not a language. Give one such as en-US or de.`,
    notADeadline: (reason: Text): Text => t`Not a deadline. ${reason}`,
    ambiguous: (reason: Text): Text => t`Ambiguous. ${reason}`,
    until: (earliest: string, latest: string): Text => t`from ${said(earliest)} until ${said(latest)}`,
    before: (earliest: string, latest: string): Text =>
      t`from ${said(earliest)} to before ${said(latest)}, the first moment after it`,
    kind: (precision: string, bound: string, iana: string): Text =>
      t`precision ${said(precision)}, bound ${said(bound)}, time zone ${said(iana)}`,
    assumed: (assumption: Text): Text => t`assumed: ${assumption}`,
  },
  next: {
    missing: t`The schedule is missing. Give it in quotation marks: next "weekdays 09:00".`,
    wrongCount: (typed: string, most: number) =>
      t`--count "${said(typed)}" is not a number from 1 to ${most}. Give one such as 5.`,
  },
  register: {
    noToken: t`DISCORD_TOKEN is not set. Put the bot token into .env or the environment.`,
    registered: (count: number, application: string) =>
      t`Registered ${count} commands with Discord for application ${said(application)}.`,
    alreadyThere: (count: number, application: string) =>
      t`Discord already has these ${count} commands for application ${said(application)}. Nothing was changed.`,
    refused: (status: number, errorCode: string, reason: string) =>
      t`Discord refused the commands (HTTP status ${status}, code ${said(errorCode)}: ${said(reason)}).`,
  },
};
