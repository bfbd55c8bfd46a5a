/** What the command line says: its help, what is wrong with what was typed, and what a verb did. */
import { code, said, type Text } from '../parts.js';
import { t } from '../text.js';

const help = `ultimatum, the operator's commands:

  start                                           run the bot, or the local Discord if DISCORD_TOKEN is not set
  register                                        register the commands with Discord if they are missing there;
                                                  the bot does this itself at every start
  read "WORDS" --at ISO-INSTANT --zone IANA       show how a deadline in words is read
       [--locale en-GB] [--json]                  without WORDS: JSON lines {"text","at","zone"} on standard input
  next "CRON or words" --zone IANA --after ISO    show when a countdown fires
       [--count 5] [--json]

For example:
  ultimatum read "by Friday" --at 2025-08-06T14:00:00Z --zone America/New_York
  ultimatum next "weekdays 09:00" --zone Europe/Berlin --after 2025-08-06T14:00:00Z
`;

const instant = {
  missing: (option: string) => t`${code(option)} is missing. Give an instant: 2025-08-06T14:00:00Z.`,
  wrong: (option: string, typed: string) =>
    t`${code(option)} ${said(typed)} is not an instant. Give a date, a time and Z or an offset: 2025-08-06T14:00:00Z.`,
};

const zone = {
  missing: (option: string) => t`${code(option)} is missing. Give an IANA time zone: America/New_York.`,
  wrong: (option: string, typed: string, example: string) =>
    t`${code(option)} ${said(typed)} is not a known IANA time zone. Give one such as ${code(example)}.`,
};

export const cli = {
  help,
  tryHelp: 'Try: ultimatum help',
  noCommand: t`Say what to do.`,
  unknownCommand: (typed: string) => t`There is no command "${said(typed)}".`,
  notAnOption: (reason: string, options: readonly string[]): Text =>
    t`${said(reason)}. The options are ${code(options.join(', '))}.`,
  tooManyWords: (typed: string) =>
    t`Too many words. Put them in one pair of quotation marks: "${said(typed)}".`,
  instant,
  zone,
  next: {
    missing: t`The schedule is missing. Give it in quotation marks: next "weekdays 09:00".`,
    wrongCount: (typed: string, most: number) =>
      t`--count "${said(typed)}" is not a number from 1 to ${most}. Give one such as 5.`,
  },
  register: {
    takesNothing: (typed: string) => t`register takes no arguments, but got "${said(typed)}".`,
    noToken: t`DISCORD_TOKEN is not set. Put the bot token into .env or the environment.`,
    registered: (count: number, application: string) =>
      t`Registered ${count} commands with Discord for application ${said(application)}.`,
    alreadyThere: (count: number, application: string) =>
      t`Discord already has these ${count} commands for application ${said(application)}. Nothing was changed.`,
    refused: (status: number, errorCode: string, reason: string) =>
      t`Discord refused the commands (HTTP status ${status}, code ${said(errorCode)}: ${said(reason)}).`,
  },
};
