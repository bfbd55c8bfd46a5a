/** What an earlier press of the same button did. */
import type { Done, Replacement } from '../../domain/done.js';
import type { Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';
import { typed } from '../typed.js';
import { imports } from './imports.js';
import { verbs } from './verbs.js';

const LONGEST = 200;

const REPLACED: Readonly<Record<Replacement, Text>> = {
  changed: t`The draft was changed. Use the newer preview.`,
  'checked-again': t`The draft was checked again. Use the newer preview.`,
  refused: t`The draft was not saved. Use the newer preview.`,
  reopened: t`The draft was opened again. Use the newer preview.`,
  sent: t`The form was sent. Use the preview below it.`,
};

/** Where the first press did something, a second one could have done it again. */
const ACTED: ReadonlySet<Done['kind']> = new Set([
  'saved',
  'undone',
  'proposed',
  'schedule-saved',
  'issuers-merged',
  'set-up',
  'imported',
  'text',
]);

/** What is said of a second press. */
export function usedAlready(what: Done): Text {
  const again = t`This button was used already. ${done(what)}`;
  return ACTED.has(what.kind) ? t`${again} Nothing was done twice.` : again;
}

/** `Saved as U-12.` */
export function done(what: Done): Text {
  switch (what.kind) {
    case 'saved':
      return verbs.done[what.verb](what.number);
    case 'undone':
      return t`Undone: ${subject(what.number)}.`;
    case 'proposed':
      return t`Your proposal was sent to the curators.`;
    case 'decided':
      return t`Someone has already decided this proposal.`;
    case 'replaced':
      return REPLACED[what.because];
    case 'schedule-saved':
      return t`Saved as countdown ${what.id}.`;
    case 'issuers-merged':
      return t`The issuers were merged.`;
    case 'set-up':
      return t`The server was set up.`;
    case 'imported':
      return imports.imported(what.count);
    case 'cancelled':
      return t`Cancelled. Nothing was saved.`;
    case 'closed':
      return t`It was closed because you opened more than ${what.max} newer ones.`;
    case 'text':
      return t`${typed(what.text, LONGEST)}`;
  }
}
