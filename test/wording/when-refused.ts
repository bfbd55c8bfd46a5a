/** When each refusal is said, and what works from there, for docs/messages.md. */
import type { Refusal } from '../../src/domain/refusal.js';

/** When it is said; what to do, with the buttons below it in bold. */
type Explained = readonly [when: string, next: string];

const AGAIN = 'Send it again.';
const EDIT = '**Edit text** opens the form with what was typed.';
const START = 'Begin again with the command.';

/** By type: a new refusal does not compile until it is explained. */
export const EXPLAINED: { readonly [W in Refusal['why']]: Explained } = {
  'not-found': [
    'What was named is not on this server.',
    'Pick one of the suggestions that appear while typing.',
  ],
  hidden: [
    'The ultimatum was hidden.',
    'Somebody with Manage Server makes it visible again with `/ultimatum hide`.',
  ],
  missing: ['A field that is needed is empty.', EDIT],
  'too-long': ['A text is longer than it is kept.', EDIT],
  'bad-link': ['A source is no link that readers can open.', EDIT],
  'bad-zone': [
    'A time zone is not known.',
    '**Change deadline** opens the field of the zone; or give a city.',
  ],
  'not-a-deadline': [
    'The words name no last day.',
    '**Record without a date** keeps the words. Of a move, **Add as a source** or **Pause** keeps what was said.',
  ],
  'ambiguous-date': [
    'A day can be read in two ways.',
    '**Change deadline** or **Edit text** opens the field.',
  ],
  'unreadable-date': ['A day is not understood.', '**Change deadline** or **Edit text** opens the field.'],
  'not-stated-by-then': ['`/ultimatum show at:` names a day before the statement.', 'Give a later day.'],
  'same-deadline': ['A move names the deadline that is in force.', '**Add as a source** keeps the link.'],
  'before-record': [
    'An act is dated before the ultimatum was stated.',
    '**Edit text** for another day; **Correct entry 1** where the day of the statement is wrong.',
  ],
  'before-reversed': ['A reversal is dated before what it undoes.', 'Give a later day.'],
  'stated-in-future': ['A day is still to come.', '**Change deadline** or **Edit text** opens the field.'],
  'stated-before-last': [
    'It was said before the ultimatum was stated.',
    '**Change deadline** opens the field of the day.',
  ],
  'breaks-history': [
    'What was learned of late does not fit what is on record after it.',
    '**Correct entry** opens the form of the entry in the way.',
  ],
  several: ['More than one thing is missing: all are said at once.', EDIT],
  'wrong-state': [
    'The ultimatum is paused, running or closed, and the act does not fit.',
    '**Resume**, **Move** or **Add as a source** keeps what was typed; of a closed one, **Correct entry** opens the entry that closed it. Members get **Dispute**.',
  ],
  'needs-statement': ['No source was given.', EDIT],
  'needs-reports': [
    'The sources of an outcome are too few.',
    "**These are the issuer's own words or a record** counts the links as such; **Edit text** adds one.",
  ],
  'needs-date': ['Something was done, and no day was given.', EDIT],
  'date-without-axis': ['A day was given of something that did not happen.', EDIT],
  'impossible-outcome': ['What the two sides did can not both be so.', EDIT],
  'unknown-target': [
    'Nothing is demanded of the target named.',
    'A button for each of the first three targets.',
  ],
  'has-outcome': [
    'The target has an outcome already.',
    '**Correct entry** opens its form with what was typed. Members get **Dispute**.',
  ],
  'bad-reference': ['The other ultimatum can not be named there.', 'Pick one of the suggestions.'],
  'nothing-to-reverse': [
    'Nothing is on record that a reversal could undo.',
    '**Record outcome** opens its form.',
  ],
  'no-open-dispute': [
    'A dispute is to be closed, and none like that is open.',
    'See the log of the ultimatum.',
  ],
  'nothing-to-change': ['It is like that already.', 'The sentence names the command that changes something.'],
  'needs-deadline': [
    'A correction would leave a move without a date.',
    '**Remove entry** takes the move back.',
  ],
  'removes-alone': [
    'An entry is removed and corrected at once.',
    '**Remove entry** drops the other fields, **Correct** keeps the entry.',
  ],
  'correction-breaks': ['A correction contradicts what follows it.', 'Correct the later entry first.'],
  'cannot-correct': [
    'An entry does not say what is to be corrected.',
    '**Correct entry** names the entry that does; **Remove entry** where there is nothing to correct.',
  ],
  'changed-since': ['Somebody was faster.', 'A fresh preview is shown below it.'],
  'already-pressed': ['A button is pressed a second time.', 'Nothing: the first press counts.'],
  'not-yours': ["Somebody else's buttons were pressed.", START],
  expired: ['The buttons are older than 7 days, or of an older release.', START],
  'needs-curator': [
    'Only curators may do it.',
    'Ask a curator. In place of a correction, **Dispute** says what is wrong.',
  ],
  'needs-manage-server': ['Only those who manage the server may do it.', 'Ask one of them.'],
  'too-many-proposals': [
    'A member begins a fourth proposal. It is said before anything is typed into a form.',
    '**My proposals** lists them; each can be taken back.',
  ],
  'server-full': ['The server has as many as there may be.', 'Remove one with the command that is named.'],
  'same-schedule': ['A countdown does the same already.', 'Change that one with `/countdown edit`.'],
  'too-many-posts': ['**Post here** was pressed too often.', 'Wait a few minutes.'],
  'bad-schedule': ['The times of a countdown are not understood or not possible.', AGAIN],
  'bad-reminders': ['The reminders are not understood.', AGAIN],
  'missing-permissions': [
    'The bot lacks permissions in the channel.',
    "Allow them in the channel's settings.",
  ],
  'unknown-channel': ['The channel is gone or of another server.', 'Choose another one.'],
  'channel-kind': [
    'Nothing can be posted, or nothing published, in a channel of that kind.',
    'Choose another one, or make it an announcement channel.',
  ],
  'address-taken': ['Another server has the address of its public pages.', 'Choose another `public-name`.'],
  'no-address': ['The name makes no address.', 'Choose another `public-name`.'],
  'unknown-role': ['The role is gone or of another server.', 'Choose another one.'],
  'everyone-ping': ['@everyone was chosen to be pinged.', 'Choose another role.'],
  'everyone-curators': ['@everyone was chosen as the curator role.', 'Choose another role.'],
  'too-many-requests': ['Somebody presses faster than is answered.', 'Wait a moment.'],
  'file-too-large': ['An export is larger than Discord takes.', 'Choose the other format, or ask the host.'],
  'not-set-up': ['Nothing is set up on this server.', 'Somebody with Manage Server runs `/setup`.'],
  'not-in-a-server': ['A command is used in a private message.', 'Use it in a server.'],
  busy: ['The database is busy.', 'Press it again in a moment.'],
  'disk-full': ['The disk of the host is full.', 'Tell the host.'],
  'database-away': ['The database does not answer.', 'Press it again in a minute.'],
};
