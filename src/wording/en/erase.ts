/** What `erase-server` says. */
import { code, said, type Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

interface Erased {
  readonly ultimatums: number;
  readonly entries: number;
  readonly people: number;
}

const ultimatums = (count: number): Text =>
  plural(count, { one: t`1 ultimatum`, other: t`${count} ultimatums` });
const entries = (count: number): Text => plural(count, { one: t`1 entry`, other: t`${count} entries` });
const people = (count: number): Text => plural(count, { one: t`1 person`, other: t`${count} people` });

export const erase = {
  noServer: t`Give the id of a server, such as 1394369321337192518.`,
  unknown: (guild: string) => t`Nothing is kept about server ${said(guild)}.`,
  ask: (guild: string, count: number) =>
    t`Server ${said(guild)} has ${ultimatums(count)}. To delete them for good, with everything that was set up, repeat the command with ${code('--yes')}.`,
  done: (guild: string, erased: Erased) =>
    t`Erased server ${said(guild)}: ${ultimatums(erased.ultimatums)}, ${entries(erased.entries)}, and ${people(erased.people)} who did nothing on another server.`,
  backups: t`The database file was rewritten and holds nothing of it any more. Delete the backups that still do.`,
  postgres: t`PostgreSQL keeps deleted rows in its files for a while: docs/hosting.md lists the steps that remove them. Delete the backups that still hold the server.`,
};
