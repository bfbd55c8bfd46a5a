/** Whether somebody may begin with a verb: said before anything is typed, with the button that helps where they may not. */
import { refuse, type Context, type Reply } from '../discord/command.js';
import { publicButton, row, type PublicButton } from '../discord/views/buttons.js';
import { opened } from '../discord/views/parts.js';
import { CAPS } from '../domain/caps.js';
import type { Refusal } from '../domain/refusal.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { DraftVerb } from '../domain/verbs.js';
import { mayBegin } from './rights.js';

/** Where the buttons below such a refusal stand. */
const MARKER = 'refused';

/** Why a member may not propose one more thing; null where they may. */
export async function tooManyProposals({ member, people }: Context): Promise<Refusal | null> {
  if (member.curator) return null;
  const own = await people.ownProposals(member.id);
  const waiting = own.filter(({ status }) => status === 'proposed');
  if (waiting.length < CAPS.proposalsPerPerson) return null;
  return { why: 'too-many-proposals', waiting: waiting.map(({ number }) => number) };
}

/** A member lists their own proposals, or disputes what they may not correct. */
function helpfulButton({ why }: Refusal, verb: DraftVerb, { settings }: Context): PublicButton | null {
  if (why === 'too-many-proposals') return 'proposals';
  return why === 'needs-curator' && verb === 'correct' && settings.review ? 'dispute' : null;
}

/** The answer to somebody who may not begin with a verb about that ultimatum, or a new one; null where they may. */
export async function refusedToBegin(
  verb: DraftVerb,
  number: number | null,
  context: Context,
): Promise<Reply | null> {
  const refusal = mayBegin(verb, context) ?? (await tooManyProposals(context));
  if (refusal === null) return null;
  const button = helpfulButton(refusal, verb, context);
  if (button === null) return refuse(refusal);
  const subject = number === null ? 'mine' : ultimatumId(number);
  return refuse(refusal, opened([row([publicButton(context.words, button, subject, MARKER)])]));
}
