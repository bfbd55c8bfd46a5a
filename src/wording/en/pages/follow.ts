/** Feeds, calendars and data in English. */
import type { Text } from '../../parts.js';
import { t } from '../../text.js';

export const follow = {
  heading: t`Follow and reuse`,
  log: (what: Text): Text => t`Log: ${what}`,
  calendar: (what: Text): Text => t`Deadlines: ${what}`,
  atom: t`Atom feed`,
  json: t`JSON feed`,
  feedNote: t`Every new entry of the log.`,
  ics: t`Calendar (.ics)`,
  icsMany: t`All running deadlines, and those of the newest 500 ultimatums. `,
  icsNote: t`A moved deadline moves its event. Some calendars take a day to notice.`,
  data: t`Data as JSON`,
  csv: t`as CSV`,
  dataNote: t`The entries and what follows from them, with a SHA-256 in the header.`,
  dataMany: t` In files of 500 ultimatums: the header of each links to the next.`,
  or: t` or `,
  /** The title of an entry in a feed. */
  entry: (what: Text, parties: Text, subject: Text): Text => t`${what}. ${parties} (${subject})`,
  stated: (when: Text): Text => t`Stated ${when}.`,
  /** An event of a calendar. */
  event: (parties: Text, subject: Text): Text => t`Deadline: ${parties} (${subject})`,
};
