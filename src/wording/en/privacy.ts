/** `/privacy` in English. */
import { command, strong } from '../parts.js';
import { t } from '../text.js';

export const privacy = {
  show: {
    description: 'Show what this bot keeps about you and what it never reads',
    heading: t`What this bot keeps about you`,
    key: t`For what you record or propose: a random key in the record, and one row that links the key to your Discord ID and display name.`,
    drafts: t`Unfinished previews and forms, for at most 7 days. Proposals, until they are decided; one that isn't accepted is deleted 30 days later.`,
    countdowns: t`For each countdown that you set up: your Discord ID, to tell you when it stops working.`,
    messages: t`It reads no messages. It sees a post only when someone presses ${strong(t`Record an ultimatum`)} or ${strong(t`Update an ultimatum`)} on it, and only that post.`,
    exports: t`Exports contain only the random key.`,
    deletion: t`${command('privacy forget-me')} deletes the row and everything unfinished. The record itself stays, without your name.`,
  },
  forget: {
    description: 'Remove your name and Discord ID from the record',
    heading: t`Forget me?`,
    deleted: t`This deletes, at once and for good, the row that links your Discord ID and name to what you recorded, and your unfinished previews.`,
    kept: t`What you recorded stays in the public record, and nobody is named in your place. Posts in channels that name you are edited within minutes.`,
    confirm: 'Forget me',
    cancel: 'Cancel',
    done: t`Your name and Discord ID were deleted. What you recorded stays, and posts that name you are being edited.`,
    nothing: t`There was nothing to delete: this bot kept nothing about you.`,
    cancelled: t`Nothing was deleted.`,
  },
};
