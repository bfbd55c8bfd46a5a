/** `/privacy` in English. */
import type { KeptAbout, KeptFor, PersonalKind } from '../../domain/kept-data.js';
import { command, strong, type Part, type Text } from '../parts.js';
import { t } from '../text.js';
import { listed } from './plural.js';

const KINDS: Readonly<Record<PersonalKind, Text>> = {
  'discord-id': t`your Discord ID`,
  name: t`your display name`,
  'public-name': t`the name that you chose for public pages, if any`,
  curator: t`whether you are a curator`,
  key: t`a random key in place of your name`,
  text: t`what you typed`,
};

const UNTIL_FORGOTTEN = t`Until you use ${command('privacy forget-me')}.`;

/** Where something is kept, and until when. */
const KEPT: Readonly<Record<KeptFor, { readonly where: Text; readonly until: Text }>> = {
  identity: { where: t`Who you are`, until: UNTIL_FORGOTTEN },
  record: { where: t`The record`, until: t`For as long as this server keeps its record.` },
  settings: { where: t`Settings of the server`, until: t`Until they are changed.` },
  countdowns: { where: t`Countdowns that you set up`, until: UNTIL_FORGOTTEN },
  'closed-channels': {
    where: t`Channels of your countdowns in which nothing can be posted`,
    until: t`Until something can be posted there again.`,
  },
  drafts: { where: t`Unfinished previews and forms`, until: t`For at most 7 days.` },
  proposals: {
    where: t`Proposals`,
    until: t`Those that aren't accepted are deleted 30 days after the decision.`,
  },
};

export const privacy = {
  show: {
    description: 'Show what this bot keeps about you and what it never reads',
    heading: t`What this bot keeps about you`,
    kept: (about: KeptAbout): Text =>
      t`${strong(KEPT[about.for].where)}: ${listed(about.kinds.map((kind) => KINDS[kind]))}. ${KEPT[about.for].until}`,
    messages: t`It reads no messages. It sees a post only when someone presses ${strong(t`Record an ultimatum`)} or ${strong(t`Update an ultimatum`)} on it, and only that post.`,
    exports: t`Exports contain only the random key.`,
    deletion: t`${command('privacy forget-me')} deletes the row and everything unfinished. The record itself stays, without your name.`,
  },
  publicName: {
    description: 'Choose the name that public pages show beside what you record',
    name: 'The name; leave it out to be "a curator"',
    set: (name: Part) =>
      t`Public pages now say "by ${name}" beside what you record, on every server that uses this bot. ${command('privacy public-name')} without a name takes it back.`,
    removed: t`Public pages now say "by a curator" beside what you record.`,
  },
  forget: {
    description: 'Remove your name and Discord ID from the record',
    heading: t`Forget me?`,
    deleted: t`This deletes, at once and for good, the row that links your Discord ID and names to what you recorded, and your unfinished previews.`,
    kept: t`What you recorded stays in the public record, and nobody is named in your place. Posts in channels that name you are edited within minutes.`,
    confirm: 'Forget me',
    cancel: 'Cancel',
    done: t`Your name and Discord ID were deleted. What you recorded stays, and posts that name you are being edited.`,
    nothing: t`There was nothing to delete: this bot kept nothing about you.`,
    cancelled: t`Nothing was deleted.`,
  },
};
